"""The planner's one verb: the best plan, stage by stage, with its proof."""

from collections.abc import Callable

from rounds.core.collector import collector_paused
from rounds.core.planner.calendar import last_day
from rounds.core.planner.candidates import candidates
from rounds.core.planner.check import recheck
from rounds.core.planner.costs import cost_lines
from rounds.core.planner.instance import Instance, instance_of
from rounds.core.planner.plan import Plan, StageProof
from rounds.core.planner.problem import Problem
from rounds.core.planner.search import Search, State
from rounds.core.planner.stop import NEVER, Meter, Stop

Progress = Callable[[Plan], None]


def solve(problem: Problem, *, stop: Stop = NEVER, progress: Progress | None = None) -> Plan:
    """The best plan: sure doors, possible doors, cost, letters, finish, codes, in this order.

    ``progress`` is told a first plan with its bounds at once, and every better one. A limit ends
    the search with the best plan so far; its unproven stages have a bound other than their value.
    Raises BadInput for contradictory wishes or offers, InternalDisagreement when the scalar check
    sees another plan than the search.
    """
    with collector_paused():
        return _solved(problem, stop, progress)


def _solved(problem: Problem, stop: Stop, progress: Progress | None) -> Plan:
    entering = candidates(problem)
    instance = instance_of(problem, entering.terms)

    def told(state: State) -> None:
        if progress is not None:
            progress(_plan(problem, instance, state))

    state = Search(instance, Meter(stop), told).best()
    recheck(problem, instance, state.chosen)
    return _plan(problem, instance, state)


def _plan(problem: Problem, instance: Instance, state: State) -> Plan:
    value = instance.value(state.chosen)
    terms = sorted((instance.terms[n] for n in state.chosen), key=lambda one: (one.span, one.code))
    return Plan(
        terms=tuple(terms),
        sure_doors=value.sure,
        possible_doors=value.possible,
        cost=value.cost,
        cost_lines=cost_lines(terms, problem.wishes.paid_once, instance.amounts),
        letters=value.letters,
        finish=last_day(terms),
        stages=tuple(
            StageProof(stage, value.of(stage), bound) for stage, bound in state.bounds.items()
        ),
    )
