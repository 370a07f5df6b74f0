"""The desk's pages about programs and their rules."""
