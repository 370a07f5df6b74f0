"""The clauses of a draft: the frame of one, its tree of tests, and one test at a time."""

from collections.abc import Callable
from typing import Any  # the file form is untyped until the core has checked it

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability
from rounds.web.desk.forms.programs.criteria import FORM_OF, FORMS
from rounds.web.desk.forms.programs.rules import ClauseForm
from rounds.web.desk.views.editing import READING_AND_WRITING
from rounds.web.desk.views.programs.draft import (
    draft_of,
    knowing,
    second_editor,
    shown,
    version_sent,
)
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.drafts import change_clauses
from rounds.web.programs.bridge.drafts import clauses_of
from rounds.web.programs.bridge.trees import (
    HOWS,
    ROOT,
    negated,
    node_at,
    replaced,
    with_test,
    without,
)
from rounds.web.programs.models import RequirementVersion

Clauses = list[dict[str, Any]]
Change = Callable[[Clauses], Clauses]
CHANGE_IT = "replace"


def _clauses(row: RequirementVersion) -> Clauses:
    found: Clauses = row.content.get("requirement", [])
    return found


def _data(row: RequirementVersion, index: int) -> dict[str, Any]:
    if index >= len(_clauses(row)):
        raise Http404
    return _clauses(row)[index]


def _put(index: int, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Change:
    """The list with one clause another."""
    return lambda clauses: [
        change(one) if place == index else one for place, one in enumerate(clauses)
    ]


def _keep(request: PersonRequest, row: RequirementVersion, change: Change, version: int) -> None:
    change_clauses(draft=row, change=change, version=version, by=request.user, at=timezone.now())


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def add(request: PersonRequest, pk: int) -> HttpResponse:
    row = draft_of(pk)
    form = ClauseForm.of({}, row.version, request.POST or None)
    if request.method == "POST" and form.is_valid():
        others = {str(one.get("id")) for one in _clauses(row)}
        new = form.data_with({}, others)
        try:
            _keep(request, row, lambda clauses: [*clauses, new], form.seen)
        except Refusal as refusal:
            again = ClauseForm.of({}, row.version, knowing(request, row))
            return second_editor(request, row, again, refusal, NEW)
        messages.success(request, "Now say what it asks: add a test.")
        return redirect("desk:clause", pk, len(others))
    return shown(request, row, form, NEW)


NEW: dict[str, object] = {"title": "New clause"}


@require_safe
@staff(Capability.KEEP_CATALOG)
def clause(request: PersonRequest, pk: int, index: int) -> HttpResponse:
    """The clause in words, its tree, and what can be done with each node."""
    row = draft_of(pk)
    _data(row, index)
    told = {
        "program": row.program,
        "draft": row,
        "index": index,
        "clause": clauses_of(row)[index],
        "hows": list(HOWS.items()),
    }
    return render(request, "desk/programs/clause.html", told)


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def frame(request: PersonRequest, pk: int, index: int) -> HttpResponse:
    row = draft_of(pk)
    data = _data(row, index)
    form = ClauseForm.of(data, row.version, request.POST or None)
    told: dict[str, object] = {"title": f"Clause “{data.get('id')}”", "index": index}
    if request.method == "POST" and form.is_valid():
        new = form.data_with(data, set())
        try:
            _keep(request, row, _put(index, lambda _: new), form.seen)
        except Refusal as refusal:
            again = ClauseForm.of(data, row.version, knowing(request, row))
            return second_editor(request, row, again, refusal, told)
        messages.success(request, "Saved in the draft.")
        return redirect("desk:clause", pk, index)
    return shown(request, row, form, told)


@require_POST
@staff(Capability.KEEP_CATALOG)
def remove(request: PersonRequest, pk: int, index: int) -> HttpResponse:
    row = draft_of(pk)
    _data(row, index)
    try:
        _keep(request, row, lambda one: [*one[:index], *one[index + 1 :]], version_sent(request))
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, "The clause is taken out of the draft.")
    return redirect("desk:draft", pk)


# ── the tree ─────────────────────────────────────────────────────────────────────────────────


def _place(request: PersonRequest, data: dict[str, Any]) -> tuple[str, str]:
    """Beside which node, and how; only what the tree has."""
    at, how = request.GET.get("at", ROOT), request.GET.get("how", "all")
    is_there = node_at(data.get("rule"), at) is not None or (at == ROOT and "rule" not in data)
    if not is_there or how not in (*HOWS, CHANGE_IT):
        raise Http404
    return at, how


@require_safe
@staff(Capability.KEEP_CATALOG)
def choose(request: PersonRequest, pk: int, index: int) -> HttpResponse:
    """Which sort of test?"""
    row = draft_of(pk)
    at, how = _place(request, _data(row, index))
    told = {
        "program": row.program, "index": index, "at": at, "how": how,
        "clause": clauses_of(row)[index], "forms": FORMS, "says": HOWS.get(how, ""),
    }  # fmt: skip
    return render(request, "desk/programs/choose.html", told)


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def test(request: PersonRequest, pk: int, index: int, kind: str) -> HttpResponse:
    """One test: new beside a node, or in place of one."""
    row = draft_of(pk)
    data = _data(row, index)
    at, how = _place(request, data)
    if kind not in FORM_OF:
        raise Http404
    about, tree = FORM_OF[kind], data.get("rule")
    values = (node_at(tree, at) or {}).get(kind, {}) if how == CHANGE_IT else {}
    form = about.of(values, row.version, request.POST or None)
    told: dict[str, object] = {"title": about.title, "index": index}
    if request.method == "POST" and form.is_valid():
        new = form.test
        rule = replaced(tree, at, new) if how == CHANGE_IT else with_test(tree, at, how, new)
        try:
            _keep(request, row, _put(index, lambda one: {**one, "rule": rule}), form.seen)
        except Refusal as refusal:
            again = about.of(values, row.version, knowing(request, row))
            return second_editor(request, row, again, refusal, told)
        return redirect("desk:clause", pk, index)
    return shown(request, row, form, told)


@require_POST
@staff(Capability.KEEP_CATALOG)
def tree(request: PersonRequest, pk: int, index: int) -> HttpResponse:
    """Take a node out, or turn it into what must not be."""
    row = draft_of(pk)
    data = _data(row, index)
    at, rule = request.POST.get("at", ""), data.get("rule")
    verb = {"remove": without, "negate": negated}.get(request.POST.get("do", ""))
    if verb is None or rule is None or node_at(rule, at) is None:
        raise Http404
    after = verb(rule, at)

    def put(one: dict[str, Any]) -> dict[str, Any]:
        left = {key: value for key, value in one.items() if key != "rule"}
        return {**left, "rule": after} if after else left

    try:
        _keep(request, row, _put(index, put), version_sent(request))
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    return redirect("desk:clause", pk, index)
