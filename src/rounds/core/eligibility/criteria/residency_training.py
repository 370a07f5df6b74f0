"""Residency training already done; demanded by some programs, excluded by others."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from rounds.core.eligibility.case import ANCHOR_WORDS, Anchor, Case, anchor_days
from rounds.core.eligibility.verdict import Evidence, Outcome, agreed, met, unknown, unmet
from rounds.core.eligibility.wording import counted
from rounds.core.facts import Training
from rounds.core.reading import Section
from rounds.core.values import DateSpan, anniversary
from rounds.core.vocabulary import Complete, Origin, UnknownCause

MAX_YEARS = 10
DAYS_OF_A_YEAR = 365


@dataclass(frozen=True, slots=True)
class TrainedInResidency:
    """At least ``years`` years of residency, in accredited programs if asked; 0 means any at all.

    Spans that follow each other without a free day are one; each span counts the full years its
    anniversaries allow, both days included. Parts that only add up to a year are the program's to
    judge.
    """

    name: ClassVar[str] = "residency_training"
    grows_with_plan: ClassVar[bool] = False

    years: int
    acgme: bool = True
    by: Anchor = Anchor.DUE

    def describe(self) -> str:
        sort = "ACGME-accredited residency training" if self.acgme else "residency training"
        text = f"{counted(self.years, 'year')} of {sort}" if self.years else f"any {sort}"
        return text if self.by is Anchor.DUE else f"{text} by {ANCHOR_WORDS[self.by]}"

    def outcome(self, case: Case) -> Outcome:
        return agreed([self._done_by(limit, case) for limit in anchor_days(self.by, case)])

    def _done_by(self, limit: date, case: Case) -> Outcome:
        told = [t for t in case.facts.training if t.span.first <= limit]
        sure = [t for t in told if not self.acgme or t.is_acgme]
        unsure = [t for t in told if self.acgme and t.is_acgme is None]
        evidence = [_evidence(t) for t in sure]
        if self._suffices(sure, min(limit, case.season.today)):
            return met(evidence)
        causes = set()
        missing = []
        if self._suffices(sure, limit):
            causes.add(UnknownCause.PENDING)
            missing.append("whether training still going on is finished as told")
        elif self._may_suffice(sure, limit):
            causes.add(UnknownCause.NOT_STATED)
            missing.append("whether parts of years may be added up")
        elif unsure and self._may_suffice([*sure, *unsure], limit):
            causes.add(UnknownCause.NOT_TOLD)
            missing.append("whether your residency training was ACGME-accredited")
        elif case.facts.training_complete is Complete.YES:
            return unmet(self.describe(), evidence=evidence)
        else:
            causes.add(UnknownCause.NOT_TOLD)
            missing.append("whether you told all your residency training")
        return unknown(*causes, missing=missing, evidence=evidence)

    def _suffices(self, trainings: list[Training], until: date) -> bool:
        spans = joined_spans(trainings, until)
        return bool(spans) if self.years == 0 else sum(map(whole_years, spans)) >= self.years

    def _may_suffice(self, trainings: list[Training], until: date) -> bool:
        """The days told add up, though perhaps no single span to a full year."""
        spans = joined_spans(trainings, until)
        days = sum(span.length_days for span in spans)
        return bool(spans) and days >= self.years * DAYS_OF_A_YEAR


def joined_spans(trainings: list[Training], until: date) -> list[DateSpan]:
    """The days of training until a day, as spans with a free day between any two."""
    spans: list[DateSpan] = []
    for span in sorted(t.span for t in trainings if t.span.first <= until):
        last = min(span.last, until)
        if spans and span.first <= spans[-1].last + timedelta(days=1):
            spans[-1] = DateSpan(spans[-1].first, max(spans[-1].last, last))
        else:
            spans.append(DateSpan(span.first, last))
    return spans


def whole_years(span: DateSpan) -> int:
    """Full years from the first to the last day, both included."""
    after = span.last + timedelta(days=1)
    years = after.year - span.first.year
    return years if anniversary(span.first, years) <= after else years - 1


def _evidence(training: Training) -> Evidence:
    text = f"residency in {training.specialty or training.country}, {training.span}"
    return Evidence("training", text, Origin.OWN_WORD)


def read(section: Section) -> TrainedInResidency | None:
    """``residency_training = { years = 1, by = "start" }``; 0 for any at all; ``acgme = false``."""
    years = section.integer("years", low=0, high=MAX_YEARS, required=True)
    acgme = section.flag("acgme")
    by = section.choice("by", Anchor) or Anchor.DUE
    section.close()
    return None if years is None else TrainedInResidency(years, acgme is not False, by)
