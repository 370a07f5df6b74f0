"""Which chosen terms count for a clause."""

from collections.abc import Sequence

from rounds.core.eligibility.assess import Finding
from rounds.core.eligibility.case import Case
from rounds.core.eligibility.criteria.clinical_experience import ExperienceAsked
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.eligibility.rules import Criterion, leaves
from rounds.core.planner.offers import Term
from rounds.core.planner.problem import Problem
from rounds.core.vocabulary import Origin, Verdict


def terms_that_count(problem: Problem, terms: Sequence[Term], finding: Finding) -> tuple[str, ...]:
    """Codes of the terms used for a finding, in the order given.

    For a met clause those its evidence names, so that of an ``any`` only the branch that is met
    speaks; else those that count, or may count, toward some leaf.
    """
    if finding.by_its_word.is_met:
        used = {one.ref for one in finding.evidence if one.origin is Origin.PLANNED}
        return tuple(
            term.code
            for term in terms
            if term.code in used or (term.as_letter() is not None and term.author in used)
        )
    case = Case(problem.facts, problem.season, problem.season.apply_on)
    parts = tuple(leaves(finding.requirement.rule))
    return tuple(term.code for term in terms if any(may_count(leaf, term, case) for leaf in parts))


def may_count(leaf: Criterion, term: Term, case: Case) -> bool:
    """True when the term surely or possibly adds to the leaf."""
    match leaf:
        case ExperienceAsked():
            return leaf.counts(term.as_experience(), case).verdict is not Verdict.UNMET
        case LettersAsked():
            letter = term.as_letter()
            if letter is None or letter.author in {one.author for one in case.facts.letters}:
                return False
            return leaf.counts(letter, case).verdict is not Verdict.UNMET
        case _:
            return False
