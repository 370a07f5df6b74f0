"""The page of background work that is stuck: why, since when, try again or drop it."""

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability
from rounds.web.kit.refusal import Refusal
from rounds.web.outbox.actions import give_up, retry_now
from rounds.web.outbox.models import Job
from rounds.web.outbox.queries import stuck_jobs, work_in_sight

A_PAGE = 50
TASK_WORDS = {
    "outbox.send_mail": "Send a mail",
    "outbox.clear": "Forget old work",
    "accounts.send_invitation": "Send an invitation",
    "catalog.alert_saved_searches": "Mail what is new for kept searches",
}


@require_safe
@staff(Capability.SEE_WORK)
def work(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    page = Paginator(stuck_jobs(now=now), A_PAGE).get_page(request.GET.get("page"))
    told = {
        "page": page,
        "jobs": [(job, TASK_WORDS.get(job.task, job.task)) for job in page],
        "sight": work_in_sight(now=now),
    }
    return render(request, "desk/work.html", told)


@require_POST
@staff(Capability.SEE_WORK)
def retry(request: PersonRequest, pk: int) -> HttpResponse:
    job = get_object_or_404(Job, pk=pk)
    return _done(
        request,
        lambda: retry_now(job=job, by=request.user.ref, at=timezone.now()),
        "A worker tries it again now.",
    )


@require_POST
@staff(Capability.SEE_WORK)
def drop(request: PersonRequest, pk: int) -> HttpResponse:
    job, reason = get_object_or_404(Job, pk=pk), request.POST.get("reason", "")[:300]
    return _done(
        request,
        lambda: give_up(job=job, reason=reason, by=request.user.ref, at=timezone.now()),
        "Dropped. It will not be done.",
    )


def _done(request: PersonRequest, verb: Callable[[], None], says: str) -> HttpResponse:
    try:
        verb()
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, says)
    return redirect("desk:work")
