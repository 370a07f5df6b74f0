"""The public page of a site."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rounds.web.catalog.queries.shown import site_shown


@require_safe
def site(request: HttpRequest, slug: str) -> HttpResponse:
    found = site_shown(slug=slug)
    if found is None:
        raise Http404
    return render(request, "catalog/site.html", {"site": found})
