"""The public catalog: search, compare, sites."""
