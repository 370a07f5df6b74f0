"""Named reads of plans."""
