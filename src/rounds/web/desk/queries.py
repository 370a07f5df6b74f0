"""Named reads of the desk: what to choose from, what to list, what waits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet

from rounds.web.accounts.models import User
from rounds.web.catalog.models import (
    AgencyDecision,
    Agreement,
    Blackout,
    License,
    Preceptor,
    Publication,
    Rotation,
    Site,
    SiteOrigin,
    Term,
)
from rounds.web.desk.models import ImportRun, RunState
from rounds.web.history.models import Entry

Row = TypeVar("Row", bound=Model)
FIRST_WARNING = timedelta(days=60)
SECOND_WARNING = timedelta(days=30)
LAST_WARNING = timedelta(days=14)
SHOWN = 20


def sites_we_work_with(including: int | None = None) -> QuerySet[Site]:
    """The agency's own sites, and of the imported thousands those it has to do with."""
    ours = (
        Q(origin=SiteOrigin.OWN)
        | Exists(Agreement.objects.filter(site=OuterRef("pk")))
        | Exists(Rotation.objects.filter(site=OuterRef("pk")))
    )
    shown = (ours & ~Q(state=Publication.WITHDRAWN)) | Q(pk=including)
    return Site.objects.filter(shown).order_by("name", "pk")


def preceptors_to_choose(including: int | None = None) -> QuerySet[Preceptor]:
    shown = ~Q(state=Publication.WITHDRAWN) | Q(pk=including)
    return Preceptor.objects.filter(shown).order_by("last_name", "first_name", "pk")


# ── lists ────────────────────────────────────────────────────────────────────────────────────


def sites(*, text: str = "", state_code: str = "", state: str = "") -> QuerySet[Site]:
    found = Site.objects.order_by("name", "pk")
    if text:
        found = found.filter(
            Q(name__icontains=text) | Q(city__icontains=text) | Q(ccn__iexact=text)
        )
    if state_code:
        found = found.filter(state_code=state_code)
    return found.filter(state=state) if state else found


def preceptors(*, text: str = "", state_code: str = "", state: str = "") -> QuerySet[Preceptor]:
    found = Preceptor.objects.order_by("last_name", "first_name", "pk")
    for word in text.split():
        found = found.filter(
            Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(npi=word)
            | Q(specialty__icontains=word)
        )  # fmt: skip
    if state_code:
        licensed = License.objects.filter(preceptor=OuterRef("pk"), state_code=state_code)
        found = found.filter(Exists(licensed))
    return found.filter(state=state) if state else found


def rotations(*, text: str = "", state_code: str = "", state: str = "") -> QuerySet[Rotation]:
    found = Rotation.objects.select_related("site", "preceptor").order_by("title", "pk")
    for word in text.split():
        found = found.filter(
            Q(title__icontains=word) | Q(site__name__icontains=word)
            | Q(preceptor__last_name__icontains=word) | Q(specialty__icontains=word)
        )  # fmt: skip
    if state_code:
        found = found.filter(site__state_code=state_code)
    return found.filter(state=state) if state else found


def agreements(*, text: str = "", state_code: str = "", state: str = "") -> QuerySet[Agreement]:
    found = Agreement.objects.select_related("site").order_by("last", "pk")
    if text:
        found = found.filter(Q(reference__icontains=text) | Q(site__name__icontains=text))
    if state_code:
        found = found.filter(site__state_code=state_code)
    return found.filter(state=state) if state else found


def decisions() -> QuerySet[AgencyDecision]:
    """Those that hold first; withdrawn ones stay to be read."""
    return AgencyDecision.objects.order_by(
        F("withdrawn_at").desc(nulls_first=True), "-decided_on", "code"
    )


def has_begun() -> bool:
    """Is there anything yet that the agency made itself?"""
    return sites_we_work_with().exists()


# ── what waits ───────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Some(Generic[Row]):
    """The first few of many."""

    rows: list[Row]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.rows)


def some(found: QuerySet[Row]) -> Some[Row]:
    """At most so many rows as a person reads, and how many there are."""
    return Some(list(found[:SHOWN]), found.count())


def draft_sites() -> QuerySet[Site]:
    """Drafts the agency works on; imported ones nobody has begun with are left out."""
    return sites_we_work_with().filter(state=Publication.DRAFT).order_by("-changed_at", "pk")


def draft_preceptors() -> QuerySet[Preceptor]:
    drafts = Preceptor.objects.filter(state=Publication.DRAFT)
    return drafts.prefetch_related("licenses").order_by("-changed_at", "pk")


def draft_rotations() -> QuerySet[Rotation]:
    drafts = Rotation.objects.filter(state=Publication.DRAFT).select_related("site", "preceptor")
    return drafts.prefetch_related("hours", "price_lines", "terms", "preceptor__licenses").order_by(
        "-changed_at", "pk"
    )


def licenses_running_out(*, on: date) -> QuerySet[License]:
    """Of published preceptors, expired or soon to expire, with no later one in the same state."""
    later = License.objects.filter(
        preceptor=OuterRef("preceptor"),
        state_code=OuterRef("state_code"),
        expires_on__gt=OuterRef("expires_on"),
    )
    found = License.objects.filter(
        preceptor__state=Publication.PUBLISHED, expires_on__lte=on + FIRST_WARNING
    )
    return found.filter(~Exists(later)).select_related("preceptor").order_by("expires_on", "pk")


def agreements_running_out(*, on: date) -> QuerySet[Agreement]:
    """In force, ended or soon to end, with no later one at the same site."""
    later = Agreement.objects.filter(
        site=OuterRef("site"), state=Publication.PUBLISHED, last__gt=OuterRef("last")
    )
    found = Agreement.objects.filter(state=Publication.PUBLISHED, last__lte=on + FIRST_WARNING)
    return found.filter(~Exists(later)).select_related("site").order_by("last", "pk")


def rotations_without_seats(*, on: date) -> QuerySet[Rotation]:
    """Published, and nobody could book them: no open term ahead has a seat left."""
    bookable = Term.objects.filter(
        rotation=OuterRef("pk"), state=Publication.PUBLISHED, first__gt=on, taken__lt=F("seats")
    )
    found = Rotation.objects.filter(~Exists(bookable), state=Publication.PUBLISHED)
    return found.select_related("site").order_by("title", "pk")


def terms_that_no_longer_fit(*, on: date) -> QuerySet[Term]:
    """Open terms whose license, agreement or free days went away after they were opened."""
    terms = Term.objects.filter(state=Publication.PUBLISHED, last__gte=on)
    has_license = License.objects.filter(
        preceptor=OuterRef("rotation__preceptor"),
        state_code=OuterRef("rotation__site__state_code"),
        expires_on__gte=OuterRef("last"),
    )
    has_agreement = Agreement.objects.filter(
        site=OuterRef("rotation__site"),
        state=Publication.PUBLISHED,
        first__lte=OuterRef("first"),
        last__gte=OuterRef("last"),
    )
    is_off = Blackout.objects.filter(
        preceptor=OuterRef("rotation__preceptor"),
        first__lte=OuterRef("last"),
        last__gte=OuterRef("first"),
    )
    found = terms.filter(~Exists(has_license) | ~Exists(has_agreement) | Exists(is_off))
    return found.select_related("rotation").order_by("first", "code")


# ── history ──────────────────────────────────────────────────────────────────────────────────


def history_of(*refs: str) -> QuerySet[Entry]:
    """What happened to these things, newest first."""
    return Entry.objects.filter(object__in=refs).order_by("-at", "-id")


def changes_since(*, ref: str, version: int) -> list[Entry]:
    """What others did to a thing after an editor opened it, oldest first."""
    entries = Entry.objects.filter(object=ref).order_by("at", "id")
    return [one for one in entries if int(one.payload.get("version", 0)) > version]


def names_of(refs: Iterable[str]) -> dict[str, str]:
    """Who the audit trail means: ``user:5`` by name, where the account still is."""
    numbers = {ref.removeprefix("user:") for ref in refs if ref.startswith("user:")}
    found = User.objects.filter(pk__in=[number for number in numbers if number.isdecimal()])
    return {user.ref: str(user) for user in found}


# ── files ────────────────────────────────────────────────────────────────────────────────────


def import_runs() -> QuerySet[ImportRun]:
    """Every file that was brought, the last one first; the long columns come when asked for."""
    runs = ImportRun.objects.defer("content", "lines").select_related("made_by")
    return runs.order_by("-made_at", "-pk")


def files_that_wait() -> QuerySet[ImportRun]:
    """Files that somebody looked at and neither applied nor dropped."""
    return import_runs().filter(state=RunState.LOOKED)
