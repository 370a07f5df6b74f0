"""Between the rows of accounts and the core's own facts and law."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

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
from rounds.core.legality.activity import Activity
from rounds.core.legality.permission import Ruling, permission
from rounds.core.legality.rulebook import Rulebook, read_rulebook
from rounds.core.values import DateSpan
from rounds.core.vocabulary import (
    Complete,
    Credential,
    Exam,
    ExamResult,
    Kind,
    Mode,
    Role,
    Setting,
    Status,
    Visa,
)
from rounds.data import shipped_text
from rounds.web.accounts.models import (
    Experience,
    Profile,
    User,
)

FILES = ("legality/immigration.toml", "legality/states.toml")
A_MONTH = timedelta(days=27)
ASKED_OF_THE_LAW = (
    (Kind.OBSERVERSHIP, Role.OBSERVING, Mode.IN_PERSON),
    (Kind.EXTERNSHIP, Role.HANDS_ON, Mode.IN_PERSON),
    (Kind.ELECTIVE, Role.HANDS_ON, Mode.IN_PERSON),
    (Kind.RESEARCH, Role.NONE, Mode.IN_PERSON),
    (Kind.OBSERVERSHIP, Role.OBSERVING, Mode.VIRTUAL),
)


def facts_of(user: User) -> ApplicantFacts:
    """What a person has told, as the core reads it. Five queries and one for the profile."""
    profile = Profile.objects.filter(user=user).first() or Profile(user=user)
    return ApplicantFacts(
        name=user.name,
        degree_on=profile.degree_on,
        clinical_years=_clinical_years(profile),
        school=_school(profile),
        statuses=tuple(
            StatusSpan(Status(one.status), one.first, one.last) for one in user.status_periods.all()
        ),
        statuses_complete=Complete(profile.statuses_complete),
        needs_sponsorship=profile.needs_sponsorship,
        sponsorship_visas=frozenset(map(Visa, profile.visas)) if profile.visas else None,
        exams=tuple(
            Sitting(Exam(one.exam), one.taken_on, ExamResult(one.result), one.score)
            for one in user.exam_sittings.all()
        ),
        exams_complete=Complete(profile.exams_complete),
        ecfmg=Ecfmg(profile.ecfmg_certified, profile.ecfmg_certified_on, profile.ecfmg_expected_on),
        credentials=frozenset(map(Credential, profile.credentials)),
        credentials_complete=Complete(profile.credentials_complete),
        experience=tuple(map(_experience, user.experiences.all())),
        experience_complete=Complete(profile.experience_complete),
        letters=tuple(
            Letter(
                author=one.author,
                specialty=one.specialty or None,
                is_us_physician=one.is_us_physician,
                ready_on=one.ready_on,
                role=Role(one.role) if one.role else None,
                on_letterhead=one.is_on_letterhead,
            )
            for one in user.letter_facts.all()
        ),
        letters_complete=Complete(profile.letters_complete),
        training=tuple(
            Training(
                DateSpan(one.first, one.last), one.country, one.specialty or None, one.is_acgme
            )
            for one in user.training_facts.all()
        ),
        training_complete=Complete(profile.training_complete),
    )


def _clinical_years(profile: Profile) -> DateSpan | None:
    if profile.clinical_first is None or profile.clinical_last is None:
        return None
    return DateSpan(profile.clinical_first, profile.clinical_last)


def _school(profile: Profile) -> School | None:
    if not profile.school_country:
        return None
    return School(profile.school_country, profile.school_name)


def _experience(one: Experience) -> ClinicalExperience:
    hours = tuple((Setting(setting), int(hours)) for setting, hours in sorted(one.hours.items()))
    return ClinicalExperience(
        ref=f"experience:{one.pk}",
        span=DateSpan(one.first, one.last),
        weeks=one.weeks,
        kind=Kind(one.kind) if one.kind else None,
        role=Role(one.role) if one.role else None,
        mode=Mode(one.mode) if one.mode else None,
        country=one.country,
        specialty=one.specialty or None,
        hours=hours or None,
        state=one.state_code or None,
        place=one.place,
    )


@cache
def shipped_rulebook() -> Rulebook:
    """The dated rules of law shipped with Rounds."""
    return read_rulebook(*(shipped_text(file) for file in FILES), files=FILES)


@dataclass(frozen=True, slots=True)
class MayI:
    """One sort of rotation and what the law says about it."""

    kind: Kind
    role: Role
    mode: Mode
    ruling: Ruling


def may_i(facts: ApplicantFacts, *, state: str, first: date) -> Iterator[MayI]:
    """What the law says about four weeks from a day, for each common sort of rotation."""
    for kind, role, mode in ASKED_OF_THE_LAW:
        activity = Activity(
            span=DateSpan(first, first + A_MONTH), state=state, kind=kind, role=role, mode=mode,
            hours=(),
        )  # fmt: skip
        yield MayI(kind, role, mode, permission(facts, activity, shipped_rulebook()))


def told_facts(*, status: str, degree_on: date | None, is_student: bool) -> ApplicantFacts:
    """The three answers of a visitor. A student's clinical years are not asked, so not known."""
    statuses = (StatusSpan(Status(status)),) if status else ()
    return ApplicantFacts(
        degree_on=date.max if is_student else degree_on,
        statuses=statuses,
        statuses_complete=Complete.YES if statuses else Complete.UNKNOWN,
    )
