"""The question a plan answers, put together from facts, programs, the catalog and the law."""

from datetime import date

from rounds.core.planner.problem import Problem
from rounds.web.accounts.models import User
from rounds.web.catalog.bridge.law import rulebook_in_force
from rounds.web.catalog.bridge.offers import terms_offered
from rounds.web.catalog.queries.offered import offered
from rounds.web.catalog.queries.shown import name_shown
from rounds.web.dossier.bridge import facts_of, season_of
from rounds.web.planner.bridge.wishes import Asked, wishes_of
from rounds.web.programs.bridge.shelf import published_programs


def problem_for(user: User, asked: Asked, *, today: date) -> Problem:
    """Everything the planner may look at, as of a day.

    Raises ValueError for a season nobody has dates for.

    Programs of specialties the person does not apply to are not looked at.
    """
    season = season_of(asked.season_year, today=today)
    programs = published_programs(season)
    if asked.apply_to:
        programs = tuple(one for one in programs if one.specialty in asked.apply_to)
    terms = terms_offered(offered(on=today), name_of=lambda one: name_shown(one, user))
    wishes = wishes_of(
        asked,
        terms={term.code for term in terms},
        programs={program.id for program in programs},
    )
    facts = facts_of(user, season).facts
    return Problem(facts, season, programs, terms, rulebook_in_force(), wishes)
