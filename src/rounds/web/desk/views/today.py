"""The first page of the desk: what needs somebody now."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability, can
from rounds.web.catalog.models.kept import Kept
from rounds.web.desk import queries
from rounds.web.desk.queries import LAST_WARNING, SECOND_WARNING, Some
from rounds.web.desk.views.steps import ToMend, to_mend
from rounds.web.dossier.bridge import next_season
from rounds.web.outbox.queries import stuck_jobs
from rounds.web.programs.bridge.listing import OLDER, Wanted, find
from rounds.web.programs.queries.desk import waiting_reports


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with what it lacks."""

    kind: str
    thing: Kept
    mend: list[ToMend]


@dataclass(frozen=True, slots=True)
class Ending:
    """What ends soon or has ended, and how loudly that is said."""

    kind: str
    thing: Kept
    words: str
    last: date
    tone: str
    said: str


@require_safe
@staff(Capability.SEE_DESK)
def today(request: PersonRequest) -> HttpResponse:
    on = timezone.localdate()
    told = {
        "endings": [*_licenses(on), *_agreements(on)],
        "misfits": queries.some(queries.terms_that_no_longer_fit(on=on)),
        "seatless": queries.some(queries.rotations_without_seats(on=on)),
        "drafts": _drafts(on),
        "files": queries.some(queries.files_that_wait()),
        "can_keep": can(request.user, Capability.KEEP_CATALOG),
        "stuck": _stuck(request),
        "reports": queries.some(waiting_reports()),
        "older_rules": _older_rules(on),
        "is_empty": not queries.has_begun(),
    }
    return render(request, "desk/today.html", told)


def _older_rules(on: date) -> int:
    """How many programs have rules of an older season."""
    return find(Wanted(), season=next_season(on)).facets["rules"].get(OLDER, 0)


def _stuck(request: PersonRequest) -> int:
    """Work that waits too long, for those who may see it."""
    may_see = can(request.user, Capability.SEE_WORK)
    return stuck_jobs(now=timezone.now()).count() if may_see else 0


def _drafts(on: date) -> list[tuple[str, Some[Kept], list[Draft]]]:
    """Title, how many there are, and the latest ones with what they lack."""
    found: list[tuple[str, str, Some[Kept]]] = [
        ("Sites", "sites", queries.some(queries.draft_sites())),
        ("Preceptors", "preceptors", queries.some(queries.draft_preceptors())),
        ("Rotations", "rotations", queries.some(queries.draft_rotations())),
    ]
    return [
        (title, some, [Draft(kind, one, to_mend(one, on=on)) for one in some.rows])
        for title, kind, some in found
    ]


def _licenses(on: date) -> list[Ending]:
    return [
        _ending("preceptors", one.preceptor, f"License {one}", one.expires_on, on)
        for one in queries.licenses_running_out(on=on)[: queries.SHOWN]
    ]


def _agreements(on: date) -> list[Ending]:
    return [
        _ending("agreements", one, f"Agreement with {one.site}", one.last, on)
        for one in queries.agreements_running_out(on=on)[: queries.SHOWN]
    ]


def _ending(kind: str, thing: Kept, words: str, last: date, on: date) -> Ending:
    """Within 14 days it is urgent; within 30 it is time; within 60 it is good to know."""
    left = last - on
    if left.days < 0:
        return Ending(kind, thing, words, last, "bad", "Ended")
    said = f"{left.days} day{'' if left.days == 1 else 's'} left"
    if left <= LAST_WARNING:
        return Ending(kind, thing, words, last, "bad", said)
    tone = "caution" if left <= SECOND_WARNING else "quiet"
    return Ending(kind, thing, words, last, tone, said)
