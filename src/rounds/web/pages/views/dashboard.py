"""The first page of a signed-in applicant: what to do now, doors, the season, the next days."""

from collections import Counter

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rounds.core.vocabulary import Door
from rounds.web.accounts.guards import PersonRequest
from rounds.web.dossier.bridge import facts_of, next_season
from rounds.web.pages.queries import days_ahead, steps
from rounds.web.planner.queries.plans import plans_of
from rounds.web.programs.actions.doors import current_doors


def dashboard(request: PersonRequest) -> HttpResponse:
    season = next_season(timezone.localdate())
    dossier = facts_of(request.user, season)
    doors = current_doors(user=request.user, season=season, at=timezone.now())
    verdicts = list(doors.by_program.values())
    counts = Counter(verdict.door for verdict in verdicts)
    first, *others = steps(dossier, verdicts, plans_of(user=request.user).first())
    told = {
        "season": season,
        "first": first,
        "others": others,
        "doors": [(door.value, counts[door.value]) for door in Door],
        "days": days_ahead(dossier.facts, season),
    }
    return render(request, "pages/dashboard.html", told)
