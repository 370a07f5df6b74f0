"""What people ask of the catalog."""
