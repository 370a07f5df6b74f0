"""Pages of files: bring one, read what it would do, apply it once, take a table out."""

import csv
from collections.abc import Iterator
from functools import partial
from io import StringIO

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability, can
from rounds.web.catalog.actions.imports.report import Outcome
from rounds.web.desk.actions.imports import apply_run, drop_run, file_of, keep_look
from rounds.web.desk.forms.imports.kinds import IMPORT_KINDS, ImportKind, Told, import_kind
from rounds.web.desk.forms.imports.sheets import SHEETS
from rounds.web.desk.forms.imports.upload import UploadForm
from rounds.web.desk.models import ImportRun, RunState
from rounds.web.desk.queries import import_runs
from rounds.web.kit.refusal import Refusal

LINES_A_PAGE = 100
RUNS_A_PAGE = 30
OUTCOMES = {
    Outcome.REFUSED: ("bad", "Refused"),
    Outcome.CONFLICT: ("caution", "Left as the desk wrote it"),
    Outcome.NEW: ("good", "New"),
    Outcome.CHANGED: ("accent", "Changed"),
    Outcome.GONE: ("caution", "No longer in the file"),
    Outcome.NOTED: ("quiet", "Noted"),
}


@require_safe
@staff(Capability.SEE_DESK)
def listing(request: PersonRequest) -> HttpResponse:
    page = Paginator(import_runs(), RUNS_A_PAGE).get_page(request.GET.get("page"))
    told = {
        "page": page,
        "runs": [(run, import_kind(run.kind)) for run in page],
        "kinds": IMPORT_KINDS,
        "sheets": SHEETS,
        "can_import": can(request.user, Capability.RUN_IMPORTS),
    }
    return render(request, "desk/imports/list.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Capability.RUN_IMPORTS)
def bring(request: PersonRequest, kind: str) -> HttpResponse:
    """Read the file and keep what it would do; the catalog stays as it is."""
    about = _kind(kind)
    sent = request.method == "POST"
    form = UploadForm(
        request.POST if sent else None,
        request.FILES if sent else None,
        kind=about,
        initial={"read_on": timezone.localdate()},
    )
    if sent and form.is_valid():
        try:
            run = _look(request, about, form)
        except Refusal as refusal:
            form.add_error("file", refusal.sentence)
        else:
            return redirect("desk:import", run.pk)
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "desk/imports/bring.html", {"kind": about, "form": form}, status=status)


def _look(request: PersonRequest, about: ImportKind, form: UploadForm) -> ImportRun:
    now = timezone.now()
    file = form.cleaned_data["file"]
    data, name = file.read(), str(file.name)
    told = Told(
        name,
        form.cleaned_data.get("source", ""),
        form.cleaned_data.get("read_on") or timezone.localdate(),
        request.user,
        now,
    )
    run = ImportRun(
        kind=about.key,
        file_name=name,
        source=told.source,
        read_on=told.read_on,
        made_by=request.user,
        made_at=now,
    )
    return keep_look(run=run, data=data, report=about.look(data, told))


@require_safe
@staff(Capability.SEE_DESK)
def run(request: PersonRequest, pk: int) -> HttpResponse:
    """The report: what would be done, or was, and why a row is refused."""
    row = get_object_or_404(import_runs(), pk=pk)
    wanted = request.GET.get("only", "")
    lines = [line for line in row.lines if not wanted or line["outcome"] == wanted]
    told = {
        "run": row,
        "kind": _kind(row.kind),
        "page": Paginator(_drawn(lines), LINES_A_PAGE).get_page(request.GET.get("page")),
        "outcomes": [
            (one.value, said, tone, row.counts.get(one.value, 0))
            for one, (tone, said) in OUTCOMES.items()
        ],
        "wanted": wanted,
        "is_open": row.state == RunState.LOOKED,
        "can_import": can(request.user, Capability.RUN_IMPORTS),
    }
    return render(request, "desk/imports/run.html", told)


def _drawn(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    return [
        {**line, "tone": OUTCOMES[outcome][0], "said": OUTCOMES[outcome][1]}
        for line in lines
        if (outcome := Outcome(str(line["outcome"])))
    ]


@require_POST
@staff(Capability.RUN_IMPORTS)
def apply(request: PersonRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(ImportRun, pk=pk)
    about, now = _kind(row.kind), timezone.now()
    data = file_of(row)
    told = Told(row.file_name, row.source, row.read_on, request.user, now)
    try:
        apply_run(
            run=row,
            look=partial(about.look, data, told),
            work=partial(about.apply, data, told),
            by=request.user,
            at=now,
        )
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, "Done. The report below says what became of every row.")
    return redirect("desk:import", pk)


@require_POST
@staff(Capability.RUN_IMPORTS)
def drop(request: PersonRequest, pk: int) -> HttpResponse:
    try:
        drop_run(run=get_object_or_404(ImportRun, pk=pk), by=request.user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, "Dropped. Nothing was changed.")
    return redirect("desk:imports")


@require_safe
@staff(Capability.KEEP_CATALOG)
def take_out(_request: PersonRequest, sheet: str) -> StreamingHttpResponse:
    """One of the agency's tables as CSV in UTF-8, with the mark that spreadsheets look for."""
    about = next((one for one in SHEETS if one.key == sheet), None)
    if about is None:
        raise Http404
    answer = StreamingHttpResponse(written(about.table()), content_type="text/csv; charset=utf-8")
    day = timezone.localdate().isoformat()
    answer["Content-Disposition"] = f'attachment; filename="rounds-{sheet}-{day}.csv"'
    return answer


def written(rows: Iterator[list[str]]) -> Iterator[str]:
    """The lines of a CSV file, one at a time."""
    yield "\ufeff"
    for row in rows:
        buffer = StringIO()
        csv.writer(buffer).writerow(row)
        yield buffer.getvalue()


def _kind(key: str) -> ImportKind:
    found = import_kind(key)
    if found is None:
        raise Http404
    return found
