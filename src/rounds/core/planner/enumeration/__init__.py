"""Exact search over the few terms that a budget can pay: families, then sorts, then dates."""
