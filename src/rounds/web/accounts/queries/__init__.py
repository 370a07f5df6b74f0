"""Named reads about people."""
