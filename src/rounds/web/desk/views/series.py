"""A series of terms: numbers first, then the days to look at, then the terms."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from rounds.core.values import DateSpan
from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability
from rounds.web.catalog.actions.gate import missing_of_term
from rounds.web.catalog.actions.standing import term_file
from rounds.web.catalog.actions.terms import SeriesPlan, create_series, series_drafts
from rounds.web.catalog.models import Rotation, Term
from rounds.web.desk.forms.terms import SeriesForm
from rounds.web.desk.views.editing import READING_AND_WRITING
from rounds.web.desk.views.steps import ToMend, mended_where
from rounds.web.kit.refusal import Refusal

MONDAY = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """One term to be, and what would keep it from opening."""

    term: Term
    weekday: str
    is_monday: bool
    against: list[ToMend]

    @property
    def span(self) -> DateSpan:
        return DateSpan(self.term.first, self.term.last)


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def series(request: PersonRequest, pk: int) -> HttpResponse:
    rotation = get_object_or_404(Rotation, pk=pk)
    form = SeriesForm(request.POST or None)
    shown: list[Preview] = []
    if request.method == "POST" and form.is_valid():
        try:
            if request.POST.get("step") == "create":
                return _create(request, rotation, form.plan)
            shown = _preview(rotation, form.plan, timezone.localdate())
        except Refusal as refusal:
            form.take(refusal)
    wants_change = request.POST.get("step") == "change"
    told = {
        "rotation": rotation,
        "form": form,
        "shown": [] if wants_change else shown,
        "plan": form.cleaned_data if shown else {},
    }
    return render(request, "desk/series.html", told, status=400 if form.errors else 200)


def _create(request: PersonRequest, rotation: Rotation, plan: SeriesPlan) -> HttpResponse:
    made = create_series(
        rotation=rotation,
        plan=plan,
        by=request.user,
        at=timezone.now(),
        on=timezone.localdate(),
    )
    messages.success(
        request, f"{len(made)} terms are kept as drafts. Open them when you are ready."
    )
    return redirect("desk:tab", "rotations", rotation.pk, "terms")


def _preview(rotation: Rotation, plan: SeriesPlan, today: date) -> list[Preview]:
    kept = term_file(rotation)
    return [
        Preview(
            term=term,
            weekday=f"{term.first:%A}",
            is_monday=term.first.weekday() == MONDAY,
            against=mended_where(term, missing_of_term(term, kept, on=today)),
        )
        for term in series_drafts(rotation=rotation, plan=plan, on=today)
    ]
