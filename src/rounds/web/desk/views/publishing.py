"""Publish, withdraw, take a withdrawal back, copy: from the page of a thing."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability
from rounds.web.catalog.actions.publishing import (
    publish,
    publish_terms,
    undo_withdrawal,
    withdraw,
)
from rounds.web.catalog.actions.standing import open_terms_of
from rounds.web.catalog.models import Rotation, Term
from rounds.web.catalog.models.kept import Kept
from rounds.web.desk.forms.decisions import WhyForm
from rounds.web.desk.views.details import page
from rounds.web.desk.views.editing import READING_AND_WRITING
from rounds.web.desk.views.kinds import Kind, kind_of
from rounds.web.kit.refusal import Refusal


@require_POST
@staff(Capability.KEEP_CATALOG)
def show(request: PersonRequest, kind: str, pk: int) -> HttpResponse:
    return _do(request, kind_of(kind), pk, publish, "The public sees it now.")


@require_POST
@staff(Capability.KEEP_CATALOG)
def undo(request: PersonRequest, kind: str, pk: int) -> HttpResponse:
    return _do(request, kind_of(kind), pk, undo_withdrawal, "It is back: the public sees it again.")


def _do(
    request: PersonRequest, about: Kind, pk: int, verb: Callable[..., Kept], says: str
) -> HttpResponse:
    thing = about.get(pk)
    try:
        verb(
            thing=thing,
            version=_version(request),
            by=request.user,
            at=timezone.now(),
            on=timezone.localdate(),
        )
    except Refusal as refusal:
        return _refused(request, about, about.get(pk), refusal)
    messages.success(request, says)
    return _home(thing)


def _version(request: PersonRequest) -> int:
    """Sent with the form, or by the button of one row in its address."""
    told = request.POST.get("version") or request.GET.get("version", "")
    return int(told) if told.isdecimal() else 0


def _refused(request: PersonRequest, about: Kind, thing: Kept, refusal: Refusal) -> HttpResponse:
    """The page of the thing, with everything that is missing on top."""
    if isinstance(thing, Term):
        return page(request, kind_of("rotations"), thing.rotation, tab="terms", refusal=refusal)
    return page(request, about, thing, refusal=refusal)


def _home(thing: Kept) -> HttpResponse:
    if isinstance(thing, Term):
        return redirect("desk:tab", "rotations", thing.rotation_id, "terms")
    return redirect("desk:thing", f"{thing._meta.model_name}s", thing.pk)


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def hide(request: PersonRequest, kind: str, pk: int) -> HttpResponse:
    """Tells first what a withdrawal hides, and in which terms seats are taken; then asks why."""
    about, today = kind_of(kind), timezone.localdate()
    thing = about.get(pk)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw(
                thing=thing,
                version=_version(request),
                why=form.cleaned_data["why"],
                by=request.user,
                at=timezone.now(),
                on=today,
            )
        except Refusal as refusal:
            return _refused(request, about, about.get(pk), refusal)
        messages.success(request, "Withdrawn. You can take the withdrawal back on this page.")
        return _home(thing)
    told = {
        "kind": about,
        "thing": thing,
        "form": form,
        "hides": list(open_terms_of(thing, on=today).select_related("rotation")),
    }
    return render(request, "desk/withdraw.html", told, status=400 if form.errors else 200)


@require_POST
@staff(Capability.KEEP_CATALOG)
def copy(request: PersonRequest, kind: str, pk: int) -> HttpResponse:
    about = kind_of(kind)
    if about.copy is None:
        raise Http404
    made = about.copy(**{about.name: about.get(pk)}, by=request.user, at=timezone.now())
    messages.success(request, "This is the copy, a draft. Give it a name of its own.")
    return redirect("desk:thing", about.key, made.pk)


@require_POST
@staff(Capability.KEEP_CATALOG)
def open_terms(request: PersonRequest, pk: int) -> HttpResponse:
    """Open the chosen drafts of a rotation, all or none."""
    rotation = get_object_or_404(Rotation, pk=pk)
    chosen = [int(told) for told in request.POST.getlist("term") if told.isdecimal()]
    try:
        opened = publish_terms(
            rotation=rotation,
            terms=list(rotation.terms.filter(pk__in=chosen)),
            by=request.user,
            at=timezone.now(),
            on=timezone.localdate(),
        )
    except Refusal as refusal:
        return page(request, kind_of("rotations"), rotation, tab="terms", refusal=refusal)
    messages.success(request, f"Open now: {len(opened)} term{'s' if len(opened) > 1 else ''}.")
    return redirect("desk:tab", "rotations", pk, "terms")
