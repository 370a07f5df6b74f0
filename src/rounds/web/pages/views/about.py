"""How Rounds decides, and what it decides by: the method and the sources, for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rounds.web.accounts.bridge import shipped_rulebook
from rounds.web.dossier.bridge import published_seasons
from rounds.web.pages.bridge import chapters


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/method.html")


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Every dated rule of law and every season, with the page it was read from."""
    told = {
        "chapters": chapters(shipped_rulebook().rules),
        "seasons": published_seasons(),
    }
    return render(request, "pages/sources.html", told)
