"""How Rounds decides, and what it decides by: the method and the sources, for everybody."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rounds.core.legality.rules import Layer, Rule
from rounds.core.seasons import read_seasons
from rounds.data import shipped_text
from rounds.web.accounts.bridge import shipped_rulebook
from rounds.web.kit.places import name_of, states

EVERYWHERE = "Every state"
IMMIGRATION = "Immigration"


@dataclass(frozen=True, slots=True)
class Chapter:
    """Rules that are read together: those of immigration, of every state, of one state."""

    title: str
    rules: tuple[Rule, ...]


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/method.html")


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Every dated rule of law and every season, with the page it was read from."""
    told = {
        "chapters": chapters(shipped_rulebook().rules),
        "seasons": read_seasons(shipped_text("eras/seasons.toml"), "eras/seasons.toml"),
    }
    return render(request, "pages/sources.html", told)


def chapters(rules: Iterable[Rule]) -> tuple[Chapter, ...]:
    """Immigration first, then what holds in every state, then the states by name."""
    found: dict[str, list[Rule]] = {IMMIGRATION: [], EVERYWHERE: []}
    for rule in rules:
        for title in sorted(_titles(rule)):
            found.setdefault(title, []).append(rule)
    return tuple(Chapter(title, tuple(kept)) for title, kept in found.items() if kept)


def _titles(rule: Rule) -> set[str]:
    if rule.layer is Layer.IMMIGRATION:
        return {IMMIGRATION}
    covered = rule.when.states
    return {EVERYWHERE} if covered is None else {name_of(code, states()) for code in covered}
