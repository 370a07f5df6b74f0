"""The visas a program sponsors, against what the person needs."""

from dataclasses import dataclass
from typing import ClassVar

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.verdict import Evidence, Outcome, met, unknown, unmet
from rounds.core.eligibility.wording import either
from rounds.core.reading import Section
from rounds.core.vocabulary import VISA_NAMES, Origin, UnknownCause, Visa


@dataclass(frozen=True, slots=True)
class Sponsorship:
    """Met by who needs none, or could train on one of ``visas``; empty: it sponsors none."""

    name: ClassVar[str] = "sponsorship"
    grows_with_plan: ClassVar[bool] = False

    visas: frozenset[Visa]

    def describe(self) -> str:
        if not self.visas:
            return "a right to train without visa sponsorship"
        return f"a right to train without visa sponsorship, or on {self._names()}"

    def outcome(self, case: Case) -> Outcome:
        needs, wanted = case.facts.needs_sponsorship, case.facts.sponsorship_visas
        if needs is None:
            missing = ("whether you need visa sponsorship for residency",)
            return unknown(UnknownCause.NOT_TOLD, missing=missing)
        if not needs:
            return met([_evidence("you need no visa sponsorship")])
        if not self.visas:
            return unmet(self.describe(), evidence=[_evidence("you need visa sponsorship")])
        if wanted is None:
            missing = ("which visas you could train on",)
            evidence = [_evidence("you need visa sponsorship")]
            return unknown(UnknownCause.NOT_TOLD, missing=missing, evidence=evidence)
        names = either(VISA_NAMES[visa] for visa in Visa if visa in wanted) or "no visa told"
        evidence = [_evidence(f"you need visa sponsorship ({names})")]
        if wanted & self.visas:
            return met(evidence)
        return unmet(f"being able to train on {self._names()}", evidence=evidence)

    def _names(self) -> str:
        return either(VISA_NAMES[visa] for visa in Visa if visa in self.visas)


def _evidence(text: str) -> Evidence:
    return Evidence("residency", text, Origin.OWN_WORD)


def read(section: Section) -> Sponsorship | None:
    """``sponsorship = { visas = ["j1"] }``; ``visas = []`` means it sponsors none."""
    visas = section.choices("visas", Visa)
    section.close()
    if "visas" not in section:
        section.problem("visas", "'visas' is missing; write [] when the program sponsors none.")
    return None if visas is None else Sponsorship(visas)
