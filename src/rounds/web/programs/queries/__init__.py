"""Named reads of programs."""
