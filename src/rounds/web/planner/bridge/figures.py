"""What a rotation does for a person, from the figures of their newest plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any  # kept figures are JSON

from rounds.core.planner.explain.figures import CountsToward, Unit
from rounds.core.planner.explain.words import counted
from rounds.web.accounts.models import User
from rounds.web.catalog.models import Term
from rounds.web.planner.models import Plan
from rounds.web.planner.queries.plans import plan_with_figures

FEW = 3


@dataclass(frozen=True, slots=True)
class DateInPlan:
    """One date: how many doors it opens alone, what it counts toward, whether the plan has it.

    ``could_enter`` is False for a date that could not be chosen when the plan was made.
    """

    term: Term
    could_enter: bool
    is_in_plan: bool
    opens_alone: int
    counts_toward: tuple[str, ...]

    @property
    def sentence(self) -> str:
        if not self.could_enter:
            return "It could not be chosen for this plan."
        alone = counted(self.opens_alone, "door") if self.opens_alone else "no door"
        return "; ".join((f"Opens {alone} by itself", *self.counts_toward)) + "."


@dataclass(frozen=True, slots=True)
class RotationInPlan:
    """The dates of one rotation in the light of a plan."""

    plan: Plan
    dates: tuple[DateInPlan, ...]

    @property
    def is_in_plan(self) -> bool:
        return any(one.is_in_plan for one in self.dates)


def rotation_in_plan(*, user: User, terms: Sequence[Term]) -> RotationInPlan | None:
    """The person's newest saved plan, else the newest, and what it says of some dates. One query.

    Nothing for a person without an answered plan.
    """
    plan = plan_with_figures(user=user)
    if plan is None or not terms:
        return None
    return RotationInPlan(plan, tuple(_date(term, plan.figures.get(term.code)) for term in terms))


def _date(term: Term, figure: dict[str, Any] | None) -> DateInPlan:
    if figure is None:
        return DateInPlan(
            term, could_enter=False, is_in_plan=False, opens_alone=0, counts_toward=()
        )
    toward = tuple(
        CountsToward(Unit(row["unit"]), row["amount"], row["asked"], row["programs"]).sentence
        for row in figure["counts_toward"][:FEW]
    )
    return DateInPlan(
        term,
        could_enter=True,
        is_in_plan=figure["in_plan"],
        opens_alone=figure["opens_alone"],
        counts_toward=toward,
    )
