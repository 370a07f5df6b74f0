"""Report that a program's page says something else now."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from rounds.web.accounts.guards import PersonRequest, signed_in
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.reports import report_change
from rounds.web.programs.forms.report import ReportForm
from rounds.web.programs.views.program import ruled


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def report(request: PersonRequest, code: str) -> HttpResponse:
    row = ruled(code).row
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            report_change(program=row, by=request.user, at=timezone.now(), **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, "Thank you. A curator reads the page and settles it.")
            return redirect(row.address)
    status = 400 if form.is_bound else 200
    return render(request, "programs/report.html", {"row": row, "form": form}, status=status)
