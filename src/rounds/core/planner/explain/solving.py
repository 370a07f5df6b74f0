"""Several solves under one limit: each gets a fair share of what is left."""

from dataclasses import replace

from rounds.core.errors import SolverStopped
from rounds.core.planner.explain.doors_and_dollars import compiled, doors_and_dollars
from rounds.core.planner.explain.variants import with_budget
from rounds.core.planner.instance import Instance
from rounds.core.planner.plan import Plan, StageName, StageProof
from rounds.core.planner.problem import Problem
from rounds.core.planner.stop import Meter, Stop


class Solver:
    """At most ``solves`` solves within one limit on seconds and nodes.

    With a clock, time one solve leaves over passes to the next ones; without a clock every solve
    gets the same share. A part is a solver with some of the solves and their share of the limit.
    """

    def __init__(self, stop: Stop, *, solves: int) -> None:
        self._meter = Meter(stop)
        self._total = solves
        self.left = solves
        self._compiled: tuple[Problem, Instance] | None = None

    def best(self, problem: Problem) -> Plan | None:
        """Most doors, least money, within this solve's share; ``None`` when none is left."""
        if self.left < 1 or self._meter.is_over:
            self.left = 0
            return None
        instance = self._instance(problem)
        share = self.share(1)
        self.left -= 1
        try:
            return doors_and_dollars(problem, stop=share, instance=instance)
        except SolverStopped:
            return None

    def _instance(self, problem: Problem) -> Instance:
        """The compiled problem; the last one again where only the sum of the budget differs."""
        budget = problem.wishes.budget
        alike = problem if budget is None else with_budget(problem, 0)
        if self._compiled is None or self._compiled[0] != alike:
            self._compiled = (alike, compiled(problem))
        return replace(self._compiled[1], budget=budget)

    def part(self, solves: int) -> "Solver":
        """A solver for the next ``solves`` of the solves, which are used up by it."""
        part = Solver(self.share(solves), solves=solves)
        self.left -= solves
        return part

    def share(self, solves: int) -> Stop:
        """What so many of the solves may use together."""
        stop = self._meter.stop
        nodes = None if stop.nodes is None else stop.nodes * solves // self._total
        seconds = None
        if stop.seconds is not None and stop.clock is None:
            seconds = stop.seconds * solves / self._total
        elif stop.seconds is not None:
            seconds = (self._meter.seconds_left or 0.0) * solves / self.left
        return Stop(seconds=seconds, nodes=nodes, clock=stop.clock)


def proof_of(plan: Plan, stage: StageName) -> StageProof | None:
    """The proof of one stage; ``None`` when the search did not come to it."""
    return next((one for one in plan.stages if one.stage is stage), None)


def has_most_doors(plan: Plan) -> bool:
    """True when no plan within the same limits has more sure doors."""
    proof = proof_of(plan, StageName.SURE_DOORS)
    return proof is not None and proof.is_proven


def most_doors(plan: Plan) -> int:
    """No plan within the same limits has more sure doors; of a plan that ``best`` returned."""
    return next(one.bound for one in plan.stages if one.stage is StageName.SURE_DOORS)


def is_cheapest_for_its_doors(plan: Plan) -> bool:
    """True when no plan within the same limits has the most sure doors for less.

    Only a plan that was not asked for possible doors first can show this.
    """
    proof = proof_of(plan, StageName.COST)
    asked_possible = proof_of(plan, StageName.POSSIBLE_DOORS) is not None
    return has_most_doors(plan) and proof is not None and proof.is_proven and not asked_possible
