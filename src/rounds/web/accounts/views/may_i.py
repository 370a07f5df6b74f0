"""May I do this at all? Three questions, no account, nothing stored."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rounds.web.accounts.bridge import MayI, may_i, told_facts
from rounds.web.accounts.forms.may_i import MayIForm

AHEAD = timedelta(days=90)
YEAR = timedelta(days=365)


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    asked = bool(request.GET)
    form = MayIForm(request.GET) if asked else MayIForm(initial={"degree": "graduate"})
    answers = _answers(form, timezone.localdate()) if asked and form.is_valid() else ()
    page = {"form": form, "answers": answers}
    return render(request, "accounts/may_i.html", page, status=400 if form.errors else 200)


def _answers(form: MayIForm, today: date) -> tuple[MayI, ...]:
    told = form.cleaned_data
    degree = {"graduate": today - YEAR}.get(told["degree"])
    is_student = told["degree"] == "student"
    facts = told_facts(status=told["status"], degree_on=degree, is_student=is_student)
    return tuple(may_i(facts, state=told["state"], first=told["first"] or today + AHEAD))
