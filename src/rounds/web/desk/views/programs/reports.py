"""Reports of changes: the queue, and what becomes of one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability, can
from rounds.web.desk.forms.programs.named import SettleForm
from rounds.web.desk.views.editing import READING_AND_WRITING
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.reports import settle_report
from rounds.web.programs.models import ChangeReport, ReportState
from rounds.web.programs.queries.desk import waiting_reports


@require_safe
@staff(Capability.SEE_DESK)
def listing(request: PersonRequest) -> HttpResponse:
    told = {
        "reports": waiting_reports(),
        "can_keep": can(request.user, Capability.KEEP_CATALOG),
    }
    return render(request, "desk/programs/reports.html", told)


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def settle(request: PersonRequest, pk: int) -> HttpResponse:
    report = get_object_or_404(ChangeReport.objects.select_related("program", "reporter"), pk=pk)
    form = SettleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            settle_report(
                report=report,
                state=ReportState(form.cleaned_data["state"]),
                answer=form.cleaned_data["answer"],
                by=request.user,
                at=timezone.now(),
            )
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, "Settled.")
            return redirect("desk:reports")
    told = {"report": report, "form": form}
    return render(request, "desk/programs/settle.html", told, status=400 if form.errors else 200)
