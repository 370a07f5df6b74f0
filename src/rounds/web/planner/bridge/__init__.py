"""Between what people ask on the site and the core's planner."""
