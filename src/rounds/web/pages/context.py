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


@dataclass(frozen=True, slots=True)
class Account:
    """The way in, or who is in and the way out."""

    is_signed_in: bool
    name: str
    address: str
    searches: str
    sign_out: str


def navigation(request: HttpRequest) -> dict[str, object]:
    return {"places": _places(request), "account": _account(request)}


def _places(request: HttpRequest) -> tuple[Place, ...]:
    wanted = [
        ("Rotations", "catalog:search"),
        ("Programs", "programs:list"),
        ("May I?", "accounts:may_i"),
    ]
    if request.user.is_authenticated:
        wanted.append(("Plans", "planner:plans"))
        wanted.append(("My facts", "accounts:facts"))
    if is_of_agency(request.user):
        wanted.append(("Desk", "desk:today"))
    addresses = [(words, reverse(name)) for words, name in wanted]
    inside = [address for _, address in addresses if request.path.startswith(address)]
    here = max(inside, key=len, default="")
    return tuple(Place(words, to, is_here=to == here) for words, to in addresses)


def _account(request: HttpRequest) -> Account:
    if request.user.is_authenticated:
        return Account(
            is_signed_in=True,
            name=str(request.user),
            address=reverse("accounts:me"),
            searches=reverse("catalog:saved_searches"),
            sign_out=reverse("account_logout"),
        )
    login = reverse("account_login")
    return Account(is_signed_in=False, name="", address=login, searches="", sign_out="")
