"""The agency's decisions on the law: read by all of the desk, taken and withdrawn by owners."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability, can
from rounds.web.catalog.actions.decisions import take_decision, withdraw_decision
from rounds.web.catalog.models import AgencyDecision
from rounds.web.desk.forms.decisions import DecisionForm, WhyForm
from rounds.web.desk.queries import decisions, history_of
from rounds.web.desk.views.editing import READING_AND_WRITING
from rounds.web.desk.views.words import lines_of
from rounds.web.kit.refusal import Refusal


@require_safe
@staff(Capability.SEE_DESK)
def listing(request: PersonRequest) -> HttpResponse:
    told = {
        "decisions": list(decisions()),
        "today": timezone.localdate(),
        "can_decide": can(request.user, Capability.DECIDE_LAW),
    }
    return render(request, "desk/decisions.html", told)


@require_http_methods(READING_AND_WRITING)
@staff(Capability.DECIDE_LAW)
def new(request: PersonRequest) -> HttpResponse:
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            take_decision(
                values=form.cleaned_data,
                by=request.user,
                at=timezone.now(),
                on=timezone.localdate(),
            )
        except Refusal as refusal:
            form.take(refusal)
        else:
            messages.success(request, "The decision holds from now on.")
            return redirect("desk:decisions")
    status = 400 if form.errors else 200
    return render(request, "desk/decision_new.html", {"form": form}, status=status)


@require_http_methods(READING_AND_WRITING)
@staff(Capability.DECIDE_LAW)
def withdraw(request: PersonRequest, pk: int) -> HttpResponse:
    decision = get_object_or_404(AgencyDecision, pk=pk)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        withdraw_decision(
            decision=decision,
            why=form.cleaned_data["why"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, "Withdrawn: it decides nothing from now on.")
        return redirect("desk:decisions")
    told = {
        "decision": decision,
        "form": form,
        "lines": lines_of(history_of(f"agencydecision:{pk}")),
    }
    return render(request, "desk/decision_withdraw.html", told, status=400 if form.errors else 200)
