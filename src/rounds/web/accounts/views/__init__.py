"""Pages about oneself, and the question that needs no account."""
