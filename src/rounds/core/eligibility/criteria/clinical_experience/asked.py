"""The clause: how many weeks count toward it, surely and possibly.

Readings the programs leave open are decided only where all agree: a month is 4 weeks or a twelfth
of 52; whether an observership, a virtual or a part-time week counts is the program's to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar

from rounds.core.eligibility.case import Case, Within
from rounds.core.eligibility.counting import (
    COUNTS,
    DOES_NOT_COUNT,
    Match,
    Tally,
    every,
    maybe,
    told,
    weeks_counted,
)
from rounds.core.eligibility.verdict import NO_CAUSE, Causes, Evidence, Outcome, met, unknown, unmet
from rounds.core.eligibility.wording import both, counted
from rounds.core.facts import ClinicalExperience
from rounds.core.values import DateSpan, day
from rounds.core.vocabulary import (
    Complete,
    Kind,
    Mode,
    Origin,
    Role,
    Setting,
    UnknownCause,
)

PART_TIME_BELOW_HOURS = 20
NO_LENGTH = "some "
NOT_STATED_FROM_WHEN = maybe(
    UnknownCause.NOT_STATED, "the program does not state the day from which it counts back"
)


class Counted(StrEnum):
    """May weeks of several rotations be added?"""

    SUM = "sum"
    ONE_ROTATION = "one_rotation"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A person's experience sorted for one clause.

    Bit n of ``sure`` and ``doubtful`` stands for the n-th experience; ``doubts`` says why.
    """

    sure: int
    doubtful: int
    doubts: tuple[tuple[ClinicalExperience, Match], ...]

    @property
    def causes(self) -> Causes:
        if not self.doubts:
            return NO_CAUSE
        return NO_CAUSE.union(*(match.causes for _, match in self.doubts))


@dataclass(frozen=True, slots=True)
class ExperienceAsked:
    """At least ``sure_weeks`` on every reading; fewer than ``possible_weeks`` on none.

    ``words`` is the clause in plain words. A clause without a length asks for one week.
    """

    name: ClassVar[str] = "clinical_experience"
    grows_with_plan: ClassVar[bool] = True

    words: str
    sure_weeks: int
    possible_weeks: int
    counted: Counted = Counted.SUM
    roles: frozenset[Role] | None = None
    kinds: frozenset[Kind] | None = None
    modes: frozenset[Mode] | None = None
    countries: frozenset[str] | None = None
    settings: frozenset[Setting] | None = None
    specialties: frozenset[str] | None = None
    not_counting: frozenset[Kind] = frozenset()
    within: Within | None = None
    since: date | None = None
    since_graduation: bool = False
    hours_a_week: int = PART_TIME_BELOW_HOURS

    def __post_init__(self) -> None:
        if not 1 <= self.possible_weeks <= self.sure_weeks:
            raise ValueError("the weeks asked for must be 1 or more, the sure ones not fewer")

    def describe(self) -> str:
        return self.words

    def counts(self, item: ClinicalExperience, case: Case) -> Match:
        """Does this rotation count toward the clause on the day it is due?"""
        return every((self._sort_counts(item, case), self._in_window(item, case)))

    def tally(self, case: Case) -> Tally:
        """Weeks the person has: surely, and possibly."""
        return self._tally(self._reckoned(case), case)

    def _tally(self, reckoned: Reckoned, case: Case) -> Tally:
        sure = self._weeks(reckoned.sure, case)
        if case.facts.experience_complete is not Complete.YES:
            return Tally(sure, None, reckoned.causes | {UnknownCause.NOT_TOLD})
        return Tally(sure, self._weeks(reckoned.sure | reckoned.doubtful, case), reckoned.causes)

    def outcome(self, case: Case) -> Outcome:
        reckoned = self._reckoned(case)
        tally = self._tally(reckoned, case)
        if tally.sure >= self.sure_weeks:
            done = reckoned.sure & case.once(_done, lambda: _done(case))
            enough = self._weeks(done, case) >= self.sure_weeks
            return met(_evidence(done if enough else reckoned.sure, case))
        evidence = _evidence(reckoned.sure, case)
        if tally.possible is not None and tally.possible < self.possible_weeks:
            return unmet(self._needed(tally.possible), evidence=evidence)
        return self._unknown(tally, reckoned, evidence)

    def _unknown(self, tally: Tally, reckoned: Reckoned, evidence: tuple[Evidence, ...]) -> Outcome:
        causes = set(tally.causes)
        missing = [_doubt(item, match) for item, match in reckoned.doubts]
        if tally.sure >= self.possible_weeks or not causes:
            causes.add(UnknownCause.NOT_STATED)
            missing.append(
                f"how many weeks the program takes for this ({self.possible_weeks} or "
                f"{self.sure_weeks}; {tally.sure} counted)"
            )
        if tally.possible is None:
            missing.append("whether you have more clinical experience than you told")
        return unknown(*causes, missing=missing, evidence=evidence)

    def _reckoned(self, case: Case) -> Reckoned:
        """Which experience counts surely, and which possibly."""
        sure = doubtful = 0
        doubts = []
        items = case.facts.experience
        earliest, latest = self._window(case)
        for index, match in self._sort_matches(case):
            last = items[index].span.last
            if last < earliest:
                continue
            if match is COUNTS and last >= latest:
                sure |= 1 << index
                continue
            doubtful |= 1 << index
            why = match if last >= latest else every((match, NOT_STATED_FROM_WHEN))
            doubts.append((items[index], why))
        return Reckoned(sure, doubtful, tuple(doubts))

    def _sort_matches(self, case: Case) -> tuple[tuple[int, Match], ...]:
        """What may count but for the window, by position: alike for clauses of the same sort."""
        sort = (
            self.countries,
            self.kinds,
            self.not_counting,
            self.roles,
            self.modes,
            self.specialties,
            self.settings,
            self.since_graduation,
            self.hours_a_week,
        )
        return case.once(sort, lambda: tuple(self._matching(case)))

    def _matching(self, case: Case) -> Iterator[tuple[int, Match]]:
        for index, item in enumerate(case.facts.experience):
            match = self._sort_counts(item, case)
            if match is not DOES_NOT_COUNT:
                yield index, match

    def _sort_counts(self, item: ClinicalExperience, case: Case) -> Match:
        if not _is_over(item, case) and not _may_be_under_way(item, case):
            return DOES_NOT_COUNT
        return every(self._points(item, case))

    def _points(self, item: ClinicalExperience, case: Case) -> Iterator[Match]:
        yield told(item.country, self.countries, "the country")
        yield self._kind_counts(item)
        yield self._role_counts(item)
        yield self._mode_counts(item)
        yield told(item.specialty, self.specialties, "the specialty")
        yield self._setting_counts(item)
        yield self._after_graduation(item, case)
        yield self._hours_suffice(item)
        yield _is_done(item, case)

    def _weeks(self, chosen: int, case: Case) -> int:
        key = (self.counted is Counted.SUM, chosen)
        weeks: int | None = case.kept.get(key)
        if weeks is None:
            weeks = case.kept[key] = _measure(self.counted, chosen, case)
        return weeks

    def _needed(self, possible: int) -> str:
        if self.counted is Counted.ONE_ROTATION:
            longest = f"; the longest that may count has {possible}" if possible else ""
            return f"one rotation of {counted(self.possible_weeks, 'week')}: {self._sort}{longest}"
        more = "more " if possible else ""
        short = counted(self.possible_weeks - possible, f"{more}week")
        return f"at least {short} of {self._sort}"

    @property
    def _sort(self) -> str:
        """The words without the length."""
        if self.words.startswith(NO_LENGTH):
            return self.words.removeprefix(NO_LENGTH)
        return self.words.partition(" of ")[2] or self.words

    def _kind_counts(self, item: ClinicalExperience) -> Match:
        if item.kind is None and any(_may_be(kind, item) for kind in self.not_counting):
            return maybe(UnknownCause.NOT_TOLD, "the kind of rotation is not told")
        if item.kind in self.not_counting:
            return DOES_NOT_COUNT
        return told(item.kind, self.kinds, "the kind of rotation")

    def _role_counts(self, item: ClinicalExperience) -> Match:
        if self.roles is not None:
            return told(item.role, self.roles, "your role")
        if self.kinds is not None:
            return COUNTS
        if item.role is None:
            return maybe(UnknownCause.NOT_TOLD, "your role is not told")
        if item.role is Role.HANDS_ON:
            return COUNTS
        return maybe(
            UnknownCause.NOT_STATED, "the program does not say that work without hands-on counts"
        )

    def _mode_counts(self, item: ClinicalExperience) -> Match:
        if self.modes is not None:
            return told(item.mode, self.modes, "whether it was in person")
        if item.mode is None:
            return maybe(UnknownCause.NOT_TOLD, "whether it was in person is not told")
        if item.mode is Mode.IN_PERSON:
            return COUNTS
        return maybe(UnknownCause.NOT_STATED, "the program does not say that online weeks count")

    def _setting_counts(self, item: ClinicalExperience) -> Match:
        if self.settings is None:
            return COUNTS
        if item.hours is None:
            return maybe(UnknownCause.NOT_TOLD, "the hours by setting are not told")
        inside = sum(hours for setting, hours in item.hours if setting in self.settings)
        if inside == 0:
            return DOES_NOT_COUNT
        if 2 * inside >= (item.weekly_hours or 0):
            return COUNTS
        return maybe(
            UnknownCause.NOT_STATED,
            "less than half of its hours were in that setting, and the program does not say "
            "whether that suffices",
        )

    def _after_graduation(self, item: ClinicalExperience, case: Case) -> Match:
        if not self.since_graduation:
            return COUNTS
        degree_on = case.facts.degree_on
        if degree_on is None:
            return maybe(UnknownCause.NOT_TOLD, "the date of the medical degree is not told")
        return COUNTS if item.span.last >= degree_on else DOES_NOT_COUNT

    def _in_window(self, item: ClinicalExperience, case: Case) -> Match:
        """An experience is inside a window when its last day is."""
        earliest, latest = self._window(case)
        if item.span.last >= latest:
            return COUNTS
        return NOT_STATED_FROM_WHEN if item.span.last >= earliest else DOES_NOT_COUNT

    def _window(self, case: Case) -> tuple[date, date]:
        """The first last day that counts, on the mildest and on the strictest reading."""
        since = self.since or date.min
        if self.within is None:
            return since, since
        earliest, latest = self.within.bounds(case)
        return max(since, earliest), max(since, latest)

    def _hours_suffice(self, item: ClinicalExperience) -> Match:
        hours = item.weekly_hours
        if hours is None:
            return maybe(UnknownCause.NOT_TOLD, "the hours a week are not told")
        if hours >= self.hours_a_week:
            return COUNTS
        return maybe(
            UnknownCause.NOT_STATED,
            f"{hours} hours a week are below {self.hours_a_week}, and the program does not say "
            "whether part-time weeks count",
        )


def _may_be(kind: Kind, item: ClinicalExperience) -> bool:
    """Could an item of untold kind be of this one? Nobody's hands are used in an observership."""
    return not (kind is Kind.OBSERVERSHIP and item.role is Role.HANDS_ON)


def _is_over(item: ClinicalExperience, case: Case) -> bool:
    return item.span.last <= case.due


def _may_be_under_way(item: ClinicalExperience, case: Case) -> bool:
    """Begun but not over on the due day: part of it may be certified by then.

    Of a plan, what ends too late does not count: another choice of dates is free.
    """
    return item.origin is not Origin.PLANNED and item.span.first <= case.due < item.span.last


def _until_due(item: ClinicalExperience, case: Case) -> ClinicalExperience:
    """The most that can be certified by the due day."""
    if _is_over(item, case):
        return item
    span = DateSpan(item.span.first, case.due)
    return replace(item, span=span, weeks=min(item.weeks, len(span.calendar_weeks)))


def _is_done(item: ClinicalExperience, case: Case) -> Match:
    if not _is_over(item, case):
        return maybe(UnknownCause.PENDING, f"it ends only on {day(item.span.last)}")
    if item.origin is Origin.PLANNED or item.span.last <= case.season.today:
        return COUNTS
    return maybe(UnknownCause.PENDING, f"it is not done before {day(item.span.last)}")


def _done(case: Case) -> int:
    """The experience that is not only planned."""
    return sum(
        1 << index
        for index, item in enumerate(case.facts.experience)
        if item.origin is not Origin.PLANNED
    )


def _chosen(chosen: int, case: Case) -> list[ClinicalExperience]:
    return [item for index, item in enumerate(case.facts.experience) if chosen >> index & 1]


def _measure(counted: Counted, chosen: int, case: Case) -> int:
    items = [_until_due(item, case) for item in _chosen(chosen, case)]
    if counted is Counted.SUM:
        return weeks_counted(items)
    return max((item.weeks for item in items), default=0)


def _evidence(chosen: int, case: Case) -> tuple[Evidence, ...]:
    return case.once(
        (_evidence, chosen), lambda: tuple(_said(item) for item in _chosen(chosen, case))
    )


def _said(item: ClinicalExperience) -> Evidence:
    text = f"{counted(item.weeks, 'week')} at {item.place or item.ref}, {item.span}"
    return Evidence(item.ref, text, item.origin)


def _doubt(item: ClinicalExperience, match: Match) -> str:
    weeks = counted(item.weeks, "week")
    return f"whether {item.place or item.ref} ({weeks}) counts: {both(match.doubts)}"
