"""Clinical experience: thresholds, of-which, windows, either-or, exclusion and inclusion lists."""

from random import Random

from rounds.core.vocabulary import Modality
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

HANDS_ON = 'roles = ["hands_on"], not_counting = ["observership", "research"]'
ANY_CLINICAL = 'kinds = ["observership", "externship", "elective", "sub_internship"]'
IN_PERSON = 'modes = ["in_person"]'
US = 'countries = ["US"]'
US_OR_CANADA = 'countries = ["us_or_canada"]'

WEEKS: Shares[int] = ((5, 4), (4, 8), (3, 12))
WINDOWS: Shares[str] = (
    (9, ""),
    (3, 'within = { years = 1, to = "apply" }'),
    (3, 'within = { years = 2, to = "apply" }'),
    (2, 'within = { years = 3, to = "start" }'),
    (2, 'within = { months = 12, to = "start" }'),
    (1, 'within = { months = 6, to = "apply" }'),
    (2, "within = { years = 2 }"),
    (1, 'since = "graduation"'),
)


def experience_page(chance: Random, specialty: str) -> Page:
    """What a program says about clinical experience in the United States."""
    return pick(SHAPES, chance)(chance, specialty)


def asked(*parts: str) -> str:
    """A ``clinical_experience`` leaf."""
    return "{ clinical_experience = { " + ", ".join(filter(None, parts)) + " } }"


def _hands_on(chance: Random, _specialty: str) -> Page:
    weeks = pick(WEEKS, chance)
    return stated(Clause(asked(f"weeks = {weeks}", HANDS_ON, US, pick(WINDOWS, chance))))


def _any_clinical(chance: Random, _specialty: str) -> Page:
    """Observerships count; most pages say that virtual weeks do not, some are silent on it."""
    weeks, mode = pick(WEEKS, chance), chance.choice((IN_PERSON, IN_PERSON, ""))
    return stated(Clause(asked(f"weeks = {weeks}", ANY_CLINICAL, mode, US, pick(WINDOWS, chance))))


def _months(chance: Random, _specialty: str) -> Page:
    months, window = chance.choice((1, 1, 2, 3)), pick(WINDOWS, chance)
    return stated(Clause(asked(f"months = {months}", HANDS_ON, US_OR_CANADA, window)))


def _vague(chance: Random, _specialty: str) -> Page:
    """Weeks without a word on whether watching counts: observing weeks stay unknown."""
    return stated(Clause(asked(f"weeks = {pick(WEEKS, chance)}", US, pick(WINDOWS, chance))))


def _either_or(chance: Random, _specialty: str) -> Page:
    first = asked(f"months = {chance.choice((1, 2, 3))}", HANDS_ON, US_OR_CANADA)
    text = "experience elsewhere that shows an understanding of primary care"
    return stated(Clause(f'{{ any = [{first}, {{ not_testable = {{ text = "{text}" }} }}] }}'))


def _two_ways(chance: Random, specialty: str) -> Page:
    """Fewer hands-on weeks, or more weeks of any sort in the specialty."""
    window = pick(WINDOWS, chance)
    first = asked("weeks = 4", HANDS_ON, US, window)
    second = asked(
        "weeks = 8", ANY_CLINICAL, IN_PERSON, US, f'specialties = ["{specialty}"]', window
    )
    return stated(Clause(f"{{ any = [{first}, {second}] }}"))


def _one_rotation(chance: Random, specialty: str) -> Page:
    sort = chance.choice((HANDS_ON, f"{ANY_CLINICAL}, {IN_PERSON}"))
    specialties = f'specialties = ["{specialty}"]'
    weeks, window = chance.choice((4, 4, 8)), pick(WINDOWS, chance)
    return stated(
        Clause(asked(f"weeks = {weeks}", sort, US, specialties, 'counted = "one_rotation"', window))
    )


def _setting(chance: Random, _specialty: str) -> Page:
    setting = chance.choice(("inpatient", "hospital", "clinic"))
    sort = chance.choice((HANDS_ON, HANDS_ON, f"{ANY_CLINICAL}, {IN_PERSON}"))
    weeks, window = pick(WEEKS, chance), pick(WINDOWS, chance)
    return stated(Clause(asked(f"weeks = {weeks}", sort, US, f'settings = ["{setting}"]', window)))


def _in_specialty(chance: Random, specialty: str) -> Page:
    sort = chance.choice((HANDS_ON, f"{ANY_CLINICAL}, {IN_PERSON}"))
    weeks, window = chance.choice((4, 4, 8)), pick(WINDOWS, chance)
    return stated(
        Clause(asked(f"weeks = {weeks}", sort, US, f'specialties = ["{specialty}"]', window))
    )


def _virtual_counts(chance: Random, _specialty: str) -> Page:
    modes = 'modes = ["in_person", "virtual"]'
    weeks = chance.choice((4, 8))
    return stated(Clause(asked(f"weeks = {weeks}", ANY_CLINICAL, modes, US, pick(WINDOWS, chance))))


def _preferred(chance: Random, _specialty: str) -> Page:
    modality = chance.choice((Modality.PREFERRED, Modality.STRONGLY_PREFERRED))
    weeks = pick(WEEKS, chance)
    return stated(Clause(asked(f"weeks = {weeks}", HANDS_ON, US, pick(WINDOWS, chance)), modality))


PATIENT_CARE = asked("weeks = 8", HANDS_ON)
IN_AN_OFFICE = asked(
    "weeks = 4", HANDS_ON, US, 'settings = ["office"]', 'specialties = ["family medicine"]'
)
OF_WHICH = stated(Clause(f"{{ all = [{PATIENT_CARE}, {IN_AN_OFFICE}] }}"))
RESIDENCY = "{ residency_training = { years = 1 } }"
RESIDENCY_YEAR = stated(Clause(RESIDENCY))
RESIDENCY_OR_WEEKS = stated(
    Clause(f"{{ any = [{RESIDENCY}, {asked('weeks = 16', HANDS_ON, US)}] }}")
)
REQUIRED_AND_PREFERRED = stated(
    Clause(asked("weeks = 4", ANY_CLINICAL, US)),
    Clause(asked("months = 2", HANDS_ON, US), Modality.PREFERRED),
)
SHAPES: Shares[Shape] = (
    (24, _hands_on),
    (11, _any_clinical),
    (10, _months),
    (4, _vague),
    (5, always(OF_WHICH)),
    (3, _either_or),
    (5, _two_ways),
    (6, _one_rotation),
    (6, _setting),
    (6, _in_specialty),
    (3, _virtual_counts),
    (1, always(RESIDENCY_YEAR)),
    (1, always(RESIDENCY_OR_WEEKS)),
    (2, always(REQUIRED_AND_PREFERRED)),
    (5, _preferred),
    (5, always(NONE_ASKED)),
    (3, always(SILENT)),
    (1, always(UNREAD)),
)
