"""The applicant's facts: a task list, one topic a page, each saved on its own."""

from dataclasses import dataclass

from django.contrib import messages
from django.db import models
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rounds.core.facts import conflicts
from rounds.web.accounts.actions.facts import remove_item, save_item, save_profile
from rounds.web.accounts.bridge import facts_of
from rounds.web.accounts.forms import facts as forms_of
from rounds.web.accounts.guards import PersonRequest, signed_in
from rounds.web.accounts.models import (
    ExamSitting,
    Experience,
    KnownLanguage,
    LetterFact,
    Profile,
    StatusPeriod,
    TrainingFact,
)


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of facts: fields of the profile, or a list of rows."""

    key: str
    title: str
    form: type[forms_of.FactForm]
    rows: type[models.Model] | None = None

    @property
    def why(self) -> str:
        return self.form.why


TOPICS = (
    Topic("names", "Your names", forms_of.NamesForm),
    Topic("school", "Medical school and degree", forms_of.SchoolForm),
    Topic("exams", "Examinations", forms_of.ExamForm, ExamSitting),
    Topic("ecfmg", "ECFMG certificate and licenses", forms_of.EcfmgForm),
    Topic("statuses", "Immigration statuses", forms_of.StatusForm, StatusPeriod),
    Topic("visas", "Visa for residency", forms_of.VisaForm),
    Topic("experience", "Clinical experience", forms_of.ExperienceForm, Experience),
    Topic("letters", "Letters of recommendation", forms_of.LetterForm, LetterFact),
    Topic("training", "Residency training", forms_of.TrainingForm, TrainingFact),
    Topic("languages", "Languages", forms_of.LanguageForm, KnownLanguage),
)
NOT_TOLD: tuple[object, ...] = (None, "", [], "unknown")
BY_KEY = {topic.key: topic for topic in TOPICS}


@dataclass(frozen=True, slots=True)
class Task:
    """A topic with how far it is told."""

    topic: Topic
    words: str
    tone: str


@require_safe
@signed_in
def overview(request: PersonRequest) -> HttpResponse:
    profile = profile_of(request)
    found = conflicts(facts_of(request.user), timezone.localdate())
    tasks = [_task(topic, profile, request) for topic in TOPICS]
    return render(request, "accounts/facts.html", {"tasks": tasks, "conflicts": found})


def profile_of(request: PersonRequest) -> Profile:
    return Profile.objects.filter(user=request.user).first() or Profile(user=request.user)


def _task(topic: Topic, profile: Profile, request: PersonRequest) -> Task:
    if topic.rows is None:
        names = topic.form().fields
        told = sum(getattr(profile, name) not in NOT_TOLD for name in names)
        return _state(topic, told, is_all=told == len(names))
    count = topic.rows._default_manager.filter(user=request.user).count()
    complete = getattr(profile, f"{topic.key}_complete")
    if complete == "yes":
        return Task(topic, "Complete" if count else "Complete: none", "good")
    return _state(topic, count, is_all=False)


def _state(topic: Topic, told: int, *, is_all: bool) -> Task:
    if is_all:
        return Task(topic, "Told", "good")
    return Task(topic, "Partly told", "caution") if told else Task(topic, "Not told", "quiet")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def topic(request: PersonRequest, key: str) -> HttpResponse:
    """A topic's fields; or a list's rows with the question whether they are all."""
    about = _topic(key)
    if about.rows is None:
        return _profile_page(request, about)
    return _list_page(request, about, about.rows._default_manager.filter(user=request.user))


def _topic(key: str) -> Topic:
    if key not in BY_KEY:
        raise Http404
    return BY_KEY[key]


def _profile_page(request: PersonRequest, about: Topic) -> HttpResponse:
    form = about.form(request.POST or None, instance=profile_of(request))
    if request.method == "POST" and form.is_valid():
        save_profile(profile=form.instance, fields=form.cleaned_data, at=timezone.now())
        return _next(request, about)
    return _shown(request, "accounts/topic.html", form, {"topic": about})


def _list_page(
    request: PersonRequest, about: Topic, rows: models.QuerySet[models.Model]
) -> HttpResponse:
    profile, field = profile_of(request), f"{about.key}_complete"
    form = forms_of.CompleteForm(
        request.POST or None, initial={"complete": getattr(profile, field)}
    )
    if request.method == "POST" and form.is_valid():
        setattr(profile, field, form.cleaned_data["complete"])
        save_profile(profile=profile, fields=[field], at=timezone.now())
        return _next(request, about)
    return _shown(request, "accounts/list.html", form, {"topic": about, "rows": rows})


def _next(request: PersonRequest, about: Topic) -> HttpResponse:
    messages.success(request, f"{about.title}: saved.")
    return redirect("accounts:facts")


def _shown(
    request: PersonRequest, template: str, form: BaseForm, told: dict[str, object]
) -> HttpResponse:
    return render(request, template, {"form": form, **told}, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def row(request: PersonRequest, key: str, pk: int = 0) -> HttpResponse:
    """One row of a list: a new one, or the person's own one."""
    about = _topic(key)
    if about.rows is None:
        raise Http404
    own = about.rows._default_manager.filter(user=request.user)
    found = get_object_or_404(own, pk=pk) if pk else about.rows(user=request.user)
    form = about.form(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid() and _is_new(form, own):
        item = form.save(commit=False)
        save_item(item=item, user=request.user, at=timezone.now())
        return redirect("accounts:topic", about.key)
    return _shown(request, "accounts/row.html", form, {"topic": about, "row": found})


def _is_new(form: forms_of.FactForm, own: models.QuerySet[models.Model]) -> bool:
    """A language is told once; the form says so before the database would."""
    code = form.cleaned_data.get("code")
    if code and own.filter(code=code).exclude(pk=form.instance.pk).exists():
        form.add_error("code", "You have told this language already.")
        return False
    return True


@require_POST
@signed_in
def remove(request: PersonRequest, key: str, pk: int) -> HttpResponse:
    about = _topic(key)
    if about.rows is None:
        raise Http404
    found = get_object_or_404(about.rows._default_manager.filter(user=request.user), pk=pk)
    remove_item(item=found, user=request.user, at=timezone.now())
    messages.success(request, "Removed.")
    return redirect("accounts:topic", about.key)
