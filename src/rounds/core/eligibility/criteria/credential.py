"""Proofs some programs accept in place of the ECFMG certificate."""

from dataclasses import dataclass
from typing import ClassVar

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.verdict import Evidence, Outcome, met, unknown, unmet
from rounds.core.eligibility.wording import either
from rounds.core.reading import Section
from rounds.core.vocabulary import Complete, Credential, Origin, UnknownCause

CREDENTIAL_NAMES = {
    Credential.US_LICENSE: "a full US medical license",
    Credential.FIFTH_PATHWAY: "a Fifth Pathway certificate",
}


@dataclass(frozen=True, slots=True)
class HasCredential:
    """One of the named credentials is held."""

    name: ClassVar[str] = "credential"
    grows_with_plan: ClassVar[bool] = False

    any_of: frozenset[Credential]

    def describe(self) -> str:
        return either(CREDENTIAL_NAMES[one] for one in Credential if one in self.any_of)

    def outcome(self, case: Case) -> Outcome:
        held = self.any_of & case.facts.credentials
        if held:
            return met(
                [
                    Evidence(one.value, CREDENTIAL_NAMES[one], Origin.OWN_WORD)
                    for one in Credential
                    if one in held
                ]
            )
        if case.facts.credentials_complete is Complete.YES:
            return unmet(self.describe())
        return unknown(UnknownCause.NOT_TOLD, missing=(f"whether you hold {self.describe()}",))


def read(section: Section) -> HasCredential | None:
    """``credential = { any_of = ["us_license", "fifth_pathway"] }``."""
    any_of = section.choices("any_of", Credential)
    section.close()
    if not any_of:
        section.problem("any_of", "'any_of' must name at least one credential.")
        return None
    return HasCredential(any_of)
