"""Facts that cannot all be true. Reported, never silently resolved."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from rounds.core.facts.person import ApplicantFacts, Sitting
from rounds.core.facts.statements import (
    Statement,
    of_certificate,
    of_clinical_years,
    of_degree,
    of_experience,
    of_sitting,
    of_status,
    of_visa,
)
from rounds.core.facts.status import LASTING
from rounds.core.values import day
from rounds.core.vocabulary import (
    EXAM_NAMES,
    STATUS_NAMES,
    Complete,
    Exam,
    ExamResult,
    Kind,
    Role,
)

PENDING = ExamResult.PENDING
RETAKEN_FREELY = (Exam.OET_MEDICINE,)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Facts that cannot all be true: a stable code, and a sentence that says what to correct.

    ``sides`` are the facts themselves, as they are told, to be shown beside each other.
    """

    code: str
    sentence: str
    sides: tuple[Statement, ...] = field(default=(), compare=False)


def conflicts(facts: ApplicantFacts, today: date | None = None) -> tuple[Conflict, ...]:
    """All contradictions within one person's facts; with ``today`` also what is dated too late."""
    return (
        *_status_conflicts(facts),
        *_exam_conflicts(facts, today),
        *_experience_conflicts(facts),
        *_certificate_conflicts(facts, today),
        *_degree_conflicts(facts),
    )


def _status_conflicts(facts: ApplicantFacts) -> Iterator[Conflict]:
    for one, two in combinations(facts.statuses, 2):
        if one.contradicts(two):
            names = " and ".join(STATUS_NAMES[span.status] for span in (one, two))
            yield Conflict(
                "two_statuses",
                f"Two statuses that nobody holds on the same day are told for the same days: "
                f"{names}. Correct the dates, so that only what is true stays.",
                (of_status(one), of_status(two)),
            )
    if facts.needs_sponsorship:
        for status in LASTING:
            held = [one for one in facts.statuses if one.status is status and one.last is None]
            if held:
                yield Conflict(
                    "needs_no_visa",
                    f"The status {STATUS_NAMES[status]} needs no visa sponsorship; correct the "
                    "status or the need.",
                    (*map(of_status, held), *of_visa(facts)),
                )


def _exam_conflicts(facts: ApplicantFacts, today: date | None) -> Iterator[Conflict]:
    for exam in Exam:
        sittings = facts.sittings(exam)
        name = EXAM_NAMES[exam]
        if len({sitting.taken_on for sitting in sittings}) < len(sittings):
            days = [sitting.taken_on for sitting in sittings]
            twice = [sitting for sitting in sittings if days.count(sitting.taken_on) > 1]
            sides = tuple(map(of_sitting, twice))
            yield Conflict("same_day_twice", f"{name} is told twice for the same day.", sides)
        if exam not in RETAKEN_FREELY:
            yield from _pass_conflicts(name, sittings)
        early = [s for s in sittings if today and s.taken_on > today and s.result is not PENDING]
        if early:
            yield Conflict(
                "result_before_exam",
                f"{name} has a result for a day still to come; tell it as pending.",
                tuple(map(of_sitting, early)),
            )


def _pass_conflicts(name: str, sittings: tuple[Sitting, ...]) -> Iterator[Conflict]:
    passed = [sitting for sitting in sittings if sitting.result is ExamResult.PASSED]
    if len(passed) > 1:
        days = " and ".join(day(sitting.taken_on) for sitting in passed)
        yield Conflict(
            "passed_twice",
            f"{name} is told as passed on {days}; keep one.",
            tuple(map(of_sitting, passed)),
        )
    again = [
        sitting
        for sitting in sittings
        if passed and sitting.taken_on > passed[0].taken_on
        if sitting.result is not ExamResult.PASSED
    ]
    if again:
        yield Conflict(
            "sat_after_pass",
            f"{name} is told as taken again after a pass; correct the days.",
            (of_sitting(passed[0]), *map(of_sitting, again)),
        )


def _experience_conflicts(facts: ApplicantFacts) -> Iterator[Conflict]:
    items = sorted(facts.experience, key=lambda item: (item.span, item.ref))
    for item in items:
        if item.kind is Kind.OBSERVERSHIP and item.role is Role.HANDS_ON:
            yield Conflict(
                "hands_on_observership",
                f"{item.place or item.ref} is told as an observership with hands-on work; an "
                "observership is watching only. Correct the kind or the role.",
                (of_experience(item),),
            )
    for one, two in combinations(items, 2):
        if one.span.overlaps(two.span):
            yield Conflict(
                "experience_overlap",
                f"{one.place or one.ref} and {two.place or two.ref} share days; "
                "a calendar week counts once.",
                (of_experience(one), of_experience(two)),
            )


def _certificate_conflicts(facts: ApplicantFacts, today: date | None) -> Iterator[Conflict]:
    ecfmg = facts.ecfmg
    told = tuple(of_certificate(ecfmg))
    if ecfmg.certified is False and ecfmg.certified_on is not None:
        yield Conflict(
            "certified_or_not",
            "ECFMG is told as not certified, with a certificate date; drop one of the two.",
            told,
        )
    if (ecfmg.certified or ecfmg.certified_on) and ecfmg.expected_on:
        yield Conflict(
            "certified_and_expected",
            "The ECFMG certificate is told as there and as still expected; drop one of the two.",
            told,
        )
    if today and ecfmg.certified and ecfmg.certified_on and ecfmg.certified_on > today:
        yield Conflict(
            "certified_in_future",
            f"The ECFMG certificate is dated {day(ecfmg.certified_on)}, a day still to come; "
            "tell it as expected.",
            told,
        )
    if facts.degree_on and ecfmg.certified_on and ecfmg.certified_on < facts.degree_on:
        yield Conflict(
            "certified_before_degree",
            "The ECFMG certificate is older than the degree.",
            (*of_degree(facts), *told),
        )
    yield from _certified_without_exams(facts)


def _certified_without_exams(facts: ApplicantFacts) -> Iterator[Conflict]:
    if not facts.ecfmg.certified or facts.exams_complete is not Complete.YES:
        return
    passed = {sitting.exam for sitting in facts.exams if sitting.result is ExamResult.PASSED}
    for exam in (Exam.STEP_1, Exam.STEP_2_CK):
        if exam not in passed:
            yield Conflict(
                "certified_without_exam",
                f"ECFMG is told as certified and the exams as complete, without a pass in "
                f"{EXAM_NAMES[exam]}.",
                (*of_certificate(facts.ecfmg), *map(of_sitting, facts.sittings(exam))),
            )


def _degree_conflicts(facts: ApplicantFacts) -> Iterator[Conflict]:
    if facts.degree_on and facts.clinical_years and facts.clinical_years.first > facts.degree_on:
        yield Conflict(
            "clinical_years_after_degree",
            "The clinical years begin after the medical degree.",
            (*of_degree(facts), *of_clinical_years(facts)),
        )
