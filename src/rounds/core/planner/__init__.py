"""Which rotations to book next: problem → solve(problem, stop) → Plan."""
