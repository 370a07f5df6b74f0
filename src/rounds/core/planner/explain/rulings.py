"""The permission of every chosen term, with the answer of each layer."""

from dataclasses import dataclass

from rounds.core.legality.ruling import Ruling
from rounds.core.planner.activity import ruling_on
from rounds.core.planner.offers import Term
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem
from rounds.core.vocabulary import Permission

PERMISSION_WORDS = {
    Permission.ALLOWED: "allowed",
    Permission.ALLOWED_BY_AGENCY_DECISION: "allowed by a decision of the agency",
    Permission.UNKNOWN: "permission unknown, let in as you wished",
    Permission.NOT_ALLOWED: "not allowed",
}


@dataclass(frozen=True, slots=True)
class TermRuling:
    """One chosen term and what the law says about it, layer by layer."""

    term: Term
    ruling: Ruling

    @property
    def sentence(self) -> str:
        words = PERMISSION_WORDS[self.ruling.permission]
        return " ".join((f"{self.term.code}: {words}.", *self.ruling.conditions))


def term_rulings(problem: Problem, plan: Plan) -> tuple[TermRuling, ...]:
    """The rulings of the chosen terms, in the plan's order."""
    return tuple(
        TermRuling(term, ruling_on(problem.facts, term, problem.rulebook)) for term in plan.terms
    )
