"""Files brought to the desk: which kinds there are, and how a file of each is read and applied."""
