"""The lexicographic search: one stage after the other, each proven before the next begins."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from rounds.core.errors import InternalDisagreement
from rounds.core.planner.enumeration.alternatives import TooManyError
from rounds.core.planner.enumeration.families import UnsuitableError
from rounds.core.planner.enumeration.incumbent import Incumbent, OutOfStepsError
from rounds.core.planner.enumeration.layout import layout
from rounds.core.planner.enumeration.sets import sure_bound, try_all_sets
from rounds.core.planner.greedy import greedy
from rounds.core.planner.instance import Instance
from rounds.core.planner.model import Expression, Model, terms_that_matter
from rounds.core.planner.plan import StageName
from rounds.core.planner.rows import Limits, Numbers, Run, run
from rounds.core.planner.stop import Meter

MOST_STEPS = 300_000
STEPS_A_NODE = 1_000
MAXIMIZED = frozenset({StageName.SURE_DOORS, StageName.POSSIBLE_DOORS, StageName.LETTERS})
SLACK = 1e-5


@dataclass(frozen=True, slots=True)
class State:
    """The best choice so far and, by stage, the best figure that could still exist."""

    chosen: frozenset[int]
    bounds: dict[StageName, int]


class Search:
    """Solves one instance; tells every better plan."""

    def __init__(self, instance: Instance, meter: Meter, told: Callable[[State], None]) -> None:
        self.instance = instance
        self.meter = meter
        self.told = told
        self.chosen = instance.pinned
        self.bounds = first_bounds(instance)

    def best(self, stages: Sequence[StageName] = tuple(StageName)) -> State:
        """The best plan, proven as far as the limits allow; ``stages`` may leave out late ones."""
        terms = terms_that_matter(self.instance)
        self.chosen = greedy(self.instance, terms)
        self.told(self.state)
        if self._enumerate(terms):
            return self.state
        if self.meter.is_over:
            return self.state
        model = Model(self.instance, terms)
        for stage in stages:
            if not self._solve(model, stage):
                return self.state
        if StageName.CODES in stages:
            self._smallest_codes(model)
        return self.state

    def _enumerate(self, terms: tuple[int, ...]) -> bool:
        """Try every set that the budget can pay; False when there are too many."""
        if self.instance.budget is None:
            return False
        try:
            laid = layout(self.instance, terms)
        except (TooManyError, UnsuitableError):
            return False
        self.bounds[StageName.SURE_DOORS] = sure_bound(laid)
        known = Incumbent(
            self.instance,
            self.chosen,
            steps=self._steps(),
            is_over=lambda: self.meter.is_half_over,
            told=self._better,
        )
        try:
            try_all_sets(laid, known)
        except OutOfStepsError:
            return False
        finally:
            self.meter.spend(nodes=-(-known.steps // STEPS_A_NODE), seconds=0.0)
        value = self.instance.value(self.chosen)
        self.bounds = {stage: value.of(stage) for stage in StageName}
        return True

    def _steps(self) -> int:
        nodes = self.meter.nodes_left
        return MOST_STEPS if nodes is None else min(MOST_STEPS, nodes * STEPS_A_NODE)

    def _better(self, chosen: frozenset[int]) -> None:
        self.chosen = chosen
        self.told(self.state)

    @property
    def state(self) -> State:
        return State(self.chosen, dict(self.bounds))

    def _solve(self, model: Model, stage: StageName) -> bool:
        """One stage to its proof; False when a limit came first."""
        value = self.instance.value(self.chosen).of(stage)
        if self.bounds[stage] != value:
            self._run(model, stage)
            value = self.instance.value(self.chosen).of(stage)
        if self.bounds[stage] != value:
            return False
        self._fix(model, stage, value)
        return True

    def _run(self, model: Model, stage: StageName) -> None:
        expression = model.objective(stage)
        maximize = stage in MAXIMIZED
        offset = self._offset(stage)
        if not expression:
            self.bounds[stage] = offset
            return
        result = self._optimize(model, expression, maximize=maximize)
        if result.is_infeasible:
            raise InternalDisagreement(f"stage {stage.value} finds no plan where one is known")
        if result.values is not None:
            self._adopt(model, result.values)
        if result.is_optimal:
            self.bounds[stage] = self._agreed(stage, result.bound + offset)
        elif np.isfinite(result.bound):
            rounded = floor(result.bound + SLACK) if maximize else ceil(result.bound - SLACK)
            tightest = min if maximize else max
            self.bounds[stage] = tightest(self.bounds[stage], rounded + offset)

    def _agreed(self, stage: StageName, optimum: float) -> int:
        value = self.instance.value(self.chosen).of(stage)
        if abs(value - optimum) > 0.5:
            raise InternalDisagreement(
                f"stage {stage.value}: the solver proves {optimum}, its plan is worth {value}"
            )
        return value

    def _optimize(self, model: Model, expression: Expression, *, maximize: bool) -> Run:
        limits = Limits(self.meter.seconds_left, self.meter.nodes_left)
        start = {c: float(n in self.chosen) for n, c in model.term_column.items()}
        result = run(
            model.rows.program(expression, maximize=maximize),
            limits,
            start=start,
            improved=lambda values: self._adopt(model, values),
        )
        self.meter.spend(nodes=result.nodes, seconds=result.seconds)
        return result

    def _adopt(self, model: Model, values: Numbers) -> None:
        chosen = frozenset(n for n, c in model.term_column.items() if values[c] > 0.5)
        if not self.instance.fits(chosen):
            raise InternalDisagreement("the solver's plan breaks a limit")
        if self.instance.value(chosen).rank < self.instance.value(self.chosen).rank:
            self.chosen = chosen
            self.told(self.state)

    def _offset(self, stage: StageName) -> int:
        instance = self.instance
        match stage:
            case StageName.SURE_DOORS:
                return instance.doors.sure_now
            case StageName.POSSIBLE_DOORS:
                return instance.doors.possible_now
            case StageName.COST:
                there = min(instance.letters_there, instance.letters_wanted)
                return -instance.letter_cents * there
            case StageName.LETTERS:
                return min(instance.letters_there, instance.letters_wanted)
            case StageName.FINISH | StageName.CODES:
                return 0

    def _fix(self, model: Model, stage: StageName, value: int) -> None:
        expression = model.objective(stage)
        if not expression:
            return
        target = value - self._offset(stage)
        if stage in MAXIMIZED:
            model.rows.at_least(target, expression.items())
        else:
            model.rows.at_most(target, expression.items())

    def _smallest_codes(self, model: Model) -> None:
        """Of all plans equal so far, the one with the smallest codes, position by position."""
        before: set[int] = set()
        for position in range(len(self.chosen)):
            while True:
                current = sorted(self.chosen)[position]
                smaller = [n for n in model.term_column if n < current and n not in before]
                if not smaller or not self._has_plan_with(model, smaller):
                    break
            before.add(current)
            column = model.term_column[current]
            model.rows.at_least(1, [(column, 1.0)])
            for n in smaller:
                model.rows.at_most(0, [(model.term_column[n], 1.0)])
        if self.meter.is_over:
            self.bounds[StageName.CODES] = 0

    def _has_plan_with(self, model: Model, smaller: list[int]) -> bool:
        if self.meter.is_over:
            return False
        count = len(model.rows)
        model.rows.at_least(1, ((model.term_column[n], 1.0) for n in smaller))
        limits = Limits(self.meter.seconds_left, self.meter.nodes_left)
        result = run(model.rows.program({}, maximize=False), limits)
        model.rows.shorten(count)
        self.meter.spend(nodes=result.nodes, seconds=result.seconds)
        if result.values is not None:
            self._adopt(model, result.values)
        return result.values is not None


def first_bounds(instance: Instance) -> dict[StageName, int]:
    """What no plan can beat, before any search."""
    doors = instance.doors
    letters = min(instance.letters_wanted, instance.letters_there + len(instance.authors))
    pins = instance.value(instance.pinned)
    return {
        StageName.SURE_DOORS: doors.sure_now + sum(doors.sure.values()),
        StageName.POSSIBLE_DOORS: doors.possible_now + sum(doors.possible.values()),
        StageName.COST: pins.cost - instance.letter_cents * letters,
        StageName.LETTERS: letters,
        StageName.FINISH: pins.finish,
        StageName.CODES: len(instance.pinned),
    }
