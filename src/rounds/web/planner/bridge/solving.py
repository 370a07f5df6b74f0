"""Ask the core, and hear what it finds as plain values a plan can keep."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any  # JSON

from rounds.core.errors import BadInput
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.answering import answer_to
from rounds.core.planner.report.differences import differences
from rounds.core.planner.report.document import plan_document
from rounds.core.planner.report.page import page_of
from rounds.core.planner.report.progress import sentence
from rounds.core.planner.report.words import short_span
from rounds.core.values import money
from rounds.web.kit.refusal import Refusal

__all__ = ["Ears", "Told", "differences", "solved", "told_of"]
Found = Callable[["Told"], None]


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as a plan keeps it. ``codes`` are the chosen dates in the plan's order."""

    page: dict[str, Any]
    document: dict[str, Any]
    codes: tuple[str, ...]
    is_proven: bool
    is_whole: bool

    @property
    def headline(self) -> str:
        return str(self.page["headline"])[:300]


@dataclass(frozen=True, slots=True)
class Ears:
    """Who listens: to better plans, to what is done now, and to the answer before it is whole."""

    progress: Callable[[dict[str, Any]], None]
    early: Found


def solved(problem: Problem, *, seconds: float, ears: Ears) -> Told:
    """The whole answer. Raises Refusal with every contradiction of the wishes or the offers."""
    heard: dict[str, Any] = {"stage": "Looking for the best rotations"}

    def better(plan: Plan) -> None:
        heard.update(_so_far(plan, is_first="sentence" not in heard))
        ears.progress(dict(heard))

    def early(found: Answer) -> None:
        better(found.plan)
        ears.early(told_of(found))

    def stage(words: str) -> None:
        heard["stage"] = words
        ears.progress(dict(heard))

    try:
        answer = answer_to(
            problem,
            seconds=seconds,
            clock=monotonic,
            progress=better,
            stage=stage,
            early=early,
        )
    except BadInput as error:
        sentences = [problem.sentence for problem in error.problems]
        raise Refusal("wishes_contradict", "\n".join(sentences)) from error
    return told_of(answer)


def told_of(answer: Answer) -> Told:
    return Told(
        page_of(answer),
        plan_document(answer),
        tuple(term.code for term in answer.plan.terms),
        is_proven=answer.proof.is_proven,
        is_whole=answer.is_whole,
    )


def _so_far(plan: Plan, *, is_first: bool) -> dict[str, Any]:
    return {
        "sentence": sentence(plan, is_first=is_first),
        "is_proven": plan.is_proven,
        "cost": money(plan.cost),
        "rotations": [
            {
                "name": term.rotation,
                "dates": short_span(term.span),
                "place": f"{term.site.name}, {term.site.town}",
            }
            for term in plan.terms
        ],
    }
