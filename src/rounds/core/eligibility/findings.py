"""One requirement judged for one person, and the sentence that says it."""

from dataclasses import dataclass

from rounds.core.eligibility.programs import Requirement
from rounds.core.eligibility.rules import describe, leaves
from rounds.core.eligibility.verdict import Causes, Evidence, Outcome
from rounds.core.values import Source
from rounds.core.vocabulary import CURES, Modality, Origin, Stage, UnknownCause, Verdict

MODALITY_WORDS = {
    Modality.REQUIRED: "requires",
    Modality.STRONGLY_PREFERRED: "strongly prefers",
    Modality.PREFERRED: "prefers",
    Modality.NOT_REQUIRED: "does not require",
    Modality.UNKNOWN: "speaks of",
}
STAGE_WORDS = {
    Stage.APPLY: "",
    Stage.INTERVIEW: "to be interviewed, ",
    Stage.RANK: "to be ranked, ",
    Stage.START: "to start training, ",
}
VERDICT_WORDS = {Verdict.MET: "Met", Verdict.UNMET: "Not met", Verdict.UNKNOWN: "Not known yet"}
ORIGIN_WORDS = {
    Origin.ATTESTED: "Attested",
    Origin.OWN_WORD: "By your own word",
    Origin.PLANNED: "Only planned",
}
NOTHING_COUNTS = "Nothing you have told counts toward it."
WISHES = (Modality.STRONGLY_PREFERRED, Modality.PREFERRED)


@dataclass(frozen=True, slots=True)
class Finding:
    """One requirement judged. ``by_its_word`` is the verdict if the rule still held as read."""

    requirement: Requirement
    outcome: Outcome
    by_its_word: Outcome

    @property
    def code(self) -> str:
        return f"{self.requirement.topic.value}.{self.outcome.verdict.value}"

    @property
    def verdict(self) -> Verdict:
        return self.outcome.verdict

    @property
    def causes(self) -> Causes:
        return self.outcome.causes

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return self.by_its_word.evidence

    @property
    def missing(self) -> tuple[str, ...]:
        """What is needed when not met, what is not known when unknown, by the rule's word."""
        return self.by_its_word.missing

    @property
    def source(self) -> Source:
        return self.requirement.source

    @property
    def is_stale(self) -> bool:
        return UnknownCause.STALE in self.outcome.causes

    @property
    def sentence(self) -> str:
        """What is asked, what is there and who says so, what is missing, who can cure it."""
        asked = describe(self.requirement.rule)
        if self.requirement.modality is Modality.NOT_REQUIRED:
            return f"Not required: the program says that it does not require {asked}."
        parts = [self._lead(asked), *self._who_says(), *self._what_is_missing(asked)]
        if self.causes:
            cures = [cure for cause, cure in CURES.items() if cause in self.causes]
            parts.append(f"What to do: {'; '.join(cures)}.")
        return " ".join(parts)

    def _lead(self, asked: str) -> str:
        modality = MODALITY_WORDS[self.requirement.modality]
        clause = f"{STAGE_WORDS[self.requirement.stage]}the program {modality} {asked}"
        if self.requirement.modality is Modality.UNKNOWN:
            clause += ", without saying how binding that is"
        lead = f"{self._lead_words()}: {clause}."
        if not self.is_stale:
            return lead
        as_of = self.source.as_of
        when = f"speaks of {as_of}" if as_of else "names no year"
        return f"{lead} Its page {when}; by that rule, {self._by_that_rule()}."

    def _lead_words(self) -> str:
        words = VERDICT_WORDS[self.verdict]
        if self.outcome.is_met and self.outcome.rests_on_plan:
            words = "Met if done as planned"
        if self.requirement.modality in WISHES and self.verdict is Verdict.UNMET:
            words = "Not met, which closes no door"
        return words

    def _by_that_rule(self) -> str:
        if self.by_its_word.is_met and self.by_its_word.rests_on_plan:
            return "it would be met if done as planned"
        words = {
            Verdict.MET: "it would be met",
            Verdict.UNMET: "it would not be met",
            Verdict.UNKNOWN: "it is not known either",
        }
        return words[self.by_its_word.verdict]

    def _who_says(self) -> list[str]:
        """The evidence, apart by who says it: a site, the applicant, or only a plan."""
        parts = []
        for origin, words in ORIGIN_WORDS.items():
            texts = [item.text for item in self.evidence if item.origin is origin]
            if texts:
                parts.append(f"{words}: {'; '.join(texts)}.")
        return parts

    def _what_is_missing(self, asked: str) -> list[str]:
        """What the clause before has not said already."""
        if not self.missing:
            return []
        if self.by_its_word.verdict is not Verdict.UNMET:
            return [f"Not known: {'; '.join(self.missing)}."]
        if "; ".join(self.missing) == _listed(asked):
            return [] if self.evidence else [NOTHING_COUNTS]
        said = asked if len(tuple(leaves(self.requirement.rule))) == 1 else ""
        return [f"Needed: {'; '.join(_unsaid(text, said) for text in self.missing)}."]


def _listed(asked: str) -> str:
    """The clause as its missing parts are listed when none of them is met."""
    return asked.removeprefix("either ").replace("; and ", "; ")


def _unsaid(text: str, said: str) -> str:
    """``at least 4 more weeks``, when it has been said of what."""
    amount, of, what = text.partition(" of ")
    return amount if of and said.endswith(f" of {what}") else text
