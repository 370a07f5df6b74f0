"""Up to four rotations side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rounds.web.catalog.queries.shown import name_shown, rotations_compared

MOST = 4


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Of more than four the first are shown, and the page says so; unknown ones are counted."""
    slugs = list(dict.fromkeys(request.GET.getlist("r")))
    found = rotations_compared(slugs=slugs[:MOST], on=timezone.localdate())
    columns = [(rotation, name_shown(rotation, request.user)) for rotation in found]
    told = {
        "columns": columns,
        "missing": len(slugs[:MOST]) - len(found),
        "left_out": max(len(slugs) - MOST, 0),
    }
    return render(request, "catalog/compare.html", told)
