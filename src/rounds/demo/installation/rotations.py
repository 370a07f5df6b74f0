"""The fictional rotations as rows of the catalog: hours, price lines, terms."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from django.utils.text import slugify

from rounds.core.planner.offers import Term as Offered
from rounds.core.vocabulary import Kind, LetterPolicy, Mode, Role
from rounds.web.catalog.models import (
    EmrAccess,
    NameVisibility,
    Preceptor,
    PriceLine,
    Publication,
    Rotation,
    RotationHours,
    Site,
    Term,
)

MAY_DO = {
    Role.HANDS_ON: "Takes histories, examines patients and presents, with the attending present.",
    Role.OBSERVING: "Watches visits and rounds and discusses cases; touches no patient.",
    Role.NONE: "Works with records and literature; sees no patient.",
}
SUMMARIES = {
    Kind.OBSERVERSHIP: "Follow one attending through the day and discuss what you saw.",
    Kind.EXTERNSHIP: "Work beside one attending, with patients of your own to present.",
    Kind.ELECTIVE: "A visiting student's month on the service, with the team's conferences.",
    Kind.SUB_INTERNSHIP: "A student's month with an intern's list, under the team's eyes.",
    Kind.RESEARCH: "One question, one dataset, weekly meetings with the physician who asks it.",
}
EMRS = ("LanternChart (fictional)", "Quillnote (fictional)", "Bellowsfile (fictional)")
VISIBILITIES = (
    *[NameVisibility.PUBLIC] * 6,
    *[NameVisibility.SIGNED_IN] * 3,
    NameVisibility.ACCEPTED,
)
CANCELLATIONS = (
    (
        "More than 60 days before the first day: all of the price comes back, less the "
        "application fee. 60 to 31 days before: half. Later: nothing. If the host cancels: "
        "everything."
    ),
    (
        "Up to 45 days before the first day: 80 percent of the price comes back. Later: nothing, "
        "but one change of dates is free. If the host or the agency cancels: everything."
    ),
    (
        "Up to 30 days before the first day: all but $250. Later: nothing. A visa refused with "
        "proof: all but $250 until the first day. If the host cancels: everything."
    ),
)
WATCHING = (EmrAccess.NONE, EmrAccess.READ)
LANGUAGES = (["en"], ["en"], ["en", "es"], ["en", "zh"], ["en", "hi"])
CONDITION = "After four weeks of good standing, if the physician can speak to the work."


@dataclass(slots=True)
class Offering:
    """Unsaved rows of one part of the catalog, in the order in which they can be saved."""

    rotations: list[Rotation] = field(default_factory=list)
    hours: list[RotationHours] = field(default_factory=list)
    lines: list[PriceLine] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)


def offering_of(
    terms: tuple[Offered, ...],
    sites: dict[str, Site],
    preceptors: dict[str, Preceptor],
    entries: dict[str, str],
    *,
    chance: Random,
) -> Offering:
    """``entries`` are the texts of the entry conditions by term code."""
    made = Offering()
    for group in _by_rotation(terms):
        first = group[0]
        rotation = _rotation(first, sites[first.site.id], preceptors[first.author], chance)
        rotation.entry = entries[first.code]
        made.rotations.append(rotation)
        made.hours += [RotationHours(rotation=rotation, setting=s, hours=h) for s, h in first.hours]
        made.lines += _lines(rotation, first)
        made.terms += [_term(rotation, one) for one in group]
    return made


def _by_rotation(terms: Iterable[Offered]) -> list[list[Offered]]:
    groups: dict[tuple[str, str], list[Offered]] = {}
    for term in terms:
        groups.setdefault((term.site.id, term.rotation), []).append(term)
    return list(groups.values())


def _rotation(offer: Offered, site: Site, preceptor: Preceptor, chance: Random) -> Rotation:
    is_hands_on = offer.role is Role.HANDS_ON
    is_online = offer.mode is Mode.VIRTUAL
    conditional = offer.letter_policy is LetterPolicy.CONDITIONAL
    return Rotation(
        slug=slugify(f"{offer.rotation} {site.slug}"),
        state=Publication.PUBLISHED,
        site=site,
        preceptor=preceptor,
        title=offer.rotation,
        summary=SUMMARIES[offer.kind],
        kind=offer.kind.value,
        role=offer.role.value,
        mode=offer.mode.value,
        specialty=offer.specialty,
        may_do=MAY_DO[offer.role],
        emr="" if is_online else chance.choice(EMRS),
        emr_access=EmrAccess.NOTES
        if is_hands_on
        else chance.choice((EmrAccess.NONE, EmrAccess.READ)),
        learner_cap=chance.choice((1, 2, 3)),
        languages=chance.choice(LANGUAGES),
        letter_policy=offer.letter_policy.value,
        letter_condition=CONDITION if conditional else "",
        is_on_letterhead=offer.on_letterhead,
        letterhead=site.name if offer.on_letterhead else "",
        letter_forms="Uploads to ERAS through the Letter of Recommendation Portal",
        turnaround_days=offer.turnaround_days,
        name_visibility=chance.choice(VISIBILITIES),
        cancellation=chance.choice(CANCELLATIONS),
        is_supervised_by_faculty=offer.supervised_by_faculty,
        is_part_of_degree=offer.is_part_of_degree,
        is_paid=offer.is_paid,
    )


def _lines(rotation: Rotation, offer: Offered) -> list[PriceLine]:
    return [
        PriceLine(
            rotation=rotation,
            position=position,
            label=line.label,
            cents=line.cents,
            once_key=line.once,
            is_estimate=line.is_estimate,
        )
        for position, line in enumerate(offer.price)
    ]


def _term(rotation: Rotation, offer: Offered) -> Term:
    return Term(
        rotation=rotation,
        state=Publication.PUBLISHED,
        code=offer.code,
        first=offer.span.first,
        last=offer.span.last,
        weeks=offer.weeks,
        seats=max(offer.seats, 1),
        taken=0 if offer.seats else 1,
    )
