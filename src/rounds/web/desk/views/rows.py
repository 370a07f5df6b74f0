"""Pages for the rows of a thing: licenses, affiliations, days off, price lines."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import cast

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability
from rounds.web.catalog.actions.rows import OwnedRow, add_row, change_row, remove_row
from rounds.web.catalog.models.kept import Kept
from rounds.web.desk.forms.kept import KeptForm
from rounds.web.desk.views.editing import (
    READING_AND_WRITING,
    Meanwhile,
    knowing,
    saved,
    since,
)
from rounds.web.desk.views.kinds import Kind, RowKind, kind_of
from rounds.web.kit.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Place:
    """Which rows of which thing."""

    kind: Kind
    rows: RowKind
    owner: Kept

    @classmethod
    def at(cls, kind: str, pk: int, part: str) -> "Place":
        about = kind_of(kind)
        return cls(about, about.row(part), about.get(pk))

    def row(self, pk: int) -> OwnedRow:
        found = get_object_or_404(
            self.rows.model._default_manager, pk=pk, **{self.kind.name: self.owner}
        )
        return cast(OwnedRow, found)  # the table lists no other rows

    def form(self, data: QueryDict | None, row: OwnedRow) -> KeptForm:
        return self.rows.form(data or None, instance=row, version=self.owner.version)


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def add(request: PersonRequest, kind: str, pk: int, part: str) -> HttpResponse:
    place = Place.at(kind, pk, part)
    begun = place.rows.model(**{place.kind.name: place.owner})
    form = place.form(request.POST, begun)
    if request.method == "POST" and form.is_valid():
        verb = partial(add_row, row=form.save(commit=False))
        return _done(request, place, form, verb)
    return _shown(request, place, form)


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def change(request: PersonRequest, kind: str, pk: int, part: str, row: int) -> HttpResponse:
    place = Place.at(kind, pk, part)
    form = place.form(request.POST, place.row(row))
    if request.method == "POST" and form.is_valid():
        verb = partial(change_row, row=place.row(row), values=form.values)
        return _done(request, place, form, verb)
    return _shown(request, place, form)


def _done(
    request: PersonRequest, place: Place, form: KeptForm, verb: Callable[..., OwnedRow]
) -> HttpResponse:
    """The second of two editors reads what changed; other refusals stand beside their field."""
    try:
        verb(version=form.seen, by=request.user, at=timezone.now(), on=timezone.localdate())
    except Refusal as refusal:
        if refusal.code == "changed_meanwhile":
            meanwhile = Meanwhile(since(place.owner, form.seen), [])
            again = place.form(knowing(request, place.owner), form.instance)
            return _shown(request, place, again, meanwhile)
        form.take(refusal)
        return _shown(request, place, form)
    return saved(request, place.kind, place.owner, place.rows.tab)


@require_POST
@staff(Capability.KEEP_CATALOG)
def remove(request: PersonRequest, kind: str, pk: int, part: str, row: int) -> HttpResponse:
    place = Place.at(kind, pk, part)
    told = request.POST.get("version", "")
    remove_row(
        row=place.row(row),
        version=int(told) if told.isdecimal() else 0,
        by=request.user,
        at=timezone.now(),
        on=timezone.localdate(),
    )
    return saved(request, place.kind, place.owner, place.rows.tab, "Removed.")


def _shown(
    request: PersonRequest, place: Place, form: KeptForm, meanwhile: Meanwhile | None = None
) -> HttpResponse:
    verb = "Change" if form.instance.pk else "Add"
    page = {
        "kind": place.kind,
        "thing": place.owner,
        "form": form,
        "title": f"{verb}: {place.rows.one}",
        "meanwhile": meanwhile,
    }
    bad = form.is_bound and form.errors
    status = 409 if meanwhile else (400 if bad else 200)
    return render(request, "desk/edit.html", page, status=status)
