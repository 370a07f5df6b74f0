"""Links under which a plan is shared: the owner's page, and what a reader sees."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rounds.web.accounts.guards import PersonRequest, signed_in
from rounds.web.planner.actions.sharing import digest_of, revoke_share, share_plan
from rounds.web.planner.forms.sharing import ShareForm
from rounds.web.planner.models import Share
from rounds.web.planner.queries.shares import links_of, share_of
from rounds.web.planner.views.plan import own_plan

SHOWN_STEPS = ("begins", "ends", "apply", "rank", "start")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def share(request: PersonRequest, pk: int) -> HttpResponse:
    """The links of an own plan, and the form for another one."""
    plan, now = own_plan(request, pk), timezone.now()
    form = ShareForm(request.POST or None, initial={"days": "30"})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        share_plan(plan=plan, days=told["days"], with_facts=told["with_facts"], at=now)
        return redirect("planner:share", plan.pk)
    shown = {
        "plan": plan,
        "form": form,
        "links": links_of(plan=plan, now=now),
        "site": request.build_absolute_uri("/").rstrip("/"),
    }
    return render(request, "planner/share.html", shown, status=400 if form.errors else 200)


@require_POST
@signed_in
def revoke(request: PersonRequest, pk: int, share_pk: int) -> HttpResponse:
    plan = own_plan(request, pk)
    revoke_share(share=get_object_or_404(Share, plan=plan, pk=share_pk), at=timezone.now())
    return redirect("planner:share", plan.pk)


@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """What a reader sees: doors, dates and costs; a link that has ended says so."""
    found = share_of(digest=digest_of(token))
    if found is None:
        raise Http404
    if not found.is_live(timezone.now()) or not found.plan.page:
        response = render(request, "planner/ended.html", {"share": found}, status=410)
    else:
        steps = [one for one in found.plan.page["steps"] if one["step"] in SHOWN_STEPS]
        told = {"share": found, "plan": found.plan, "page": {**found.plan.page, "steps": steps}}
        response = render(request, "planner/shared.html", told)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
    return response
