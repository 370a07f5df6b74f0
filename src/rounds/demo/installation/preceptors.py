"""The fictional physicians as rows of the catalog: licenses, affiliations, days off."""

from datetime import date, timedelta
from random import Random

from django.utils.text import slugify

from rounds.core.planner.offers import Term as Offered
from rounds.demo.names import FICTIONAL
from rounds.web.catalog.models import Affiliation, License, Preceptor, Publication

LICENSE_DAYS = (700, 900, 1100)
EVIDENCED_PERCENT, CERTIFIED_PERCENT = 60, 85


def preceptors_of(terms: tuple[Offered, ...], *, on: date, chance: Random) -> dict[str, Preceptor]:
    """One row an author, by the author's name; nothing is saved."""
    first_terms = {term.author: term for term in reversed(terms)}
    return {
        author: _preceptor(author, first_terms[author], number, on, chance)
        for number, author in enumerate(sorted(first_terms))
    }


def papers_of(
    preceptors: dict[str, Preceptor], terms: tuple[Offered, ...], *, on: date, chance: Random
) -> tuple[list[License], list[Affiliation]]:
    """A license in every state where they supervise, and the ties they have or claim."""
    places = {(term.author, term.site.state): term.site for term in reversed(terms)}
    licenses = [
        License(
            preceptor=preceptors[author],
            state_code=state,
            number=f"FICTION-{number:04d}",
            expires_on=on + timedelta(days=chance.choice(LICENSE_DAYS)),
            checked_on=on - timedelta(days=20),
        )
        for number, (author, state) in enumerate(sorted(places))
    ]
    affiliations = [
        _affiliation(preceptors[author], site.name, on, chance)
        for (author, _), site in sorted(places.items())
    ]
    return licenses, affiliations


def _preceptor(author: str, term: Offered, number: int, on: date, chance: Random) -> Preceptor:
    given, family = author.removeprefix("Dr. ").removesuffix(FICTIONAL).split()
    is_certified = chance.randrange(100) < CERTIFIED_PERCENT
    return Preceptor(
        slug=slugify(f"{given} {family}"),
        state=Publication.PUBLISHED,
        first_name=given,
        last_name=f"{family} {FICTIONAL}",
        credentials="MD",
        npi=fictional_npi(number),
        specialty=term.specialty,
        board=f"Board of {term.specialty} (fictional)" if is_certified else "",
        is_board_certified=True if is_certified else None,
        email=f"{given}.{family}@preceptor.example".lower(),
        cap_a_week=chance.choice((2, 3, 4)),
        named_since=on - timedelta(days=120),
    )


def _affiliation(preceptor: Preceptor, institution: str, on: date, chance: Random) -> Affiliation:
    is_evidenced = chance.randrange(100) < EVIDENCED_PERCENT
    return Affiliation(
        preceptor=preceptor,
        institution=institution,
        position="Attending physician",
        source=f"https://directory.example/{preceptor.slug}" if is_evidenced else "",
        read_on=on - timedelta(days=15) if is_evidenced else None,
    )


def fictional_npi(number: int) -> str:
    """Ten digits with a right check digit that nobody holds: real ones begin with 1 or 2."""
    body = f"{900000000 + number}"
    doubled = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(body[::-1])]
    total = 24 + sum(value - 9 if value > 9 else value for value in doubled)  # 24 for prefix 80840
    return f"{body}{-total % 10}"
