"""What the wished dates cost in doors, and how many days later or earlier open one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from rounds.core.planner.candidates import Reason
from rounds.core.planner.explain.limits.ground import Ground
from rounds.core.planner.explain.limits.limit import LeastChange, Limit, LimitName, not_a_limit
from rounds.core.planner.explain.solving import Solver, has_most_doors
from rounds.core.planner.explain.variants import with_dates
from rounds.core.planner.explain.words import counted
from rounds.core.planner.offers import Term
from rounds.core.planner.problem import Problem, Wishes
from rounds.core.values import day

NO_TERM = "No rotation lies outside your dates that could otherwise be chosen."


@dataclass(frozen=True, slots=True)
class Direction:
    """One way to widen the dates: the days worth trying, nearest first, and what each asks."""

    code: str
    days: tuple[date, ...]
    wished: date
    question: Callable[[date], Problem]
    reached: Callable[[Iterable[Term]], date]

    def position(self, terms: Iterable[Term], otherwise: int) -> int:
        """How far these terms need the dates widened, as a position in ``days``."""
        reached = self.reached(terms)
        return self.days.index(reached) if reached in self.days else otherwise


@dataclass(frozen=True, slots=True)
class Helps:
    """The nearest position known to open doors."""

    position: int
    doors: int


def dates_limit(ground: Ground, solver: Solver) -> Limit:
    """Doors gained with any dates, and the fewest days later, or earlier, that open one more."""
    outside = ground.kept_out_only_by(Reason.TOO_EARLY, Reason.TOO_LATE)
    if not outside:
        return not_a_limit(LimitName.DATES, NO_TERM)
    wishes = ground.problem.wishes
    free = with_dates(
        ground.problem,
        earliest=min(wishes.earliest, *(term.span.first for term in outside)),
        latest=max(wishes.latest, *(term.span.last for term in outside)),
    )
    limit = ground.limit(
        LimitName.DATES, solver.best(free), ground.singles(free), terms=len(outside)
    )
    if not limit.gained and limit.is_proven:
        return limit
    changes = [_least(ground, solver, way) for way in (_later(ground), _earlier(ground))]
    return replace(limit, least=tuple(change for change in changes if change is not None))


def _later(ground: Ground) -> Direction:
    wishes = ground.problem.wishes
    days = {term.span.last for term in ground.kept_out_only_by(Reason.TOO_LATE)}
    return Direction(
        "dates.later",
        tuple(sorted(days)),
        wishes.latest,
        lambda last: with_dates(ground.problem, earliest=wishes.earliest, latest=last),
        lambda terms: max(term.span.last for term in terms),
    )


def _earlier(ground: Ground) -> Direction:
    wishes: Wishes = ground.problem.wishes
    days = {term.span.first for term in ground.kept_out_only_by(Reason.TOO_EARLY)}
    return Direction(
        "dates.earlier",
        tuple(sorted(days, reverse=True)),
        wishes.earliest,
        lambda first: with_dates(ground.problem, earliest=first, latest=wishes.latest),
        lambda terms: min(term.span.first for term in terms),
    )


def _least(ground: Ground, solver: Solver, way: Direction) -> LeastChange | None:
    helps, below = _nearest(ground, solver, way)
    if helps is None:
        return None
    on = way.days[helps.position]
    count = abs((on - way.wished).days)
    is_proven = below == helps.position - 1 and has_most_doors(ground.plan)
    days = counted(count, "day") if is_proven else f"At most {counted(count, 'day')}"
    where = "later, until" if on > way.wished else "earlier, from"
    sentence = (
        f"{days} {where} {day(on)}, with the same budget: {counted(helps.doors, 'more door')}."
    )
    return LeastChange(way.code, sentence, helps.doors, count, is_proven)


def _nearest(ground: Ground, solver: Solver, way: Direction) -> tuple[Helps | None, int]:
    """The nearest position that opens a door, and the farthest one proven to open none.

    Wider dates never open fewer doors, so the gap between the two is halved at each solve.
    """
    if not way.days:
        return None, -1
    helps, below = _by_one_term(ground, way), -1
    while solver.left and (helps is None or below < helps.position - 1):
        at = len(way.days) - 1 if helps is None else (below + helps.position) // 2
        plan = solver.best(way.question(way.days[at]))
        if plan is None:
            break
        if ground.more_doors(plan):
            helps = Helps(way.position(plan.terms, at), ground.more_doors(plan))
        elif helps is None or not has_most_doors(plan):
            break
        else:
            below = at
    return helps, below


def _by_one_term(ground: Ground, way: Direction) -> Helps | None:
    """The nearest position at which one term on top of the plan opens a door."""
    farthest = way.question(way.days[-1])
    found = [
        Helps(way.position([one.term], len(way.days) - 1), one.doors)
        for one in ground.singles(farthest)
    ]
    return min(found, key=lambda one: (one.position, -one.doors), default=None)
