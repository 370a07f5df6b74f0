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
    wanted = [
        ("Rotations", "catalog:search"),
        ("Programs", "programs:list"),
        ("May I?", "accounts:may_i"),
    ]
    if request.user.is_authenticated:
        wanted.append(("Plans", "planner:plans"))
        wanted.append(("My facts", "accounts:facts"))
        wanted.append(("Account", "accounts:me"))
    else:
        wanted.append(("Sign in", "account_login"))
    if is_of_agency(request.user):
        wanted.append(("Desk", "desk:today"))
    addresses = [(words, reverse(name)) for words, name in wanted]
    inside = [address for _, address in addresses if request.path.startswith(address)]
    here = max(inside, key=len, default="")
    return {"places": tuple(Place(words, to, is_here=to == here) for words, to in addresses)}
