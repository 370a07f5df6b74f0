"""Three people made by hand, with facts dated to a Match year.

They apply on Sep 1 of the year before; ranks close on Mar 1, training starts on Jul 1.
"""

from datetime import date

from rounds.core.facts import (
    ApplicantFacts,
    ClinicalExperience,
    Ecfmg,
    Letter,
    School,
    Sitting,
    StatusSpan,
    Training,
)
from rounds.core.seasons import Season
from rounds.core.values import DateSpan
from rounds.core.vocabulary import (
    Complete,
    Exam,
    ExamResult,
    Kind,
    Mode,
    Origin,
    Role,
    SeasonStatus,
    Setting,
    Status,
    Visa,
)

FULL = dict.fromkeys(
    (
        "statuses_complete",
        "exams_complete",
        "credentials_complete",
        "experience_complete",
        "letters_complete",
        "training_complete",
    ),
    Complete.YES,
)


def season_of(year: int) -> Season:
    return Season(
        year,
        date(year - 1, 8, 15),
        date(year - 1, 9, 1),
        date(year, 3, 1),
        date(year, 7, 1),
        SeasonStatus.USER,
        year,
        "made by hand",
    )


def passed(exam: Exam, on: date, score: int) -> Sitting:
    return Sitting(exam, on, ExamResult.PASSED, score)


def letter(author: str, specialty: str, year: int, *, us: bool, role: Role) -> Letter:
    return Letter(author, specialty, us, date(year - 1, 8, 1), role, True, True, Origin.ATTESTED)


def work(
    kind: Kind | None, role: Role, specialty: str, setting: Setting, span: DateSpan, weeks: int
) -> ClinicalExperience:
    return ClinicalExperience(
        ref=f"{specialty} {role.value}",
        span=span,
        weeks=weeks,
        kind=kind,
        role=role,
        mode=Mode.IN_PERSON,
        country="US",
        specialty=specialty,
        hours=((setting, 40),),
        origin=Origin.ATTESTED,
    )


def recent(year: int) -> ApplicantFacts:
    """Degree of June Y-2, J-1 wanted; 8 hands-on weeks in an office, 4 watching on a ward."""
    office = DateSpan(date(year - 1, 2, 1), date(year - 1, 3, 28))
    ward = DateSpan(date(year - 1, 4, 1), date(year - 1, 4, 28))
    return ApplicantFacts(
        degree_on=date(year - 2, 6, 1),
        school=School("IN"),
        statuses=(StatusSpan(Status.ABROAD),),
        needs_sponsorship=True,
        sponsorship_visas=frozenset({Visa.J1}),
        exams=(
            passed(Exam.STEP_1, date(year - 4, 5, 1), 235),
            passed(Exam.STEP_2_CK, date(year - 3, 5, 1), 245),
        ),
        ecfmg=Ecfmg(certified=True, certified_on=date(year - 1, 5, 1)),
        experience=(
            work(Kind.EXTERNSHIP, Role.HANDS_ON, "family medicine", Setting.OFFICE, office, 8),
            work(
                Kind.OBSERVERSHIP, Role.OBSERVING, "internal medicine", Setting.INPATIENT, ward, 4
            ),
        ),
        letters=(
            letter("Dr. Field", "family medicine", year, us=True, role=Role.HANDS_ON),
            letter("Dr. Ward", "internal medicine", year, us=True, role=Role.OBSERVING),
            letter("Prof. Home", "internal medicine", year, us=False, role=Role.HANDS_ON),
        ),
        **FULL,
    )


def resident(year: int) -> ApplicantFacts:
    """Green card, degree of June Y-9, one failure of Step 1; 16 hands-on weeks on a ward."""
    ward = DateSpan(date(year - 1, 2, 1), date(year - 1, 5, 23))
    return ApplicantFacts(
        degree_on=date(year - 9, 6, 1),
        school=School("PK"),
        statuses=(StatusSpan(Status.PERMANENT_RESIDENT, date(year - 4, 1, 1)),),
        needs_sponsorship=False,
        exams=(
            Sitting(Exam.STEP_1, date(year - 4, 5, 1), ExamResult.FAILED),
            passed(Exam.STEP_1, date(year - 4, 11, 1), 215),
            passed(Exam.STEP_2_CK, date(year - 3, 5, 1), 231),
        ),
        ecfmg=Ecfmg(certified=True, certified_on=date(year - 2, 5, 1)),
        experience=(
            work(Kind.EXTERNSHIP, Role.HANDS_ON, "internal medicine", Setting.INPATIENT, ward, 16),
        ),
        letters=(
            letter("Dr. North", "internal medicine", year, us=True, role=Role.HANDS_ON),
            letter("Dr. South", "internal medicine", year, us=True, role=Role.HANDS_ON),
            letter("Dr. East", "family medicine", year, us=True, role=Role.HANDS_ON),
            letter("Prof. Home", "internal medicine", year, us=False, role=Role.HANDS_ON),
        ),
        **FULL,
    )


def h1b(year: int) -> ApplicantFacts:
    """Could train on H-1B alone; degree of June Y-4, one ACGME year in internal medicine done."""
    year_done = DateSpan(date(year - 2, 7, 1), date(year - 1, 6, 30))
    return ApplicantFacts(
        degree_on=date(year - 4, 6, 1),
        school=School("NG"),
        statuses=(StatusSpan(Status.H1B, date(year - 2, 7, 1)),),
        needs_sponsorship=True,
        sponsorship_visas=frozenset({Visa.H1B}),
        exams=(
            passed(Exam.STEP_1, date(year - 5, 5, 1), 230),
            passed(Exam.STEP_2_CK, date(year - 4, 5, 1), 240),
        ),
        ecfmg=Ecfmg(certified=True, certified_on=date(year - 3, 5, 1)),
        experience=(
            work(None, Role.HANDS_ON, "internal medicine", Setting.INPATIENT, year_done, 48),
        ),
        letters=tuple(
            letter(author, "internal medicine", year, us=True, role=Role.HANDS_ON)
            for author in ("Dr. One", "Dr. Two", "Dr. Three")
        ),
        training=(Training(year_done, "US", "internal medicine", True),),
        **FULL,
    )


PEOPLE = {"recent": recent, "resident": resident, "h1b": h1b}
