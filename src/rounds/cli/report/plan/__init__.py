"""A plan explained: one file a section, each on a terminal and as JSON."""
