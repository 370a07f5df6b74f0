"""Search: which open rotations fit, how many fit each further choice, and what to drop if none."""
