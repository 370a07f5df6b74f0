"""What somebody wants to do, as far as the law asks."""

from dataclasses import dataclass

from rounds.core.facts import WEEKLY_HOURS
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Kind, Mode, Role


@dataclass(frozen=True, slots=True)
class Activity:
    """A rotation on given days. ``None`` means that nobody has stated the fact.

    ``is_medical_school_hospital``: the place is the hospital of a US medical school.
    ``is_part_of_degree``: an approved part of the foreign degree. ``is_paid``: pay from a US
    source. ``site`` is the site's id, as rules of sites name it. Empty ``hours``: not told.
    """

    span: DateSpan
    state: str
    kind: Kind
    role: Role
    mode: Mode
    hours: WEEKLY_HOURS
    is_medical_school_hospital: bool | None = None
    supervised_by_faculty: bool | None = None
    is_part_of_degree: bool | None = None
    is_paid: bool = False
    site: str = ""
