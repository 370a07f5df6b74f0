"""One day of an activity as the law sees it, and the days on which that can change."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rounds.core.facts import ApplicantFacts
from rounds.core.legality.activity import Activity
from rounds.core.legality.rules import ASKABLE, LegalFact
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Credential, Kind, Mode, Role, Setting, Status

POSITION: dict[LegalFact, int] = {fact: index for index, fact in enumerate(ASKABLE)}
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Situation:
    """Who does what, where, on one day. ``facts`` answer ``ASKABLE`` in order, ``None`` unknown."""

    statuses: frozenset[Status]
    kind: Kind
    role: Role
    mode: Mode
    state: str
    site: str
    facts: tuple[bool | None, ...]

    def fact(self, fact: LegalFact) -> bool | None:
        """One fact of the day, ``None`` when nobody has stated it."""
        return self.facts[POSITION[fact]]


def situation_on(facts: ApplicantFacts, activity: Activity, on: date) -> Situation:
    """The situation of one day.

    A graduate is in no clinical year, and whoever is in a clinical year is no graduate; the
    degree's date is the stronger of the two. A US license counts only when told: nobody who is
    on the way to residency is asked to deny one.
    """
    is_graduate = facts.is_graduate(on)
    is_clinical = None if facts.clinical_years is None else on in facts.clinical_years
    if is_graduate:
        is_clinical = False
    elif is_graduate is None and is_clinical:
        is_graduate = False
    return Situation(
        statuses=facts.statuses_on(on),
        kind=activity.kind,
        role=activity.role,
        mode=activity.mode,
        state=activity.state,
        site=activity.site,
        facts=(
            is_graduate,
            is_clinical,
            activity.is_medical_school_hospital,
            activity.supervised_by_faculty,
            activity.is_part_of_degree,
            _in_office(activity),
            activity.is_paid,
            Credential.US_LICENSE in facts.credentials,
        ),
    )


def _in_office(activity: Activity) -> bool | None:
    if not activity.hours:
        return None
    return any(setting is Setting.OFFICE and hours for setting, hours in activity.hours)


def equal_spans(
    facts: ApplicantFacts, span: DateSpan, change_days: Sequence[date]
) -> list[DateSpan]:
    """``span`` cut at every day on which the law's answer can change.

    ``change_days`` are sorted first days on which the rules differ from the day before. Within
    one piece every day has the same situation and the same rules, so one day answers for all.
    """
    inside = change_days[
        bisect_right(change_days, span.first) : bisect_right(change_days, span.last)
    ]
    starts = {span.first, *inside}
    starts.update(day for day in _personal_changes(facts) if span.first < day <= span.last)
    if len(starts) == 1:
        return [span]
    ordered = sorted(starts)
    ends = [start - ONE_DAY for start in ordered[1:]] + [span.last]
    return [DateSpan(first, last) for first, last in zip(ordered, ends, strict=True)]


def _personal_changes(facts: ApplicantFacts) -> list[date]:
    changes = [facts.degree_on] if facts.degree_on else []
    spans = [(status.first, status.last) for status in facts.statuses]
    if facts.clinical_years:
        spans.append((facts.clinical_years.first, facts.clinical_years.last))
    for first, last in spans:
        if first:
            changes.append(first)
        if last and last < date.max:
            changes.append(last + ONE_DAY)
    return changes


def epoch(change_days: Sequence[date], on: date) -> int:
    """Which stretch of unchanged rules a day belongs to."""
    return bisect_right(change_days, on)


def change_days_of(spans: Sequence[tuple[date | None, date | None]]) -> tuple[date, ...]:
    """The sorted first days on which a set of validities changes; open ends are ``None``."""
    firsts = {first for first, _ in spans if first}
    afters = {last + ONE_DAY for _, last in spans if last and last < date.max}
    return tuple(sorted(firsts | afters))
