"""What full rotations cost in doors, and which one free seat would open one."""

from dataclasses import replace

from rounds.core.planner.candidates import Reason
from rounds.core.planner.explain.limits.ground import Ground, codes
from rounds.core.planner.explain.limits.limit import LeastChange, Limit, LimitName, not_a_limit
from rounds.core.planner.explain.solving import Solver, has_most_doors
from rounds.core.planner.explain.variants import with_seats
from rounds.core.planner.explain.words import counted
from rounds.core.planner.offers import Term
from rounds.core.values import day

NO_TERM = "No rotation is closed to you only because it is full."


def seats_limit(ground: Ground, solver: Solver) -> Limit:
    """Doors gained if every full term had a seat, and one seat that opens a door by itself.

    Terms of the plan with all seats are tried one by one, then the best single additions.
    """
    full = ground.kept_out_only_by(Reason.NO_SEATS)
    if not full:
        return not_a_limit(LimitName.SEATS, NO_TERM)
    freed = with_seats(ground.problem, codes(full))
    best, singles = solver.best(freed), ground.singles(freed)
    limit = ground.limit(LimitName.SEATS, best, singles, terms=len(full))
    used = [] if best is None else [term for term in best.terms if term.code in codes(full)]
    if best is not None and len(used) == 1 and ground.more_doors(best):
        is_proven = has_most_doors(ground.plan)
        return replace(limit, least=(_one_seat(used[0], ground.more_doors(best), is_proven),))
    if singles:
        return replace(limit, least=(_one_seat(singles[0].term, singles[0].doors, False),))
    for term in used:
        plan = solver.best(with_seats(ground.problem, frozenset({term.code})))
        if plan is not None and ground.more_doors(plan):
            return replace(limit, least=(_one_seat(term, ground.more_doors(plan), False),))
    return limit


def _one_seat(term: Term, doors: int, is_proven: bool) -> LeastChange:  # noqa: FBT001 -- private
    where = f"{term.rotation}, {term.site.name}, from {day(term.span.first)} ({term.code})"
    sentence = f"One free seat in {where}: {counted(doors, 'more door')}."
    return LeastChange("seats.one", sentence, doors, is_proven=is_proven)
