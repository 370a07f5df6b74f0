"""A clause only a person can read."""

from dataclasses import dataclass
from typing import ClassVar

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.verdict import Outcome, unknown
from rounds.core.reading import Section
from rounds.core.vocabulary import UnknownCause


@dataclass(frozen=True, slots=True)
class NotTestable:
    """Kept in our own words; always unknown."""

    name: ClassVar[str] = "not_testable"
    grows_with_plan: ClassVar[bool] = False

    text: str

    def describe(self) -> str:
        return self.text

    def outcome(self, case: Case) -> Outcome:  # noqa: ARG002 -- every criterion takes the case
        return unknown(UnknownCause.NOT_TESTABLE, missing=(f"whether you have {self.text}",))


def read(section: Section) -> NotTestable | None:
    """``not_testable = { text = "combined score at least the national median" }``."""
    text = section.text("text", required=True)
    section.close()
    return NotTestable(text) if text else None
