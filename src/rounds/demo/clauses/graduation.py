"""Years since graduation: limits, anchors stated and not, exceptions, dual clocks."""

from random import Random

from rounds.core.vocabulary import Modality
from rounds.demo.clauses.experience import HANDS_ON, asked
from rounds.demo.clauses.page import (
    NONE_ASKED,
    SILENT,
    UNREAD,
    Clause,
    Page,
    Shape,
    Shares,
    always,
    pick,
    stated,
)

YEARS: Shares[int] = ((2, 2), (4, 3), (3, 4), (6, 5), (2, 7), (4, 10))
ANCHORS: Shares[str] = ((4, ', to = "apply"'), (3, ', to = "start"'), (3, ""))


def graduation_page(chance: Random, specialty: str) -> Page:
    """What a program says about the age of the degree."""
    return pick(SHAPES, chance)(chance, specialty)


def _limit(chance: Random, _specialty: str) -> Page:
    return stated(Clause(_graduated(pick(YEARS, chance), pick(ANCHORS, chance))))


def _graduated(years: int, anchor: str) -> str:
    return f"{{ graduated_within = {{ years = {years}{anchor} }} }}"


def _preferred(chance: Random, _specialty: str) -> Page:
    return stated(
        Clause(_graduated(pick(YEARS, chance), pick(ANCHORS, chance)), Modality.PREFERRED)
    )


def _unless(chance: Random, _specialty: str) -> Page:
    """A limit, unless the person has recent hands-on weeks."""
    limit = _graduated(chance.choice((3, 5)), pick(ANCHORS, chance))
    weeks = chance.choice((4, 8, 12))
    recent = asked(f"weeks = {weeks}", HANDS_ON, 'within = { years = 1, to = "apply" }')
    return stated(Clause(f"{{ unless = {{ rule = {limit}, exception = {recent} }} }}"))


def _dual_clock(chance: Random, _specialty: str) -> Page:
    """So many years from the degree or from the last direct patient care."""
    years = chance.choice((3, 4, 5))
    care = asked("weeks = 1", HANDS_ON, f'within = {{ years = {years}, to = "apply" }}')
    limit = _graduated(years, ', to = "apply"')
    return stated(Clause(f"{{ any = [{limit}, {care}] }}"))


FUZZY = stated(Clause('{ graduated_within = { years = 4, fuzzy_years = 5, to = "apply" } }'))
TWO_YEARS = _graduated(2, ', to = "apply"')
YEAR_OF_CARE = asked("weeks = 48", 'countries = ["US"]', 'within = { years = 2, to = "apply" }')
NESTED_WINDOW = stated(Clause(f"{{ any = [{TWO_YEARS}, {YEAR_OF_CARE}] }}"))
SHAPES: Shares[Shape] = (
    (40, _limit),
    (2, always(FUZZY)),
    (5, _preferred),
    (9, _unless),
    (5, _dual_clock),
    (1, always(NESTED_WINDOW)),
    (32, always(NONE_ASKED)),
    (5, always(SILENT)),
    (1, always(UNREAD)),
)
