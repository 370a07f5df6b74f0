"""The page of a rotation: what it is, what it costs, when, and what the law and the host say."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rounds.web.accounts.bridge import facts_of
from rounds.web.accounts.models import User
from rounds.web.accounts.permissions import Visitor
from rounds.web.catalog.bridge.law import rulebook_with
from rounds.web.catalog.models import AgencyDecision, Rotation, Term
from rounds.web.catalog.queries.shown import name_shown, rotation_shown
from rounds.web.pages.bridge import ForMe, conditions, ruling_on
from rounds.web.planner.bridge.figures import RotationInPlan, rotation_in_plan

MOST_RULED = 12


@require_safe
def rotation(request: HttpRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    found = rotation_shown(slug=slug, on=today)
    if found is None:
        raise Http404
    told = {
        "rotation": found,
        "name": name_shown(found, request.user),
        "in_plan": in_plan(request.user, found),
        "for_me": for_me(request.user, found, today) if isinstance(request.user, User) else None,
    }
    return render(request, "pages/rotation.html", told)


def in_plan(user: Visitor, found: Rotation) -> RotationInPlan | None:
    """What the person's plan says of the next dates."""
    terms: list[Term] = getattr(found, "open_terms", [])
    return rotation_in_plan(user=user, terms=terms[:MOST_RULED]) if isinstance(user, User) else None


def for_me(user: User, found: Rotation, today: date) -> ForMe | None:
    """Nothing without an open term: there is no day to judge."""
    terms: list[Term] = getattr(found, "open_terms", [])
    if not terms:
        return None
    facts = facts_of(user)
    book = rulebook_with(AgencyDecision.objects.filter(withdrawn_at__isnull=True))
    return ForMe(
        [(term, ruling_on(facts, found, term, book)) for term in terms[:MOST_RULED]],
        conditions(facts, found, today=today, first=terms[0].first),
    )
