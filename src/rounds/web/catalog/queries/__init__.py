"""Named reads of the catalog."""
