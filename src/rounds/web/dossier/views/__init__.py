"""The page about what is known."""
