"""What legality is asked about a term: the only place where the planner meets the law."""

from rounds.core.facts import ApplicantFacts
from rounds.core.legality.activity import Activity
from rounds.core.legality.permission import Ruling, permission
from rounds.core.legality.rulebook import Rulebook
from rounds.core.planner.offers import Term


def activity_of(term: Term) -> Activity:
    """The term as the law sees it."""
    return Activity(
        span=term.span,
        state=term.site.state,
        kind=term.kind,
        role=term.role,
        mode=term.mode,
        hours=term.hours,
        is_medical_school_hospital=term.site.is_medical_school_hospital,
        supervised_by_faculty=term.supervised_by_faculty,
        is_part_of_degree=term.is_part_of_degree,
        is_paid=term.is_paid,
        site=term.site.id,
    )


def ruling_on(facts: ApplicantFacts, term: Term, rulebook: Rulebook) -> Ruling:
    """May this person do this term, on every day of it?"""
    return permission(facts, activity_of(term), rulebook)
