"""The list of programs: with the doors of whoever is signed in, without them for a stranger."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rounds.core.facts import conflicts
from rounds.core.seasons import Season
from rounds.web.accounts.models import User
from rounds.web.dossier.bridge import next_season
from rounds.web.programs.actions.doors import current_doors
from rounds.web.programs.bridge.judging import Doors, Judged
from rounds.web.programs.bridge.listing import OF_A_PERSON, Found, find, freshness
from rounds.web.programs.bridge.page import reasons_for
from rounds.web.programs.bridge.shelf import Ruled
from rounds.web.programs.forms.search import (
    FACETS,
    LABELS,
    STILL_TO_DO,
    SearchForm,
    facet_choices,
)
from rounds.web.programs.models import DoorVerdict
from rounds.web.programs.queries.doors import moved_doors
from rounds.web.programs.queries.stars import weights_by_program

A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet with the number of programs behind it."""

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
class Card:
    """A program in the list; ``verdict`` is ``None`` for a stranger, ``moved`` unless it was
    another door before.
    """

    ruled: Ruled
    freshness: str
    verdict: Judged | None
    moved: DoorVerdict | None
    weight: int
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever looks: a stranger, or a person with doors and weights."""

    user: User | None = None
    doors: Doors | None = None
    weights: Mapping[int, int] = field(default_factory=dict)


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    season = next_season(timezone.localdate())
    form = SearchForm(request.GET)
    form.is_valid()
    visitor = _visitor(request, season)
    doors = visitor.doors
    found = find(
        form.wanted,
        season=season,
        verdicts=doors.by_program if doors else None,
        weights=visitor.weights,
    )
    page = Paginator(found.programs, A_PAGE).get_page(request.GET.get("page"))
    facets = _facets(found, form, is_person=doors is not None)
    told = {
        "form": form,
        "season": season,
        "page": page,
        "cards": _cards(list(page.object_list), season, visitor),
        "facets": facets,
        "chips": _chips(facets, form, request.GET),
        "doors": found.facets.get("door", {}) if doors else None,
        "conflicts": conflicts(doors.facts, season.today) if doors else (),
        "here": request.get_full_path(),
    }
    return render(request, "programs/list.html", told)


def _visitor(request: HttpRequest, season: Season) -> Visitor:
    if not isinstance(request.user, User):
        return Visitor()
    doors = current_doors(user=request.user, season=season, at=timezone.now())
    return Visitor(request.user, doors, weights_by_program(request.user))


def _cards(programs: list[Ruled], season: Season, visitor: Visitor) -> list[Card]:
    if visitor.user is None or visitor.doors is None:
        return [Card(one, freshness(one, season), None, None, 1, []) for one in programs]
    numbers = [one.row.pk for one in programs]
    moved = moved_doors(visitor.user, season_year=season.year, programs=numbers)
    reasons = reasons_for(programs, season, visitor.doors.facts)
    return [
        Card(
            ruled=one,
            freshness=freshness(one, season),
            verdict=visitor.doors.by_program[number],
            moved=moved.get(number),
            weight=visitor.weights.get(number, 1),
            reasons=reasons[number],
        )
        for one, number in zip(programs, numbers, strict=True)
    ]


def _facets(found: Found, form: SearchForm, *, is_person: bool) -> list[Facet]:
    facets = []
    for name in FACETS:
        if name in OF_A_PERSON and not is_person:
            continue
        counts = found.facets[name]
        chosen = set(form.cleaned_data.get(name) or ())
        choices = tuple(
            Choice(value, words, counts.get(value, 0), value in chosen)
            for value, words in facet_choices(name)
            if value in counts or value in chosen
        )
        label = STILL_TO_DO if name == "stage" and is_person else LABELS[name]
        facets.append(Facet(name, label, choices))
    return facets


def _chips(facets: list[Facet], form: SearchForm, query: QueryDict) -> list[Chip]:
    chips = [
        Chip(f"{facet.label}: {choice.words}", _without(query, facet.name, choice.value))
        for facet in facets
        for choice in facet.choices
        if choice.is_chosen
    ]
    if form.wanted.text:
        chips.append(Chip(f"Words: {form.wanted.text}", _without(query, "q")))
    if form.wanted.only_weighed:
        chips.append(Chip("Only those I gave a weight", _without(query, "mine")))
    return chips


def _without(query: QueryDict, key: str, value: str = "") -> str:
    """This search without one of its filters, or without one value of it."""
    left = query.copy()
    left.pop("page", None)
    left.setlist(key, [one for one in left.pop(key, []) if value and one != value])
    return f"?{left.urlencode()}"
