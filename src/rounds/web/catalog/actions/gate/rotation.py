"""What a rotation lacks before the public sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rounds.core.errors import BadInput
from rounds.core.values import day
from rounds.core.vocabulary import Kind, LetterPolicy, Mode, Role
from rounds.web.catalog.actions.gate.missing import Missing, blank
from rounds.web.catalog.bridge import read_entry
from rounds.web.catalog.models import (
    EmrAccess,
    License,
    NameVisibility,
    PriceLine,
    Publication,
    Rotation,
    RotationHours,
    SiteKind,
    Term,
)

ROLES = {
    Kind.OBSERVERSHIP: (Role.OBSERVING,),
    Kind.EXTERNSHIP: (Role.HANDS_ON,),
    Kind.ELECTIVE: (Role.HANDS_ON,),
    Kind.SUB_INTERNSHIP: (Role.HANDS_ON,),
    Kind.RESEARCH: (Role.NONE, Role.OBSERVING),
}
WANTED = (
    ("title", "Give the rotation a title."),
    ("specialty", "Choose the specialty."),
    ("may_do", "Say in plain words what the learner may do."),
    ("learner_cap", "Say how many learners there are at most at a time."),
)
MOST_HOURS = 100
WRITES_IN_CHARTS = (EmrAccess.NOTES, EmrAccess.ORDERS)


@dataclass(frozen=True, slots=True)
class RotationFile:
    """A rotation's rows and its preceptor's licenses; ``terms`` are those open to the public."""

    hours: Sequence[RotationHours]
    lines: Sequence[PriceLine]
    licenses: Sequence[License]
    terms: Sequence[Term]


def missing_of_rotation(rotation: Rotation, kept: RotationFile, *, on: date) -> list[Missing]:
    """Everything at once, in the order of the pages on which it is mended."""
    return [
        *_hosts(rotation, kept, on),
        *blank("facts", rotation, WANTED),
        *_role(rotation),
        *_emr(rotation),
        *_hours(kept),
        *_name(rotation),
        *_price(rotation, kept),
        *_letters(rotation),
        *_entry(rotation),
    ]


def _hosts(rotation: Rotation, kept: RotationFile, on: date) -> list[Missing]:
    found = []
    if rotation.site.state != Publication.PUBLISHED:
        found.append(Missing("site", "", f"The site {rotation.site} is not published."))
    if rotation.preceptor.state != Publication.PUBLISHED:
        found.append(
            Missing("preceptor", "", f"The preceptor {rotation.preceptor} is not published.")
        )
    return [*found, *_license(rotation, kept, on)]


def _license(rotation: Rotation, kept: RotationFile, on: date) -> list[Missing]:
    state = rotation.site.state_code
    expiries = [one.expires_on for one in kept.licenses if one.state_code == state]
    if not expiries:
        sentence = f"{rotation.preceptor} has no license in {state}, where the site is. Add it."
        return [Missing("licenses", "", sentence)]
    needed = max([on, *(term.last for term in kept.terms)])
    latest = max(expiries)
    if latest >= needed:
        return []
    sentence = (
        f"The {state} license of {rotation.preceptor} expires on {day(latest)}, but is needed "
        f"until {day(needed)}. Add the renewed license."
    )
    return [Missing("licenses", "", sentence)]


def _role(rotation: Rotation) -> list[Missing]:
    found = []
    lawful = ROLES[Kind(rotation.kind)]
    if rotation.role not in lawful:
        words = " or ".join(role.value.replace("_", "-") for role in lawful)
        kind = rotation.get_kind_display().lower()
        found.append(
            Missing(
                "facts", "role", f"The role of this kind ({kind}) is {words}. Change one of them."
            )
        )
    if rotation.mode == Mode.VIRTUAL and rotation.role == Role.HANDS_ON:
        found.append(Missing("facts", "mode", "A virtual rotation cannot be hands-on."))
    if rotation.mode == Mode.IN_PERSON and rotation.site.kind == SiteKind.ONLINE:
        found.append(Missing("facts", "mode", "The site is online, so the rotation is virtual."))
    return found


def _emr(rotation: Rotation) -> list[Missing]:
    if rotation.emr_access == EmrAccess.UNKNOWN:
        return [
            Missing("facts", "emr_access", "State what the learner may do in the medical record.")
        ]
    if rotation.emr_access in WRITES_IN_CHARTS and rotation.role != Role.HANDS_ON:
        sentence = "Who does not work hands-on writes nothing in the medical record."
        return [Missing("facts", "emr_access", sentence)]
    return []


def _hours(kept: RotationFile) -> list[Missing]:
    if not kept.hours:
        return [Missing("facts", "hours_inpatient", "State the hours a week by setting.")]
    total = sum(one.hours for one in kept.hours)
    if total <= MOST_HOURS:
        return []
    return [
        Missing("facts", "hours_inpatient", f"{total} hours a week are more than {MOST_HOURS}.")
    ]


def _name(rotation: Rotation) -> list[Missing]:
    hidden = rotation.name_visibility == NameVisibility.ACCEPTED
    if hidden or rotation.preceptor.may_be_named:
        return []
    sentence = (
        f"{rotation.preceptor} has not agreed to be named. Note the day of the consent, "
        "or show the name after acceptance only."
    )
    return [Missing("facts", "name_visibility", sentence)]


def _price(rotation: Rotation, kept: RotationFile) -> list[Missing]:
    found = [
        Missing("price", "", f"State the amount of “{line.label}”.")
        for line in kept.lines
        if line.cents is None
    ]
    if not any(not line.is_optional for line in kept.lines):
        found.append(Missing("price", "", "Add the price: at least one line that everybody pays."))
    if not rotation.cancellation.strip():
        sentence = "Say what happens to the money when somebody cancels."
        found.append(Missing("price", "cancellation", sentence))
    return found


def _letters(rotation: Rotation) -> list[Missing]:
    policy = rotation.letter_policy
    if policy == LetterPolicy.UNKNOWN:
        return [Missing("letters", "letter_policy", "State whether the preceptor writes letters.")]
    if policy == LetterPolicy.DOES_NOT_WRITE:
        return []
    found = []
    if policy == LetterPolicy.CONDITIONAL and not rotation.letter_condition.strip():
        found.append(
            Missing("letters", "letter_condition", "Say on what condition a letter is written.")
        )
    if rotation.turnaround_days is None:
        sentence = "State how many days a letter usually takes after the last day."
        found.append(Missing("letters", "turnaround_days", sentence))
    if rotation.is_on_letterhead and not rotation.letterhead.strip():
        found.append(Missing("letters", "letterhead", "Say whose letterhead it is."))
    return found


def _entry(rotation: Rotation) -> list[Missing]:
    try:
        read_entry(rotation.entry)
    except BadInput as error:
        return [Missing("entry", "entry", str(problem)) for problem in error.problems]
    return []
