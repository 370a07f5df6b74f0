"""The problem as the search sees it: terms by position, formulas, costs and clashes in integers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rounds.core.planner.calendar import Stay, clash, stay_of
from rounds.core.planner.compile import Doors, compile_doors
from rounds.core.planner.costs import own_cents, shared_cents, shared_keys
from rounds.core.planner.offers import Term
from rounds.core.planner.problem import Problem
from rounds.core.planner.tally import DoorTally
from rounds.core.planner.value import Value
from rounds.core.values import Cents


@dataclass(frozen=True, slots=True)
class Shared:
    """A cost paid once when any of its terms is chosen."""

    cents: Cents
    terms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Instance:
    """Candidates in the order of their codes; everything else names them by position.

    ``shared_of`` lists by term the shared costs it brings, ``amounts`` all shared costs by name.
    ``authors`` are, by author, the terms that would give a certain letter in time.
    """

    terms: tuple[Term, ...]
    pinned: frozenset[int]
    stays: tuple[Stay, ...]
    travel_days: int
    budget: Cents | None
    own: tuple[Cents, ...]
    shared: tuple[Shared, ...]
    shared_of: tuple[tuple[int, ...], ...]
    letters_there: int
    letters_wanted: int
    letter_cents: Cents
    authors: tuple[tuple[int, ...], ...]
    author_of: tuple[int | None, ...]
    amounts: dict[tuple[str, str], Cents]
    doors: Doors
    tally: DoorTally

    def cost(self, chosen: frozenset[int]) -> Cents:
        """The whole cost of a choice."""
        shared = {k for n in chosen for k in self.shared_of[n]}
        return sum(self.shared[k].cents for k in shared) + sum(self.own[n] for n in chosen)

    def letters(self, chosen: frozenset[int]) -> int:
        """Letters counted: those there and one an author, up to the number wanted."""
        return self.counted(len({self.author_of[n] for n in chosen} - {None}))

    def counted(self, new_authors: int) -> int:
        """Letters that count when so many authors are new."""
        return min(self.letters_wanted, self.letters_there + new_authors)

    def net(self, cost: Cents, letters: int) -> Cents:
        """The cost less what the letters are allowed to cost."""
        return cost - self.letter_cents * letters

    def fits(self, chosen: frozenset[int]) -> bool:
        """True when no two clash, all pins are in and the budget is kept."""
        if self.budget is not None and self.cost(chosen) > self.budget:
            return False
        ordered = sorted(chosen)
        return self.pinned <= chosen and not any(
            clash(self.stays[one], self.stays[two], self.travel_days)
            for index, one in enumerate(ordered)
            for two in ordered[index + 1 :]
        )

    def value(self, chosen: frozenset[int]) -> Value:
        """All figures of a choice."""
        cost, letters = self.cost(chosen), self.letters(chosen)
        sure, possible = self.tally.open(chosen)
        return Value(
            sure=self.doors.sure_now + sure,
            possible=self.doors.possible_now + possible,
            cost=cost,
            net=self.net(cost, letters),
            letters=letters,
            finish=max((self.stays[n].last for n in chosen), default=0),
            codes=tuple(self.terms[n].code for n in sorted(chosen)),
        )


def instance_of(problem: Problem, terms: Sequence[Term]) -> Instance:
    """Put a problem over its candidates into integers. Terms must be sorted by code."""
    wishes = problem.wishes
    amounts = shared_cents(problem.terms)
    sharing: dict[tuple[str, str], list[int]] = {}
    for n, term in enumerate(terms):
        for key in shared_keys(term, wishes.paid_once):
            sharing.setdefault(key, []).append(n)
    shared = tuple(
        Shared(amounts[key], tuple(members))
        for key, members in sorted(sharing.items())
        if amounts.get(key, 0)
    )
    shared_of: list[list[int]] = [[] for _ in terms]
    for k, one in enumerate(shared):
        for n in one.terms:
            shared_of[n].append(k)
    doors = compile_doors(problem, terms)
    authors = _authors(problem, terms, problem.season.apply_on)
    author_of = {n: k for k, members in enumerate(authors) for n in members}
    return Instance(
        terms=tuple(terms),
        pinned=frozenset(n for n, term in enumerate(terms) if term.code in wishes.pinned),
        stays=tuple(map(stay_of, terms)),
        travel_days=wishes.travel_days,
        budget=wishes.budget,
        own=tuple(map(own_cents, terms)),
        shared=shared,
        shared_of=tuple(map(tuple, shared_of)),
        letters_there=letters_there(problem),
        letters_wanted=wishes.letters,
        letter_cents=wishes.cents_for_a_letter,
        authors=authors,
        author_of=tuple(author_of.get(n) for n in range(len(terms))),
        amounts=amounts,
        doors=doors,
        tally=DoorTally(doors, len(terms)),
    )


def letters_there(problem: Problem) -> int:
    """Authors among the facts whose letter is certain and ready when applying."""
    ready = problem.season.apply_on
    letters = problem.facts.letters
    return len({one.author for one in letters if one.is_certain and one.ready_on <= ready})


def _authors(problem: Problem, terms: Sequence[Term], ready: date) -> tuple[tuple[int, ...], ...]:
    known = {letter.author for letter in problem.facts.letters}
    found: dict[str, list[int]] = {}
    for n, term in enumerate(terms):
        letter = term.as_letter()
        if letter and letter.is_certain and letter.ready_on <= ready and letter.author not in known:
            found.setdefault(letter.author, []).append(n)
    return tuple(tuple(members) for _, members in sorted(found.items()))
