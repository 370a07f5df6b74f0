"""What the command says: on a terminal, as JSON, as a page."""
