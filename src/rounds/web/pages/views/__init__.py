"""Pages that show several floors at once, and those that belong to none."""
