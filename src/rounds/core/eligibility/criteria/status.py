"""An immigration position held on a day."""

from dataclasses import dataclass
from typing import ClassVar

from rounds.core.eligibility.case import Anchor, Case, anchor_days
from rounds.core.eligibility.verdict import Evidence, Outcome, agreed, met, unknown, unmet
from rounds.core.eligibility.wording import either
from rounds.core.reading import Section
from rounds.core.values import day
from rounds.core.vocabulary import STATUS_NAMES, Complete, Origin, Status, UnknownCause

WHEN_WORDS = {
    Anchor.DUE: "on the day this is due",
    Anchor.APPLY: "when applying",
    Anchor.RANK: "at the rank-list deadline",
    Anchor.START: "at the start of training",
    Anchor.NOT_STATED: "on a day the program does not state",
}


@dataclass(frozen=True, slots=True)
class HoldsStatus:
    """One of the named statuses on the anchor day, by the person's own time line."""

    name: ClassVar[str] = "status"
    grows_with_plan: ClassVar[bool] = False

    any_of: frozenset[Status]
    on: Anchor = Anchor.DUE

    def describe(self) -> str:
        names = either(STATUS_NAMES[one] for one in Status if one in self.any_of)
        when = WHEN_WORDS[self.on]
        return f"the status {names} {when}"

    def outcome(self, case: Case) -> Outcome:
        readings = []
        for on in anchor_days(self.on, case):
            held = case.facts.statuses_on(on)
            evidence = [
                Evidence(one.value, f"{STATUS_NAMES[one]} on {day(on)}", Origin.OWN_WORD)
                for one in Status
                if one in held
            ]
            if held & self.any_of:
                readings.append(met(evidence))
            elif held and case.facts.statuses_complete is Complete.YES:
                readings.append(unmet(self.describe(), evidence=evidence))
            else:
                readings.append(
                    unknown(UnknownCause.NOT_TOLD, missing=(f"your status on {day(on)}",))
                )
        return agreed(readings)


def read(section: Section) -> HoldsStatus | None:
    """``status = { any_of = ["us_citizen", "permanent_resident"], on = "start" }``."""
    any_of = section.choices("any_of", Status)
    on = section.choice("on", Anchor) or Anchor.DUE
    section.close()
    if not any_of:
        section.problem("any_of", "'any_of' must name at least one status.")
        return None
    return HoldsStatus(any_of, on)
