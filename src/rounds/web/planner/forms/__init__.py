"""What people fill in to plan."""
