"""Pages that make or change a thing; the second of two editors is told and loses nothing."""

from dataclasses import dataclass
from typing import Any  # values of forms are of every type

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability
from rounds.web.catalog.actions.keeping import ref_of
from rounds.web.catalog.models import Rotation, Term
from rounds.web.catalog.models.kept import Kept
from rounds.web.desk.forms.kept import KeptForm
from rounds.web.desk.queries import changes_since
from rounds.web.desk.views.kinds import Kind, Section, kind_of
from rounds.web.desk.views.words import Line, lines_of, words_of
from rounds.web.kit.refusal import Refusal

READING_AND_WRITING = ["GET", "HEAD", "POST"]
START = ("site", "preceptor")


@dataclass(frozen=True, slots=True)
class Beside:
    """One value as this editor typed it, and as it is now."""

    label: str
    own: str
    now: str


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What others did since the form was opened, and where the two differ."""

    lines: list[Line]
    beside: list[Beside]


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def new(request: PersonRequest, kind: str) -> HttpResponse:
    """A draft, begun with what the address already tells (``?site=7``)."""
    about = kind_of(kind)
    if about.create is None:
        raise Http404
    form = _starting_form(request, about)
    if request.method == "POST" and form.is_valid():
        try:
            made = about.create(values=form.values, by=request.user, at=timezone.now())
        except Refusal as refusal:
            form.take(refusal)
        else:
            messages.success(
                request, f"The {about.one} is kept as a draft. Nobody else sees it yet."
            )
            return redirect("desk:thing", about.key, made.pk)
    return _shown(request, about, form, {"title": f"New {about.one}"})


def _starting_form(request: PersonRequest, about: Kind) -> KeptForm:
    start = about.start or about.sections[0].form
    told = {name: request.GET[name] for name in START if request.GET.get(name, "").isdecimal()}
    return start(request.POST or None, initial=told)


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def edit(request: PersonRequest, kind: str, pk: int, section: str) -> HttpResponse:
    about = kind_of(kind)
    part, thing = about.section(section), about.get(pk)
    form = part.form(request.POST or None, instance=about.get(pk))
    if request.method == "POST" and form.is_valid():
        try:
            about.edit(
                **{about.name: thing},
                values=form.values,
                version=form.seen,
                by=request.user,
                at=timezone.now(),
                on=timezone.localdate(),
            )
        except Refusal as refusal:
            if refusal.code == "changed_meanwhile":
                return _second_editor(request, about, part, thing, form)
            form.take(refusal)
        else:
            return saved(request, about, thing, part.tab)
    told = {"title": part.title, "thing": thing, "section": part}
    return _shown(request, about, form, told)


def saved(
    request: PersonRequest, about: Kind, thing: Kept, tab: str, says: str = "Saved."
) -> HttpResponseRedirect:
    """Back to the page that shows it; a term is shown on its rotation's page."""
    messages.success(request, says)
    if isinstance(thing, Term):
        return redirect("desk:tab", "rotations", thing.rotation_id, "terms")
    if tab == "facts":
        return redirect("desk:thing", about.key, thing.pk)
    return redirect("desk:tab", about.key, thing.pk, tab)


def _second_editor(
    request: PersonRequest, about: Kind, part: Section, thing: Kept, form: KeptForm
) -> HttpResponse:
    """Own input stays in the form; saving again, now knowingly, puts it over the current values."""
    told = {
        "title": part.title,
        "thing": thing,
        "section": part,
        "meanwhile": Meanwhile(since(thing, form.seen), _beside(thing, form)),
    }
    again = part.form(knowing(request, thing), instance=about.get(thing.pk))
    return _shown(request, about, again, told, status=409)


def knowing(request: PersonRequest, thing: Kept) -> Any:
    """What was sent, under the version as it is now."""
    sent = request.POST.copy()
    sent["version"] = str(thing.version)
    return sent


def since(thing: Kept, version: int) -> list[Line]:
    return lines_of(changes_since(ref=ref_of(thing), version=version))


def _beside(thing: Kept, form: KeptForm) -> list[Beside]:
    found = []
    for name, own in form.values.items():
        now = _now(thing, name)
        if own != now:
            field = form.fields.get(name)
            label = str(field.label) if field else name.capitalize()
            found.append(Beside(label, words_of(field, own), words_of(field, now)))
    return found


def _now(thing: Kept, name: str) -> object:
    if name == "hours" and isinstance(thing, Rotation):
        return {one.setting: one.hours for one in thing.hours.all()}
    return getattr(thing, name)


def _shown(
    request: PersonRequest,
    about: Kind,
    form: KeptForm,
    told: dict[str, object],
    status: int | None = None,
) -> HttpResponse:
    page = {"kind": about, "form": form, **told}
    answer = status or (400 if form.is_bound and form.errors else 200)
    return render(request, "desk/edit.html", page, status=answer)
