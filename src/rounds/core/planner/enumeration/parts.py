"""What a term, sort or family adds to the two boards, and how such parts are summed."""

from collections.abc import Iterable
from dataclasses import dataclass

SURE, POSSIBLE = 0, 1


@dataclass(frozen=True, slots=True)
class Part:
    """Integers by board: what is added each time, and what the author adds once.

    ``gives_letter`` says that the author's letter counts toward the letters asked for.
    """

    adds: tuple[int, int]
    letters: tuple[int, int]
    author: int
    gives_letter: bool


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of some parts on one board, with what each author has added so far."""

    amount: int = 0
    by_author: tuple[tuple[int, int], ...] = ()

    def plus(self, part: Part, board: int) -> "Total":
        """One part more; of its author only what is new counts.

        In a field an author's letter has one weight, so joining bits is the author's share.
        """
        letters = part.letters[board]
        if not letters:
            return Total(self.amount + part.adds[board], self.by_author)
        before = next((bits for author, bits in self.by_author if author == part.author), 0)
        others = tuple(pair for pair in self.by_author if pair[0] != part.author)
        return Total(
            self.amount + part.adds[board] + (before | letters) - before,
            (*others, (part.author, before | letters)),
        )


def total(parts: Iterable[Part], board: int) -> Total:
    """The sum of parts on one board."""
    found = Total()
    for part in parts:
        found = found.plus(part, board)
    return found
