"""What the head of every page shows: where one can go from here, for this visitor."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from rounds.web.accounts.permissions import is_of_agency


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation."""

    words: str
    address: str
    is_here: bool


def navigation(request: HttpRequest) -> dict[str, tuple[Place, ...]]:
    wanted = [("Rotations", "catalog:search"), ("May I?", "accounts:may_i")]
    if request.user.is_authenticated:
        wanted.append(("My facts", "accounts:facts"))
    if is_of_agency(request.user):
        wanted.append(("Desk", "desk:today"))
    return {"places": tuple(_place(request, words, name) for words, name in wanted)}


def _place(request: HttpRequest, words: str, name: str) -> Place:
    address = reverse(name)
    return Place(words, address, is_here=request.path.startswith(address))
