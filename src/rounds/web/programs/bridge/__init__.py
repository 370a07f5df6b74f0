"""Between the rows of programs and the core's own programs and rules."""
