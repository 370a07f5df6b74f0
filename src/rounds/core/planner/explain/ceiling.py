"""The most that a set of terms could ever open, if all could be done: an upper bound."""

from collections.abc import Iterable

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.criteria.clinical_experience import Counted, ExperienceAsked
from rounds.core.planner.explain.growth import GrowingLeaf, Growth
from rounds.core.planner.offers import Term
from rounds.core.vocabulary import Verdict


def openable(growth: Growth, terms: Iterable[Term]) -> frozenset[str]:
    """Programs that could open if every term were done and all its weeks added.

    No plan from these terms opens a program outside the answer: certified weeks of a plan never
    sum to more than those of all terms, and its authors are among all authors.
    """
    weeks: dict[int, int] = {}
    longest: dict[int, int] = {}
    authors: dict[int, set[str]] = {}
    for term in terms:
        for one in growth.contributions(term):
            if one.match.verdict is not Verdict.MET:
                continue
            if isinstance(growth.leaves[one.leaf], ExperienceAsked):
                weeks[one.leaf] = weeks.get(one.leaf, 0) + one.amount
                longest[one.leaf] = max(longest.get(one.leaf, 0), one.amount)
            else:
                authors.setdefault(one.leaf, set()).add(term.author)

    def is_reached(index: int, leaf: GrowingLeaf, case: Case) -> bool:
        sure = leaf.tally(case).sure
        if not isinstance(leaf, ExperienceAsked):
            return sure + len(authors.get(index, ())) >= leaf.at_least
        if leaf.counted is Counted.ONE_ROTATION:
            return max(sure, longest.get(index, 0)) >= leaf.sure_weeks
        return sure + weeks.get(index, 0) >= leaf.sure_weeks

    return growth.open_if(
        frozenset(
            index
            for index, leaf in enumerate(growth.leaves)
            if is_reached(index, leaf, growth.case)
        )
    )
