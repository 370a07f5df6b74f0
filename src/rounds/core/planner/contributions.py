"""What each term adds to a clause over experience or letters, asked of the clause itself.

A rotation counts if it counts by what it is (kind, role, hours, …) and by its last day (window,
due day). ``ExperienceAsked.counts`` joins its tests with ``every``, so the two are asked apart,
once for every sort of rotation and once for every window and day, and the lower answer holds.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.criteria.clinical_experience import Counted, ExperienceAsked
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.facts import ClinicalExperience, Letter
from rounds.core.planner.formula import Column, Formula, threshold
from rounds.core.planner.offers import US, Term
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Kind, Mode, Origin, Role, Setting, Verdict

NO, MAYBE, YES = 0, 1, 2
LEVELS = {Verdict.UNMET: NO, Verdict.UNKNOWN: MAYBE, Verdict.MET: YES}
Levels = NDArray[np.int8]
Key = TypeVar("Key", date, ClinicalExperience)


class ExperienceCounts:
    """The weeks that terms add to a clause, surely and possibly."""

    def __init__(self, terms: Sequence[Term], case: Case) -> None:
        self.case = case
        self.weeks = np.array([term.weeks for term in terms], dtype=np.int64)
        self.alone = [(n,) for n in range(len(terms))]
        self.sums: dict[tuple[bytes, int], Formula] = {}
        sorts: dict[ClinicalExperience, int] = {}
        days: dict[date, int] = {}
        self.sort_of = np.array([_number(sorts, self._sort(term)) for term in terms], dtype=np.intp)
        self.day_of = np.array([_number(days, term.span.last) for term in terms], dtype=np.intp)
        self.sorts, self.days = tuple(sorts), tuple(days)
        self.probes = tuple(map(_full_time_until, self.days))
        self.by_sort: dict[ExperienceAsked, Levels] = {}
        self.by_day: dict[ExperienceAsked, Levels] = {}
        self.levels: dict[ExperienceAsked, Levels] = {}

    def column(self, leaf: ExperienceAsked) -> Column:
        """The clause as thresholds over the terms, on top of what is there already."""
        levels = self._levels(leaf)
        tally = leaf.tally(self.case)
        build = self._sum if leaf.counted is Counted.SUM else self._one_rotation
        surely = build(levels == YES, leaf.sure_weeks, tally.sure)
        if tally.possible is None:
            return Column(surely, True)
        return Column(surely, build(levels >= MAYBE, leaf.possible_weeks, tally.possible))

    def _sum(self, counts: NDArray[np.bool_], need: int, there: int) -> Formula:
        key = (counts.tobytes(), need - there)
        if key not in self.sums:
            numbers = np.flatnonzero(counts)
            weeks = self.weeks[numbers].tolist()
            alone = [self.alone[n] for n in numbers.tolist()]
            self.sums[key] = threshold(list(zip(weeks, alone, strict=True)), need - there)
        return self.sums[key]

    def _one_rotation(self, counts: NDArray[np.bool_], need: int, there: int) -> Formula:
        if there >= need:
            return True
        return threshold([(1, tuple(np.flatnonzero(counts & (self.weeks >= need)).tolist()))], 1)

    def _levels(self, leaf: ExperienceAsked) -> Levels:
        filters = replace(leaf, words="", sure_weeks=1, possible_weeks=1, counted=Counted.SUM)
        if filters not in self.levels:
            by_sort, by_day = self._by_sort(filters), self._by_day(filters)
            self.levels[filters] = np.minimum(by_sort[self.sort_of], by_day[self.day_of])
        return self.levels[filters]

    def _by_sort(self, filters: ExperienceAsked) -> Levels:
        timeless = replace(filters, within=None, since=None, since_graduation=False)
        if timeless not in self.by_sort:
            self.by_sort[timeless] = self._asked(timeless, self.sorts)
        return self.by_sort[timeless]

    def _by_day(self, filters: ExperienceAsked) -> Levels:
        window = ExperienceAsked(
            words="",
            sure_weeks=1,
            possible_weeks=1,
            within=filters.within,
            since=filters.since,
            since_graduation=filters.since_graduation,
        )
        if window not in self.by_day:
            self.by_day[window] = self._asked(window, self.probes)
        return self.by_day[window]

    def _asked(self, leaf: ExperienceAsked, items: Sequence[ClinicalExperience]) -> Levels:
        verdicts = [leaf.counts(item, self.case).verdict for item in items]
        return np.array([LEVELS[verdict] for verdict in verdicts], dtype=np.int8)

    def _sort(self, term: Term) -> ClinicalExperience:
        """What the term is, whichever its days: as if it ended on the due day."""
        due = DateSpan(self.case.due, self.case.due)
        return replace(term.as_experience(), ref="", place="", state=None, weeks=1, span=due)


def _number(known: dict[Key, int], key: Key) -> int:
    return known.setdefault(key, len(known))


def _full_time_until(last: date) -> ClinicalExperience:
    """A rotation that counts for every clause without filters, but for its days."""
    return ClinicalExperience(
        ref="",
        span=DateSpan(last, last),
        weeks=1,
        kind=Kind.SUB_INTERNSHIP,
        role=Role.HANDS_ON,
        mode=Mode.IN_PERSON,
        country=US,
        specialty="internal medicine",
        hours=((Setting.INPATIENT, 40),),
        origin=Origin.PLANNED,
    )


class LetterCounts:
    """The authors that terms add to a clause, surely and possibly; one author counts once."""

    def __init__(self, terms: Sequence[Term], case: Case) -> None:
        self.case = case
        known = {letter.author for letter in case.facts.letters}
        self.letters: list[tuple[int, str, int]] = []
        sorts: dict[Letter, int] = {}
        for n, term in enumerate(terms):
            letter = term.as_letter()
            if letter is not None and letter.author not in known:
                sort = sorts.setdefault(replace(letter, author=""), len(sorts))
                self.letters.append((n, letter.author, sort))
        self.sorts = tuple(sorts)
        self.verdicts: dict[LettersAsked, list[Verdict]] = {}

    def column(self, leaf: LettersAsked) -> Column:
        """The clause as thresholds over authors, on top of the letters that are there already."""
        tally = leaf.tally(self.case)
        surely = self._authors(leaf, (Verdict.MET,), leaf.at_least - tally.sure)
        if tally.possible is None:
            return Column(surely, True)
        need = leaf.at_least - tally.possible
        return Column(surely, self._authors(leaf, (Verdict.MET, Verdict.UNKNOWN), need))

    def _authors(self, leaf: LettersAsked, wanted: tuple[Verdict, ...], need: int) -> Formula:
        verdicts = self._verdicts(leaf)
        terms_by_author: dict[str, list[int]] = {}
        for n, author, sort in self.letters:
            if verdicts[sort] in wanted:
                terms_by_author.setdefault(author, []).append(n)
        return threshold([(1, tuple(terms)) for terms in terms_by_author.values()], need)

    def _verdicts(self, leaf: LettersAsked) -> list[Verdict]:
        """By sort of letter (all but its author), whether it counts."""
        filters = replace(leaf, at_least=1)
        if filters not in self.verdicts:
            self.verdicts[filters] = [
                filters.counts(sort, self.case).verdict for sort in self.sorts
            ]
        return self.verdicts[filters]
