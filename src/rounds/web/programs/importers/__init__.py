"""Read files of others about programs."""
