"""What one legal rule is: whom and what it covers, what it says, and who says so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rounds.core.values import day
from rounds.core.vocabulary import Kind, Mode, Permission, Role, Status


class Layer(StrEnum):
    """The four layers, in the order in which they are read."""

    IMMIGRATION = "immigration"
    STATE = "state"
    SITE = "site"
    AGENCY = "agency"


class LegalFact(StrEnum):
    """The facts a rule may ask for with yes or no. Any of them may be unknown."""

    GRADUATE = "graduate"
    IN_CLINICAL_YEARS = "in_clinical_years"
    AT_MEDICAL_SCHOOL_HOSPITAL = "at_medical_school_hospital"
    UNDER_FACULTY = "under_faculty"
    PART_OF_DEGREE = "part_of_degree"
    IN_OFFICE = "in_office"
    PAID = "paid"
    US_LICENSE = "us_license"
    STATUS = "status"


ASKABLE = tuple(fact for fact in LegalFact if fact is not LegalFact.STATUS)

PHRASES: dict[LegalFact, tuple[str, str]] = {
    LegalFact.GRADUATE: (
        "the medical degree is conferred by then",
        "the medical degree is not yet conferred by then",
    ),
    LegalFact.IN_CLINICAL_YEARS: (
        "these days fall in the clinical years of your school",
        "these days fall outside the clinical years of your school",
    ),
    LegalFact.AT_MEDICAL_SCHOOL_HOSPITAL: (
        "the place is the hospital of a US medical school",
        "the place is not the hospital of a US medical school",
    ),
    LegalFact.UNDER_FACULTY: (
        "physicians of that school's faculty supervise you",
        "no physician of a US medical school's faculty supervises you",
    ),
    LegalFact.PART_OF_DEGREE: (
        "your school has approved it as part of your degree",
        "it is not an approved part of your degree",
    ),
    LegalFact.IN_OFFICE: (
        "hours are spent in a physician's office",
        "no hours are spent in a physician's office",
    ),
    LegalFact.PAID: ("you are paid from a US source", "you are not paid from a US source"),
    LegalFact.US_LICENSE: ("you hold a US medical license", "you hold no US medical license"),
    LegalFact.STATUS: ("you hold an immigration status on these days", "you hold none"),
}


def question(fact: LegalFact) -> str:
    """What nobody has stated: ``whether the place is the hospital of a US medical school``."""
    if fact is LegalFact.STATUS:
        return "which immigration status you hold on these days"
    return f"whether {PHRASES[fact][0]}"


class Grade(StrEnum):
    """P: the publisher's own page was seen. S: a third party reproduces it."""

    PUBLISHER = "P"
    REPRODUCED = "S"


@dataclass(frozen=True, slots=True)
class Citation:
    """A page that states a rule. ``read_on`` is a month such as ``2026-11``."""

    key: str
    title: str
    url: str
    via: str
    read_on: str
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """Whom and what a rule covers. ``None`` covers everything; ``facts`` must all agree.

    ``statuses`` is met when the person holds at least one of them.
    """

    statuses: frozenset[Status] | None = None
    kinds: frozenset[Kind] | None = None
    roles: frozenset[Role] | None = None
    modes: frozenset[Mode] | None = None
    states: frozenset[str] | None = None
    sites: frozenset[str] | None = None
    facts: tuple[tuple[LegalFact, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class WeeksLimit:
    """A condition that adds up: at most so many weeks in all within so many years."""

    weeks: int
    years: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One dated rule of one layer.

    ``says`` is the sentence for people, in our words; ``cites`` the paragraph or letter;
    ``condition`` what must be done or kept for the permission to hold, ``limit`` the weeks it
    allows in all; ``could_change`` what would lead to another answer. A rule that
    decides (all but *unknown*) has sources.
    """

    id: str
    layer: Layer
    permission: Permission
    says: str
    when: When = When()
    cites: str = ""
    grade: Grade | None = None
    sources: tuple[Citation, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    condition: str = ""
    could_change: tuple[str, ...] = ()
    limit: WeeksLimit | None = None

    def holds_on(self, on: date) -> bool:
        """In force on a day; open ends are ``None``."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """What the agency decided for itself, after counsel, where state law is unknown.

    ``permission`` is *allowed by agency decision* or *not allowed* (a refusal). It covers the
    days from ``decided_on`` to ``until``, both included.
    """

    id: str
    permission: Permission
    when: When
    decided_by: str
    counsel: str
    reason: str
    decided_on: date
    until: date
    is_fictional: bool = False

    def __post_init__(self) -> None:
        if self.until < self.decided_on:
            raise ValueError(f"decision {self.id} ends on {self.until}, before it was taken")
        if self.permission not in (
            Permission.ALLOWED_BY_AGENCY_DECISION,
            Permission.NOT_ALLOWED,
        ):
            raise ValueError(f"decision {self.id} can only allow or refuse")

    def holds_on(self, on: date) -> bool:
        """True on the days it covers."""
        return self.decided_on <= on <= self.until

    @property
    def says(self) -> str:
        """The decision in one sentence, with its maker and counsel's reference."""
        verb = "refuses" if self.permission is Permission.NOT_ALLOWED else "allows"
        label = " (fictional)" if self.is_fictional else ""
        return (
            f"The agency{label} {verb} this: {self.reason} "
            f"Decided by {self.decided_by} on {day(self.decided_on)}, until {day(self.until)}; "
            f"counsel's reference {self.counsel}."
        )
