"""What the planner is measured on, and the other ways to solve it that it is measured against."""
