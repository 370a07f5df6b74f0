"""The fictional demo world: programs, offers, decisions, four applicants; nothing is real."""

from rounds.demo.world import Person, World, world, write_world

__all__ = ["Person", "World", "world", "write_world"]
