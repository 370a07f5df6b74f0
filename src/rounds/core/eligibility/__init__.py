"""What programs ask for, and whether one person meets it: met, unmet or unknown."""
