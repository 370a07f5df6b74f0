"""The verbs of the planner."""
