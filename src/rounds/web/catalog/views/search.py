"""Search, as a list or a calendar; the address says it all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rounds.core.values import money
from rounds.web.catalog.forms.search import LABELS, SearchForm, facet_choices, query_of
from rounds.web.catalog.queries.search.find import Found, find
from rounds.web.catalog.queries.search.wanted import FACETS
from rounds.web.catalog.queries.search.words import asked
from rounds.web.catalog.queries.shown import cards, listed_elsewhere

A_PAGE = 20
DROPPABLE = {
    **LABELS,
    "text": "Words",
    "near": "Near a ZIP code",
    "weeks": "Weeks",
    "earliest": "Begins on or after",
    "latest": "Ends on or before",
    "most_cents": "Price",
    "only_free": "Only with a free seat",
}
KEYS = {"text": "q", "near": "zip", "most_cents": "price", "only_free": "free"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet with the number of rotations behind it."""

    value: str
    words: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    label: str
    choices: tuple[Choice, ...]

    @property
    def is_used(self) -> bool:
        return any(choice.is_chosen for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter in use, in words, and the address without it."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Drop:
    """A filter whose dropping alone gives results, and the address without it."""

    label: str
    count: int
    address: str


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    form.is_valid()
    wanted = form.wanted
    found = find(wanted, on=timezone.localdate(), sort=form.cleaned_data.get("sort") or "date")
    page = Paginator(found.hits, A_PAGE).get_page(request.GET.get("page"))
    elsewhere = listed_elsewhere(words=asked(wanted.text), states=wanted.state, kinds=wanted.kind)
    told = {
        "form": form,
        "found": found,
        "page": page,
        "cards": cards(list(page.object_list)),
        "facets": _facets(found, form),
        "chips": _chips(form, request),
        "drops": _drops(found, request),
        "elsewhere": elsewhere,
        "months": _months(found.starts) if request.GET.get("view") == "calendar" else None,
        "other_view": _other_view(request),
        "is_searching": bool(wanted.used),
        "query": query_of(request.GET),
    }
    return render(request, "catalog/search.html", told)


def _facets(found: Found, form: SearchForm) -> list[Facet]:
    facets = []
    for name in FACETS:
        counts = dict(found.facets[name])
        chosen = set(form.cleaned_data.get(name) or ())
        choices = tuple(
            Choice(value, words, counts.get(value, 0), value in chosen)
            for value, words in facet_choices(name)
            if value in counts or value in chosen
        )
        facets.append(Facet(name, LABELS[name], choices))
    return facets


def _chips(form: SearchForm, request: HttpRequest) -> list[Chip]:
    """Every choice of a facet, and every other filter by its name."""
    return [
        Chip(
            f"{DROPPABLE[name]}: {words}" if words else DROPPABLE[name],
            _without(request, KEYS.get(name, name), value),
        )
        for name, value, words in used_filters(form)
    ]


def used_filters(form: SearchForm) -> Iterator[tuple[str, str, str]]:
    """Name, value and words of each chosen value; of other filters the name alone."""
    for name in form.wanted.used:
        chosen = sorted(form.cleaned_data.get(name) or ()) if name in FACETS else [""]
        words = dict(facet_choices(name)) if name in FACETS else {}
        yield from ((name, value, words[value] if value else "") for value in chosen)


def in_words(form: SearchForm) -> str:
    """A search as a person would name it: its words and choices, or all there is."""
    told = form.cleaned_data
    said = [f"“{told['q']}”"] if told.get("q") else []
    said += [words for _, _, words in used_filters(form) if words]
    if near := form.wanted.near:
        said.append(f"near {near.name}")
    if form.wanted.most_cents is not None:
        said.append(f"up to {money(form.wanted.most_cents)}")
    return ", ".join(said) or "All rotations"


def _without(request: HttpRequest, key: str, value: str = "") -> str:
    """This search without one of its filters, or without one value of it."""
    query = request.GET.copy()
    query.pop("page", None)
    left = [one for one in query.pop(key, []) if value and one != value]
    query.setlist(key, left)
    return f"?{query.urlencode()}"


def _drops(found: Found, request: HttpRequest) -> list[Drop]:
    return [
        Drop(DROPPABLE[name], count, _without(request, KEYS.get(name, name)))
        for name, count in found.drop
    ]


def _months(starts: list[tuple[date, int]]) -> list[tuple[date, list[tuple[date, int]]]]:
    return [
        (month, list(days)) for month, days in groupby(starts, lambda one: one[0].replace(day=1))
    ]


def _other_view(request: HttpRequest) -> str:
    """The same search in the other view."""
    query = request.GET.copy()
    query.pop("page", None)
    if query.pop("view", None) is None:
        query["view"] = "calendar"
    return f"?{query.urlencode()}"
