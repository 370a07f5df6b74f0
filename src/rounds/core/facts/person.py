"""What is known about a person: typed facts, each list with a flag whether it is complete."""

from dataclasses import dataclass, field
from datetime import date

from rounds.core.facts.status import StatusSpan, held_on
from rounds.core.values import DateSpan
from rounds.core.vocabulary import (
    Complete,
    Credential,
    Exam,
    ExamResult,
    Kind,
    Mode,
    Origin,
    Role,
    Setting,
    Status,
    Visa,
)

WEEKLY_HOURS = tuple[tuple[Setting, int], ...]


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting of one exam. Every sitting is an attempt; only ``failed`` is a failure."""

    exam: Exam
    taken_on: date
    result: ExamResult
    score: int | None = None

    def result_seen(self, today: date) -> ExamResult:
        """The result as far as it can be known today: a sitting still to come is pending."""
        return ExamResult.PENDING if self.taken_on > today else self.result


@dataclass(frozen=True, slots=True)
class Ecfmg:
    """ECFMG certification: the certificate, or the day on which it is expected."""

    certified: bool | None = None
    certified_on: date | None = None
    expected_on: date | None = None


@dataclass(frozen=True, slots=True)
class School:
    """The medical school. ``country`` is an ISO 3166 code of two letters."""

    country: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ClinicalExperience:
    """One rotation or job. ``weeks`` is what the site certifies, never derived from the dates.

    ``hours`` are hours a week by setting; ``None`` anywhere means not told.
    """

    ref: str
    span: DateSpan
    weeks: int
    kind: Kind | None
    role: Role | None
    mode: Mode | None
    country: str | None
    specialty: str | None
    hours: WEEKLY_HOURS | None = None
    state: str | None = None
    place: str = ""
    origin: Origin = Origin.OWN_WORD

    @property
    def weekly_hours(self) -> int | None:
        """All hours of a week, or ``None`` when not told."""
        if self.hours is None:
            return None
        return sum(hours for _, hours in self.hours)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of recommendation, or one ground on which a planned author may write.

    One author counts once, however many rows name that author. ``role`` is what the author saw
    the applicant do. ``is_certain`` is False when a planned author writes only conditionally.
    """

    author: str
    specialty: str | None
    is_us_physician: bool | None
    ready_on: date
    role: Role | None = None
    on_letterhead: bool | None = None
    is_certain: bool = True
    origin: Origin = Origin.OWN_WORD


@dataclass(frozen=True, slots=True)
class Training:
    """Residency training already done. ``is_acgme`` says whether the program was accredited."""

    span: DateSpan
    country: str
    specialty: str | None
    is_acgme: bool | None


@dataclass(frozen=True, slots=True)
class ApplicantFacts:
    """Everything known about one person; unknown is ``None`` or an incomplete list, never 0."""

    name: str = ""
    degree_on: date | None = None
    clinical_years: DateSpan | None = None
    school: School | None = None
    statuses: tuple[StatusSpan, ...] = ()
    statuses_complete: Complete = Complete.UNKNOWN
    needs_sponsorship: bool | None = None
    sponsorship_visas: frozenset[Visa] | None = None
    exams: tuple[Sitting, ...] = ()
    exams_complete: Complete = Complete.UNKNOWN
    ecfmg: Ecfmg = field(default_factory=Ecfmg)
    credentials: frozenset[Credential] = frozenset()
    credentials_complete: Complete = Complete.UNKNOWN
    experience: tuple[ClinicalExperience, ...] = ()
    experience_complete: Complete = Complete.UNKNOWN
    letters: tuple[Letter, ...] = ()
    letters_complete: Complete = Complete.UNKNOWN
    training: tuple[Training, ...] = ()
    training_complete: Complete = Complete.UNKNOWN

    def is_graduate(self, on: date) -> bool | None:
        """Graduate from the degree's date on, student before; ``None`` when the date is unknown."""
        return None if self.degree_on is None else self.degree_on <= on

    def statuses_on(self, on: date) -> frozenset[Status]:
        """Every status told for a day; on the day of a change, the new one."""
        return held_on(self.statuses, on)

    def sittings(self, exam: Exam) -> tuple[Sitting, ...]:
        """The attempts at one exam, oldest first."""
        return tuple(
            sorted((s for s in self.exams if s.exam is exam), key=lambda sitting: sitting.taken_on)
        )
