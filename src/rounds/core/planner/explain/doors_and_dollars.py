"""The question most explanations ask: the most sure doors, and the least money for as many."""

from dataclasses import replace

from rounds.core.planner.calendar import last_day
from rounds.core.planner.candidates import candidates
from rounds.core.planner.check import recheck
from rounds.core.planner.costs import cost_lines, shared_cents
from rounds.core.planner.instance import Instance, instance_of
from rounds.core.planner.plan import Plan, StageName, StageProof
from rounds.core.planner.problem import Problem
from rounds.core.planner.search import Search, State
from rounds.core.planner.stop import Meter, Stop
from rounds.core.planner.tally import DoorTally

STAGES = (StageName.SURE_DOORS, StageName.POSSIBLE_DOORS, StageName.COST)


def doors_and_dollars(problem: Problem, *, stop: Stop, instance: Instance | None = None) -> Plan:
    """As ``solve`` with two stages only, sure doors and cost, and proofs of those two.

    Possible doors, letters, finish and codes are not asked: a plan that has as many sure doors for
    less money is better here even if it makes fewer doors possible. Judged again by ``assess``.
    ``instance`` is the problem's, if it was compiled before.
    """
    if instance is None:
        instance = compiled(problem)
    state = Search(_narrowed(instance), Meter(stop), _ignore).best(STAGES)
    value = recheck(problem, instance, state.chosen)
    terms = sorted((instance.terms[n] for n in state.chosen), key=lambda one: (one.span, one.code))
    figures = {StageName.SURE_DOORS: value.sure, StageName.COST: value.cost}
    return Plan(
        terms=tuple(terms),
        sure_doors=value.sure,
        possible_doors=value.possible,
        cost=value.cost,
        cost_lines=cost_lines(terms, problem.wishes.paid_once, shared_cents(problem.terms)),
        letters=value.letters,
        finish=last_day(terms),
        stages=tuple(
            StageProof(stage, figure, state.bounds[stage]) for stage, figure in figures.items()
        ),
    )


def compiled(problem: Problem) -> Instance:
    """The problem as the search sees it; raises BadInput for contradictory wishes or offers."""
    return instance_of(problem, candidates(problem).terms)


def _narrowed(instance: Instance) -> Instance:
    """The same instance in which no door is worth anything for being possible."""
    doors = replace(instance.doors, possible_now=0, possible={})
    tally = DoorTally(doors, len(instance.terms))
    return replace(instance, doors=doors, tally=tally, letters_wanted=0)


def _ignore(state: State) -> None:
    """Nobody watches these solves."""
    del state
