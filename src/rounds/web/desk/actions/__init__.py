"""The verbs of the desk itself."""
