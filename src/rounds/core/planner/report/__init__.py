"""A plan explained in words and plain values: one file a section, for terminal, page and JSON."""
