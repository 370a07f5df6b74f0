"""What can be booked: dated terms at sites, with every cost and the letter policy stated."""

from dataclasses import dataclass
from datetime import date, timedelta

from rounds.core.eligibility.rules import Rule
from rounds.core.facts import WEEKLY_HOURS, ClinicalExperience, Letter
from rounds.core.values import Cents, DateSpan
from rounds.core.vocabulary import Kind, LetterPolicy, Mode, Origin, Role

US = "US"


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One line of a price. ``cents`` is ``None`` when nobody states it.

    A line with a ``once`` key (``"visa"``, ``"application:Lakeside"``) is paid once per plan,
    however many chosen terms carry it; every term must state the same amount for one key.
    """

    label: str
    cents: Cents | None
    once: str = ""
    is_estimate: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """A place with one address. Medical-school hospital is an evidenced fact, else ``None``."""

    id: str
    name: str
    city: str
    state: str
    is_medical_school_hospital: bool | None = None
    housing_cents_a_week: Cents | None = None
    travel_cents: Cents | None = None

    @property
    def town(self) -> str:
        """City and state: where housing and travel are paid."""
        return f"{self.city}, {self.state}"


@dataclass(frozen=True, slots=True)
class Term:
    """One dated block of a rotation with its seats.

    ``weeks`` is what the site certifies; ``hours`` are hours a week by setting; ``entry`` is the
    tree of conditions to be let in; ``turnaround_days`` is the usual time from the last day to
    the uploaded letter. ``author`` is the preceptor who would write it.
    """

    code: str
    rotation: str
    site: Site
    author: str
    specialty: str
    kind: Kind
    role: Role
    mode: Mode
    hours: WEEKLY_HOURS
    span: DateSpan
    weeks: int
    seats: int
    price: tuple[PriceLine, ...]
    letter_policy: LetterPolicy = LetterPolicy.UNKNOWN
    turnaround_days: int | None = None
    on_letterhead: bool | None = None
    affiliation: str = ""
    entry: Rule | None = None
    supervised_by_faculty: bool | None = None
    is_part_of_degree: bool | None = None
    is_paid: bool = False

    def as_experience(self) -> ClinicalExperience:
        """The experience this term becomes if it is done as planned."""
        return ClinicalExperience(
            ref=self.code,
            span=self.span,
            weeks=self.weeks,
            kind=self.kind,
            role=self.role,
            mode=self.mode,
            country=US,
            specialty=self.specialty,
            hours=self.hours,
            state=self.site.state,
            place=f"{self.rotation}, {self.site.name}",
            origin=Origin.PLANNED,
        )

    def as_letter(self) -> Letter | None:
        """The letter its author would write, or ``None`` when there is no ground to expect one.

        A letter needs a policy that allows it and a stated turnaround; a conditional policy gives
        a letter that is only possible.
        """
        if self.turnaround_days is None or self.letter_policy not in (
            LetterPolicy.WRITES,
            LetterPolicy.CONDITIONAL,
        ):
            return None
        return Letter(
            author=self.author,
            specialty=self.specialty,
            is_us_physician=True,
            ready_on=_days_after(self.span, self.turnaround_days),
            role=self.role,
            on_letterhead=self.on_letterhead,
            is_certain=self.letter_policy is LetterPolicy.WRITES,
            origin=Origin.PLANNED,
        )


def _days_after(span: DateSpan, days: int) -> date:
    return span.last + timedelta(days=days)
