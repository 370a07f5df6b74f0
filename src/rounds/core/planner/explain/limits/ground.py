"""What every limit starts from: the question, the shown plan, and what one more term adds to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rounds.core.eligibility.assess import assess
from rounds.core.planner.candidates import Candidates, Reason
from rounds.core.planner.explain.frontier import FrontierPoint
from rounds.core.planner.explain.growth import Growth
from rounds.core.planner.explain.limits.limit import Limit, LimitName
from rounds.core.planner.explain.one_more import Addition, additions, terms_beside
from rounds.core.planner.explain.solving import has_most_doors
from rounds.core.planner.explain.weights import programs_that_count
from rounds.core.planner.offers import Term
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem, with_plan
from rounds.core.vocabulary import Door


@dataclass(frozen=True, slots=True)
class Ground:
    """``problem`` asks for doors and dollars only; ``growth`` is over facts and plan.

    ``known`` are points of the frontier already computed for this problem.
    """

    problem: Problem
    plan: Plan
    candidates: Candidates
    growth: Growth
    known: tuple[FrontierPoint, ...] = ()

    def kept_out_only_by(self, *reasons: Reason) -> tuple[Term, ...]:
        """Terms that would enter if these reasons, one or more of which they have, were gone."""
        allowed = frozenset(reasons)
        return tuple(
            one.term for one in self.candidates.excluded if frozenset(one.reasons) <= allowed
        )

    def singles(self, relaxed: Problem) -> list[Addition]:
        """Single additions to the plan that open a door under a relaxed limit, best first."""
        fitting = terms_beside(relaxed, self.plan)
        found = additions(relaxed, self.plan, fitting, self.growth)
        return [addition for addition in found if addition.doors > 0]

    def more_doors(self, plan: Plan | None) -> int:
        """How many weighted doors another plan has beyond the shown one; never less than none."""
        return 0 if plan is None else max(0, plan.sure_doors - self.plan.sure_doors)

    def limit(
        self,
        name: LimitName,
        relaxed: Plan | None,
        singles: Sequence[Addition],
        *,
        terms: int = 0,
    ) -> Limit:
        """The doors gained without a limit: what the solver found, or one addition if better."""
        gained, opened = self.more_doors(relaxed), self._opened(relaxed)
        if singles and singles[0].doors > gained:
            gained, opened = singles[0].doors, singles[0].opened
        is_proven = (
            relaxed is not None
            and has_most_doors(relaxed)
            and has_most_doors(self.plan)
            and gained == self.more_doors(relaxed)
        )
        return Limit(name, gained, opened, is_proven, terms=terms)

    def _opened(self, plan: Plan | None) -> tuple[str, ...]:
        if plan is None:
            return ()
        return self.opened_by(plan.terms)

    def opened_by(self, terms: tuple[Term, ...]) -> tuple[str, ...]:
        """Program ids open with these terms and not with the plan."""
        now = frozenset(self._open(self.plan.terms))
        return tuple(key for key in self._open(terms) if key not in now)

    def _open(self, terms: tuple[Term, ...]) -> tuple[str, ...]:
        facts = with_plan(self.problem.facts, terms)
        programs = programs_that_count(self.problem)
        seen = assess(facts, programs, self.problem.season)
        return tuple(one.program.id for one in seen if one.door is Door.OPEN)


def codes(terms: Iterable[Term]) -> frozenset[str]:
    """The codes of terms."""
    return frozenset(term.code for term in terms)
