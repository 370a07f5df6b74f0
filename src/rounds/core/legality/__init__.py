"""May this person do this, here, on every day of it? Four layers, the worst wins."""
