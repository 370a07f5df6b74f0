"""The ECFMG certificate, by the day the clause is due or a stated day of the cycle."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rounds.core.eligibility.case import ANCHOR_WORDS, Anchor, Case, anchor_days
from rounds.core.eligibility.verdict import Evidence, Outcome, agreed, met, unknown, unmet
from rounds.core.facts import certification_clock
from rounds.core.reading import Section
from rounds.core.values import day
from rounds.core.vocabulary import Origin, UnknownCause

MONTH_DAY_PARTS = 2


@dataclass(frozen=True, slots=True)
class EcfmgCertified:
    """Certified by an anchor, or by the first such month and day on or after applying."""

    name: ClassVar[str] = "ecfmg_certified"
    grows_with_plan: ClassVar[bool] = False

    by: Anchor = Anchor.DUE
    month_day: tuple[int, int] | None = None

    def describe(self) -> str:
        if self.month_day:
            return f"ECFMG certification by {date(2000, *self.month_day):%b} {self.month_day[1]}"
        return f"ECFMG certification by {ANCHOR_WORDS[self.by]}"

    def outcome(self, case: Case) -> Outcome:
        return agreed([self._by(limit, case) for limit in self._limits(case)])

    def _limits(self, case: Case) -> tuple[date, ...]:
        if self.month_day is None:
            return anchor_days(self.by, case)
        limit = date(case.season.apply_on.year, *self.month_day)
        if limit < case.season.apply_on:
            limit = date(case.season.apply_on.year + 1, *self.month_day)
        return (limit,)

    def _by(self, limit: date, case: Case) -> Outcome:
        ecfmg, today = case.facts.ecfmg, case.season.today
        if ecfmg.certified or (ecfmg.certified is None and _is_past(ecfmg.certified_on, today)):
            return self._certified(limit, case)
        expected = ecfmg.expected_on or ecfmg.certified_on
        if expected and expected > limit:
            return unmet(f"the certificate by {day(limit)}; it is expected on {day(expected)}")
        if expected and expected > today:
            return unknown(UnknownCause.PENDING, missing=_awaited(expected, case))
        if ecfmg.certified is False and limit <= today:
            return unmet(f"the certificate by {day(limit)}")
        if expected:
            missing = f"whether the ECFMG certificate expected on {day(expected)} has come"
        elif ecfmg.certified is False:
            missing = "when you expect the ECFMG certificate"
        else:
            missing = "whether you hold the ECFMG certificate, or when you expect it"
        return unknown(UnknownCause.NOT_TOLD, missing=(missing,))

    def _certified(self, limit: date, case: Case) -> Outcome:
        certified_on = case.facts.ecfmg.certified_on
        on = f" of {day(certified_on)}" if certified_on else ""
        evidence = (Evidence("ecfmg", f"ECFMG certificate{on}", Origin.OWN_WORD),)
        if limit >= case.season.today or _is_past(certified_on, limit):
            return met(evidence)
        if certified_on is None:
            missing = ("the date of the ECFMG certificate",)
            return unknown(UnknownCause.NOT_TOLD, missing=missing, evidence=evidence)
        return unmet(f"the certificate by {day(limit)}", evidence=evidence)


def _is_past(value: date | None, on: date) -> bool:
    return value is not None and value <= on


def _awaited(expected: date, case: Case) -> list[str]:
    missing = [f"whether the certificate comes on {day(expected)}, as expected"]
    clock = certification_clock(case.facts, case.season.today)
    if clock and expected > clock.deadline:
        missing.append(
            f"whether it can come then: the pass of {day(clock.first_pass)} is valid only through "
            f"{day(clock.deadline)}"
        )
    return missing


def read(section: Section) -> EcfmgCertified | None:
    """``ecfmg_certified = { by = "start" }``, ``{ by = "02-01" }`` or ``{}`` for the due day."""
    by = section.raw("by")
    section.close()
    if by is None:
        return EcfmgCertified()
    if by in tuple(Anchor):
        return EcfmgCertified(Anchor(by))
    parts = str(by).split("-")
    if len(parts) == MONTH_DAY_PARTS and all(part.isascii() and part.isdigit() for part in parts):
        month, on = int(parts[0]), int(parts[1])
        try:
            date(2001, month, on)
        except ValueError:
            pass
        else:
            return EcfmgCertified(Anchor.DUE, (month, on))
    anchors = ", ".join(anchor.value for anchor in Anchor)
    section.problem("by", f"'by' must be one of {anchors}, or a month and day like 02-01.")
    return None
