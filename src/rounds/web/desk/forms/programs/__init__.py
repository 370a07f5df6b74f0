"""What curators type about programs and their rules."""
