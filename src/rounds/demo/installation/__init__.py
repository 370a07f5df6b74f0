"""The demo world as a running installation: its catalog and its people, in the database."""

from rounds.demo.installation.build import Filled, fill

__all__ = ["Filled", "fill"]
