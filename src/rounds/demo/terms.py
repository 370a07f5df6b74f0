"""About 1,500 dated terms over 14 months, as the CSV that ``read_offers`` reads."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from io import StringIO
from random import Random

from rounds.core.planner.offer_file.sheet import COLUMNS
from rounds.core.values import monday
from rounds.core.vocabulary import LetterPolicy
from rounds.demo.rotations import Offer, offers, written
from rounds.demo.sites import MEDICAL_SCHOOL_HOSPITAL, Style

BOOK_AHEAD_WEEKS = 3
STARTS_FOR_WEEKS = 53
SEATS = (0, 1, 1, 2, 2, 3, 4)
LAST_DAY = timedelta(days=4)  # Monday to Friday

Cells = dict[str, str]


def offers_csv(*, on: date, chance: Random) -> str:
    """Every dated term, one row each."""
    return sheet(row for offer in offers(chance) for row in _rows(offer, on, chance))


def sheet(rows: Iterable[Cells]) -> str:
    """Rows under the documented heading."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _rows(offer: Offer, on: date, chance: Random) -> Iterator[Cells]:
    fixed = {**_place_cells(offer), **_work_cells(offer), **_letter_cells(offer)}
    for first in _starts(offer, on, chance):
        last = first + timedelta(weeks=offer.weeks - 1) + LAST_DAY
        yield {
            **fixed,
            "code": f"{offer.code}-{first:%y%m%d}",
            "first": first.isoformat(),
            "last": last.isoformat(),
            "weeks": str(offer.weeks),
            "seats": str(chance.choice(SEATS)),
        }


def _starts(offer: Offer, on: date, chance: Random) -> Iterator[date]:
    """Mondays, a rotation's rhythm apart."""
    earliest = monday(on) + timedelta(weeks=BOOK_AHEAD_WEEKS)
    for week in range(chance.randrange(offer.every_weeks), STARTS_FOR_WEEKS, offer.every_weeks):
        yield earliest + timedelta(weeks=week)


def _place_cells(offer: Offer) -> Cells:
    place = offer.place
    return {
        "site_id": place.id,
        "site": place.name,
        "city": place.city,
        "state": place.state,
        "medical_school_hospital": MEDICAL_SCHOOL_HOSPITAL[place.style],
        "housing_per_week": written(place.housing_cents_a_week),
        "travel": written(place.travel * 100),
    }


def _work_cells(offer: Offer) -> Cells:
    recipe = offer.recipe
    is_school = offer.place.style is Style.SCHOOL
    return {
        "rotation": offer.name,
        "author": offer.author,
        "kind": recipe.kind.value,
        "role": recipe.role.value,
        "mode": recipe.mode.value,
        "hours": recipe.hours,
        "specialty": offer.specialty,
        "price": offer.price,
        "faculty": "yes" if recipe.is_by_faculty and is_school else "",
        "part_of_degree": "yes" if recipe.is_part_of_degree else "",
        "entry": offer.entry,
    }


def _letter_cells(offer: Offer) -> Cells:
    words = {True: "yes", False: "no", None: ""}
    known = offer.policy is not LetterPolicy.UNKNOWN
    days = offer.turnaround_days
    return {
        "letter_policy": offer.policy.value if known else "",
        "turnaround_days": "" if days is None else str(days),
        "letterhead": words[offer.is_on_letterhead],
        "affiliation": _affiliation(offer),
    }


def _affiliation(offer: Offer) -> str:
    if offer.place.style is Style.SCHOOL:
        return "its own residency programs (fictional)"
    return "claimed, not evidenced" if offer.place.style is Style.TEACHING else ""
