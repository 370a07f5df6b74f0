"""The page of one thing: where it stands, what it lacks, what comes next, and its tabs."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability, can
from rounds.web.catalog.actions.keeping import ref_of
from rounds.web.catalog.actions.standing import missing_in
from rounds.web.catalog.models import Preceptor, Rotation, Site
from rounds.web.catalog.models.kept import Kept
from rounds.web.desk.queries import history_of
from rounds.web.desk.views.kinds import Kind, RowKind, Section, kind_of
from rounds.web.desk.views.preview import preview_of
from rounds.web.desk.views.steps import mended_where, next_step, to_mend
from rounds.web.desk.views.words import Fact, facts_of, lines_of
from rounds.web.kit.refusal import Refusal

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """A section with what it keeps, in words."""

    section: Section
    facts: list[Fact]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one kind that belong to the thing."""

    kind: RowKind
    rows: list[Model]


@require_safe
@staff(Capability.SEE_DESK)
def thing(request: PersonRequest, kind: str, pk: int, tab: str = "facts") -> HttpResponse:
    about = kind_of(kind)
    if tab not in [key for key, _ in about.tabs]:
        raise Http404
    if tab == "history" and not can(request.user, Capability.SEE_HISTORY):
        raise PermissionDenied
    return page(request, about, about.get(pk), tab=tab)


def page(
    request: PersonRequest,
    about: Kind,
    found: Kept,
    *,
    tab: str = "facts",
    refusal: Refusal | None = None,
) -> HttpResponse:
    """Also shown after a verb's no, with all its sentences on top."""
    mend = to_mend(found, on=timezone.localdate())
    told = {
        "kind": about,
        "thing": found,
        "tab": tab,
        "tabs": [one for one in about.tabs if _may_see(request, one[0])],
        "mend": mend,
        "step": next_step(found, mend),
        "can_keep": can(request.user, Capability.KEEP_CATALOG),
        "refusal": refusal,
        "refused": mended_where(found, missing_in(refusal)) if refusal else [],
        **_tab(request, about, found, tab),
    }
    return render(request, _template(tab), told, status=409 if refusal else 200)


def _may_see(request: PersonRequest, tab: str) -> bool:
    return tab != "history" or can(request.user, Capability.SEE_HISTORY)


def _template(tab: str) -> str:
    own = {"terms": "terms", "history": "history", "preview": "preview"}
    return f"desk/{own.get(tab, 'facts')}.html"


def _tab(request: PersonRequest, about: Kind, found: Kept, tab: str) -> dict[str, object]:
    if tab == "history":
        return _history(request, found)
    if tab == "preview":
        return preview_of(found)
    if tab == "terms" and isinstance(found, Rotation):
        terms = list(found.terms.order_by("first", "code"))
        return {"terms": terms, "has_drafts": any(one.state == "draft" for one in terms)}
    return {
        "sections": [
            Shown(one, facts_of(found, one.form)) for one in about.sections if one.tab == tab
        ],
        "lists": [Rows(one, _rows(found, one)) for one in about.rows if one.tab == tab],
        "around": _around(found),
        "photos": list(found.photos.all()) if isinstance(found, Site) else [],
    }


def _rows(found: Kept, kind: RowKind) -> list[Model]:
    owner = "rotation" if isinstance(found, Rotation) else "preceptor"
    return list(kind.model._default_manager.filter(**{owner: found}).order_by("pk"))


def _around(found: Kept) -> list[tuple[str, str, list[Kept]]]:
    """What hangs on the thing: title, kind in the address, rows."""
    if isinstance(found, Site):
        return [
            ("Agreements", "agreements", list(found.agreements.order_by("-last"))),
            ("Rotations here", "rotations", list(found.rotations.order_by("title"))),
        ]
    if isinstance(found, Preceptor):
        return [("Rotations", "rotations", list(found.rotations.order_by("title")))]
    return []


def _history(request: PersonRequest, found: Kept) -> dict[str, object]:
    about = _terms_by_ref(found)
    paginator = Paginator(history_of(ref_of(found), *about), A_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    return {"page": page, "lines": lines_of(page.object_list, about)}


def _terms_by_ref(found: Kept) -> dict[str, str]:
    """A rotation tells what happened to its terms, too."""
    if not isinstance(found, Rotation):
        return {}
    return {f"term:{pk}": code for pk, code in found.terms.values_list("pk", "code")}
