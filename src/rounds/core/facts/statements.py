"""Everything told about a person in words, one statement a fact, each with who says it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rounds.core.facts.person import (
    ApplicantFacts,
    ClinicalExperience,
    Ecfmg,
    Letter,
    Sitting,
    Training,
)
from rounds.core.facts.status import StatusSpan
from rounds.core.values import day
from rounds.core.vocabulary import EXAM_NAMES, STATUS_NAMES, Origin, Visa

VISA_NAMES = {Visa.J1: "J-1", Visa.H1B: "H-1B"}


class About(StrEnum):
    """What a statement is about; codes never change."""

    SCHOOL = "school"
    EXAMS = "exams"
    ECFMG = "ecfmg"
    STATUSES = "statuses"
    VISAS = "visas"
    EXPERIENCE = "experience"
    LETTERS = "letters"
    TRAINING = "training"


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact as it is told. ``ref`` names the row of an experience, else it is empty."""

    about: About
    words: str
    origin: Origin = Origin.OWN_WORD
    ref: str = ""


def statements(facts: ApplicantFacts) -> tuple[Statement, ...]:
    """Every told fact, by topic, in the order of the facts; what is not told gives none."""
    return (
        *_of_school(facts),
        *map(of_sitting, facts.exams),
        *of_certificate(facts.ecfmg),
        *map(of_status, facts.statuses),
        *of_visa(facts),
        *map(of_experience, facts.experience),
        *map(of_letter, facts.letters),
        *map(of_training, facts.training),
    )


def of_degree(facts: ApplicantFacts) -> Iterator[Statement]:
    if facts.degree_on:
        yield Statement(About.SCHOOL, f"Medical degree on {day(facts.degree_on)}")


def of_clinical_years(facts: ApplicantFacts) -> Iterator[Statement]:
    if facts.clinical_years:
        yield Statement(About.SCHOOL, f"Clinical years {facts.clinical_years}")


def of_sitting(sitting: Sitting) -> Statement:
    score = f", score {sitting.score}" if sitting.score is not None else ""
    name = EXAM_NAMES[sitting.exam]
    return Statement(About.EXAMS, f"{name}, {day(sitting.taken_on)}: {sitting.result.value}{score}")


def of_certificate(ecfmg: Ecfmg) -> Iterator[Statement]:
    if ecfmg.certified is not None:
        word = "Certified by ECFMG" if ecfmg.certified else "Not certified by ECFMG"
        yield Statement(About.ECFMG, word)
    if ecfmg.certified_on:
        yield Statement(About.ECFMG, f"Certificate dated {day(ecfmg.certified_on)}")
    if ecfmg.expected_on:
        yield Statement(About.ECFMG, f"Certificate expected on {day(ecfmg.expected_on)}")


def of_status(span: StatusSpan) -> Statement:
    first = f"from {day(span.first)}" if span.first else "always so far"
    last = f" to {day(span.last)}" if span.last else ", no end told"
    return Statement(About.STATUSES, f"{STATUS_NAMES[span.status]}, {first}{last}")


def of_visa(facts: ApplicantFacts) -> Iterator[Statement]:
    if facts.needs_sponsorship is not None:
        word = "Needs" if facts.needs_sponsorship else "Does not need"
        yield Statement(About.VISAS, f"{word} a visa sponsored for residency")
    if facts.sponsorship_visas:
        names = " or ".join(VISA_NAMES[visa] for visa in sorted(facts.sponsorship_visas))
        yield Statement(About.VISAS, f"Would take {names}")


def of_experience(item: ClinicalExperience) -> Statement:
    parts = [
        item.place or item.ref,
        str(item.span),
        f"{item.weeks} week{'' if item.weeks == 1 else 's'} certified",
    ]
    words = (item.kind, item.role, item.mode)
    parts += [word.value.replace("_", " ") for word in words if word is not None]
    parts += [text for text in (item.specialty, item.state, item.country) if text]
    return Statement(About.EXPERIENCE, ", ".join(parts), item.origin, item.ref)


def of_letter(letter: Letter) -> Statement:
    specialty = f", {letter.specialty}" if letter.specialty else ""
    words = f"Letter of {letter.author}{specialty}, ready on {day(letter.ready_on)}"
    return Statement(About.LETTERS, words, letter.origin)


def of_training(training: Training) -> Statement:
    specialty = training.specialty or "Residency"
    words = f"{specialty[0].upper()}{specialty[1:]} training, {training.country}, {training.span}"
    return Statement(About.TRAINING, words)


def _of_school(facts: ApplicantFacts) -> Iterator[Statement]:
    if facts.school:
        name = facts.school.name or "A medical school"
        yield Statement(About.SCHOOL, f"{name}, {facts.school.country}")
    yield from of_degree(facts)
    yield from of_clinical_years(facts)
