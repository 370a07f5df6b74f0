"""What was wished on the command line, as the planner's own value."""

from collections.abc import Sequence
from dataclasses import dataclass

from rounds.cli.options import Options
from rounds.core.eligibility.programs import Program
from rounds.core.planner.offers import Term
from rounds.core.planner.problem import MAX_LETTERS, Wishes
from rounds.core.vocabulary import SPECIALTIES

MOST_TRAVEL_DAYS = 30


@dataclass(frozen=True, slots=True)
class Typed:
    """Limits and wishes as typed."""

    budget: str | None = None
    first: str | None = None
    last: str | None = None
    letters: str | None = None
    letter_worth: str | None = None
    travel_days: str | None = None
    include_unknown_permission: bool = False
    star: Sequence[str] = ()
    pin: Sequence[str] = ()
    exclude: Sequence[str] = ()
    specialty: Sequence[str] = ()
    state: Sequence[str] = ()
    paid: Sequence[str] = ()


def read_wishes(
    options: Options, typed: Typed, *, terms: Sequence[Term], programs: Sequence[Program]
) -> Wishes | None:
    """The wishes, or ``None`` after noting what is missing or wrong."""
    options.needed("--budget", typed.budget, "4,500 (dollars for everything), or --budget none")
    options.needed("--from", typed.first, "2027-01-04, the first day you could begin")
    options.needed("--until", typed.last, "2027-08-31, the last day you could stay")
    has_limit = typed.budget is None or typed.budget.strip().lower() != "none"
    budget = options.money("--budget", typed.budget) if has_limit else None
    span = options.span(options.day("--from", typed.first), options.day("--until", typed.last))
    letters = options.whole("--letters", typed.letters, low=0, high=MAX_LETTERS)
    worth = options.money("--letter-worth", typed.letter_worth)
    days = options.whole("--travel-days", typed.travel_days, low=0, high=MOST_TRAVEL_DAYS)
    weights = options.star(typed.star)
    _known(options, "--star", [name for name, _ in weights], [one.id for one in programs])
    codes = [term.code for term in terms]
    pinned, excluded = frozenset(typed.pin), frozenset(typed.exclude)
    _known(options, "--pin", sorted(pinned), codes)
    _known(options, "--exclude", sorted(excluded), codes)
    for code in sorted(pinned & excluded):
        options.wrong("--pin", f"{code} is also in --exclude; choose one.")
    specialties = options.names("--specialty", typed.specialty, SPECIALTIES)
    states = options.states(typed.state)
    if span is None:
        return None
    return Wishes(
        earliest=span.first,
        latest=span.last,
        budget=budget,
        letters=letters or 0,
        cents_for_a_letter=worth or 0,
        travel_days=1 if days is None else days,
        include_unknown_permission=typed.include_unknown_permission,
        weights=weights,
        pinned=pinned,
        excluded=excluded,
        specialties=specialties,
        states=states,
        paid_once=frozenset(typed.paid),
    )


def _known(options: Options, option: str, names: Sequence[str], known: Sequence[str]) -> None:
    every = frozenset(known)
    for name in names:
        if every and name not in every:
            options.unknown(option, name, every)
