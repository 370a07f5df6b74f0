"""The list of programs, a new one, and the names of one."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability, can
from rounds.web.desk.forms.programs.named import FindForm, ProgramForm
from rounds.web.desk.views.editing import READING_AND_WRITING
from rounds.web.dossier.bridge import next_season
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.programs import create_program, edit_program
from rounds.web.programs.bridge.listing import Wanted, find, freshness
from rounds.web.programs.bridge.shelf import Ruled
from rounds.web.programs.models import Program
from rounds.web.programs.queries.desk import drafts, waiting_reports

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    ruled: Ruled
    freshness: str
    draft: int | None


@require_safe
@staff(Capability.SEE_DESK)
def listing(request: PersonRequest) -> HttpResponse:
    season = next_season(timezone.localdate())
    form = FindForm(request.GET)
    form.is_valid()
    show = form.cleaned_data.get("show") or ""
    wanted = Wanted(
        text=form.cleaned_data.get("q") or "",
        chosen={"rules": frozenset({show} if show not in ("", "draft") else ())},
    )
    found, begun = find(wanted, season=season), drafts()
    programs = [one for one in found.programs if show != "draft" or one.row.pk in begun]
    page = Paginator(programs, A_PAGE).get_page(request.GET.get("page"))
    told = {
        "form": form,
        "page": page,
        "rows": [
            Row(one, freshness(one, season), begun.get(one.row.pk)) for one in page.object_list
        ],
        "season": season,
        "counts": find(Wanted(), season=season).facets["rules"],
        "reports": waiting_reports().count(),
        "can_keep": can(request.user, Capability.KEEP_CATALOG),
    }
    return render(request, "desk/programs/list.html", told)


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def new(request: PersonRequest) -> HttpResponse:
    form = ProgramForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = create_program(values=form.values, by=request.user, at=timezone.now())
        except Refusal as refusal:
            form.take(refusal)
        else:
            messages.success(request, "The program is kept. Nobody has read its rules yet.")
            return redirect("desk:program", made.pk)
    return _shown(request, form, {"title": "New program"})


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    program = get_object_or_404(Program, pk=pk)
    form = ProgramForm(request.POST or None, instance=get_object_or_404(Program, pk=pk))
    if request.method == "POST" and form.is_valid():
        try:
            edit_program(
                program=program,
                values=form.values,
                version=form.seen,
                by=request.user,
                at=timezone.now(),
            )
        except Refusal as refusal:
            if refusal.code == "changed_meanwhile":
                return _second_editor(request, program, refusal)
            form.take(refusal)
        else:
            messages.success(request, "Saved.")
            return redirect("desk:program", pk)
    return _shown(request, form, {"title": "Names and numbers", "program": program})


def _second_editor(request: PersonRequest, program: Program, refusal: Refusal) -> HttpResponse:
    """What was typed stays in the form, under the version as it is now."""
    sent = request.POST.copy()
    sent["version"] = str(program.version)
    form = ProgramForm(sent, instance=program)
    form.is_valid()
    form.add_error(None, f"{refusal.sentence} Compare, and save again to put yours over it.")
    told = {
        "title": "Names and numbers",
        "program": program,
        "now": Program.objects.get(pk=program.pk),
    }
    return _shown(request, form, told, status=409)


def _shown(
    request: PersonRequest, form: ProgramForm, told: dict[str, object], status: int | None = None
) -> HttpResponse:
    answer = status or (400 if form.is_bound and form.errors else 200)
    return render(request, "desk/programs/edit.html", {"form": form, **told}, status=answer)
