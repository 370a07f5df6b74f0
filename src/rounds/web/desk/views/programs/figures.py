"""What others publish about a program: its code of the Match, and its share of IMGs."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability
from rounds.web.desk.forms.programs.named import ShareForm
from rounds.web.desk.views.editing import READING_AND_WRITING
from rounds.web.desk.views.programs.draft import version_sent
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.quotas import join_code
from rounds.web.programs.actions.shares import drop_share, keep_share
from rounds.web.programs.models import Program, ResidentShare
from rounds.web.programs.queries.quotas import candidates_for


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def codes(request: PersonRequest, pk: int) -> HttpResponse:
    """Candidates by name and place; a person says which one it is, or none."""
    program = get_object_or_404(Program, pk=pk)
    refusal = None
    if request.method == "POST":
        try:
            join_code(
                program=program,
                code=request.POST.get("code", ""),
                version=version_sent(request),
                by=request.user,
                at=timezone.now(),
            )
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, "Joined: its quotas are shown by this code now.")
            return redirect("desk:program", pk)
    told = {"program": program, "candidates": candidates_for(program), "refusal": refusal}
    return render(request, "desk/programs/codes.html", told, status=409 if refusal else 200)


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def add_share(request: PersonRequest, pk: int) -> HttpResponse:
    program = get_object_or_404(Program, pk=pk)
    form = ShareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            keep_share(
                program=program,
                values=form.cleaned_data,
                by=request.user,
                at=timezone.now(),
                on=timezone.localdate(),
            )
        except Refusal as refusal:
            form.add_error(str(refusal.params["field"]), refusal.sentence)
        else:
            messages.success(request, "Kept.")
            return redirect("desk:program", pk)
    told = {"program": program, "form": form}
    return render(request, "desk/programs/share.html", told, status=400 if form.errors else 200)


@require_POST
@staff(Capability.KEEP_CATALOG)
def remove_share(request: PersonRequest, pk: int, share: int) -> HttpResponse:
    row = get_object_or_404(ResidentShare.objects.select_related("program"), program=pk, pk=share)
    drop_share(share=row, by=request.user, at=timezone.now())
    messages.success(request, "Taken away; the history keeps it.")
    return redirect("desk:program", pk)
