"""What the planner writes to people."""

from collections.abc import Sequence
from dataclasses import dataclass

from rounds.web.planner.models import Plan


@dataclass(frozen=True, slots=True)
class Mail:
    subject: str
    text: str


def plan_changed(plan: Plan, *, because: Sequence[str], changes: Sequence[str]) -> Mail:
    """A saved plan was made anew, and is another one now. No fact about the person is in it."""
    return Mail(
        subject=f"Your plan has changed: {plan}",
        text=(
            f"Your plan “{plan}” had to be made anew.\n\n{_listed(because)}\n\n"
            f"What is different now:\n\n{_listed(changes)}\n\n"
            f"The whole plan is in Rounds under Plans ({plan.address}). Nothing was booked or "
            "canceled for you.\n\nYou get this because you saved the plan. Delete it there to get "
            "no more of these.\n"
        ),
    )


def plan_impossible(plan: Plan, *, because: Sequence[str], problems: Sequence[str]) -> Mail:
    """A saved plan cannot be made anew with the same wishes."""
    return Mail(
        subject=f"Your plan is no longer possible: {plan}",
        text=(
            f"Your plan “{plan}” had to be made anew.\n\n{_listed(because)}\n\n"
            f"It cannot be made with your wishes as they are:\n\n{_listed(problems)}\n\n"
            f"Change your wishes in Rounds under Plans ({plan.address}). Nothing was booked or "
            "canceled for you.\n"
        ),
    )


def _listed(sentences: Sequence[str]) -> str:
    return "\n".join(f"- {sentence}" for sentence in sentences)
