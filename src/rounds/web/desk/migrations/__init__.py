"""Schema of the desk."""
