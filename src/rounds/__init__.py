"""Rounds: from rotation to residency."""

__version__ = "0.1.0"
