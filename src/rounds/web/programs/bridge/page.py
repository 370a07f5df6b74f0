"""One program as its page shows it: clause by clause, for a person or for everybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from rounds.core.eligibility import programs as core
from rounds.core.eligibility.assess import Assessment, assess, due_line
from rounds.core.eligibility.findings import MODALITY_WORDS, ORIGIN_WORDS, Finding
from rounds.core.eligibility.rules import describe
from rounds.core.facts import ApplicantFacts
from rounds.core.seasons import Season
from rounds.core.values import Source
from rounds.core.vocabulary import CURES, Coverage, Door, Modality, Stage, Topic, Verdict
from rounds.web.programs.bridge.shelf import Ruled

STAGE_TITLES = {
    Stage.APPLY: "To apply",
    Stage.INTERVIEW: "To be interviewed",
    Stage.RANK: "To be ranked",
    Stage.START: "To start training",
}
BY_THAT_RULE = {
    Verdict.MET: "by that rule you would meet it",
    Verdict.UNMET: "by that rule you would not meet it",
    Verdict.UNKNOWN: "by that rule it is not known either",
}
COVERAGE_WORDS = {
    Coverage.EXPRESSLY_NONE: "It says that it asks for nothing here.",
    Coverage.NOT_STATED: "It does not say. Ask the program.",
    Coverage.NOT_READ: "Nobody has read this part yet.",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """What a program asks, where that is written, and how one person stands to it."""

    requirement: core.Requirement
    asks: str
    is_current: bool
    finding: Finding | None

    @property
    def says(self) -> str:
        return self.requirement.says

    @property
    def source(self) -> Source:
        return self.requirement.source

    @property
    def verdict(self) -> str:
        """The core's word, or ``wish`` for a preference not met, which closes no door."""
        if self.finding is None or not self.is_judged:
            return ""
        is_wish = self.requirement.modality in (Modality.PREFERRED, Modality.STRONGLY_PREFERRED)
        if is_wish and self.finding.verdict is Verdict.UNMET:
            return "wish"
        return self.finding.verdict.value

    @property
    def is_judged(self) -> bool:
        """What a program expressly does not require is met by everybody."""
        return self.finding is not None and self.requirement.modality is not Modality.NOT_REQUIRED

    @property
    def evidence(self) -> list[tuple[str, list[str]]]:
        """What counts toward it, apart by who says it."""
        if self.finding is None or not self.is_judged:
            return []
        told = [
            (words, [item.text for item in self.finding.evidence if item.origin is origin])
            for origin, words in ORIGIN_WORDS.items()
        ]
        return [(words, texts) for words, texts in told if texts]

    @property
    def needed(self) -> tuple[str, ...]:
        """What is missing where the clause is not met by its own word, unless that is all of it."""
        missing = self._missing(Verdict.UNMET)
        return () if "; ".join(missing) == _listed(describe(self.requirement.rule)) else missing

    @property
    def counts_nothing(self) -> bool:
        """Not met, and nothing told counts toward it: all of it is missing."""
        return bool(self._missing(Verdict.UNMET)) and not self.needed and not self.evidence

    @property
    def not_known(self) -> tuple[str, ...]:
        return self._missing(Verdict.UNKNOWN)

    def _missing(self, verdict: Verdict) -> tuple[str, ...]:
        if self.finding is None or not self.is_judged:
            return ()
        return self.finding.missing if self.finding.by_its_word.verdict is verdict else ()

    @property
    def by_that_rule(self) -> str:
        """How the person stands to a rule of an older season, if it still held."""
        if self.finding is None or not self.is_judged or not self.finding.is_stale:
            return ""
        return BY_THAT_RULE[self.finding.by_its_word.verdict]

    @property
    def cures(self) -> list[str]:
        if self.finding is None or not self.is_judged:
            return []
        return [cure for cause, cure in CURES.items() if cause in self.finding.causes]

    @property
    def host(self) -> str:
        return urlsplit(self.source.url).hostname or self.source.url


def _listed(asked: str) -> str:
    """A clause as its missing parts are listed when none of them is met."""
    return asked.removeprefix("either ").replace("; and ", "; ")


@dataclass(frozen=True, slots=True)
class Part:
    """The clauses of one stage, and by which day it is due."""

    stage: Stage
    title: str
    due: str
    clauses: list[Clause]

    @property
    def to_do(self) -> int:
        """How many required clauses of the stage the person does not meet yet."""
        return sum(
            clause.requirement.modality is Modality.REQUIRED
            and clause.finding is not None
            and not clause.finding.outcome.is_met
            for clause in self.clauses
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """A program's page. ``assessment`` is ``None`` for a visitor nothing is known of."""

    program: core.Program
    parts: list[Part]
    silent: list[tuple[Topic, str]]
    is_current: bool
    assessment: Assessment | None

    @property
    def why(self) -> list[str]:
        """Why an undecided door is so, as cures; nothing for the others."""
        causes = self.assessment.causes if self.assessment else frozenset()
        return [cure for cause, cure in CURES.items() if cause in causes]


def shown(program: core.Program, season: Season, facts: ApplicantFacts | None) -> Shown:
    """Everything a program's page says."""
    assessment = assess(facts, [program], season)[0] if facts is not None else None
    findings: Iterable[Finding | None] = (
        assessment.findings if assessment else [None] * len(program.requirements)
    )
    clauses = [
        _clause(requirement, season, finding)
        for requirement, finding in zip(program.requirements, findings, strict=True)
    ]
    return Shown(
        program=program,
        parts=[part for stage in Stage if (part := _part(stage, clauses, season)).clauses],
        silent=_silent(program),
        is_current=core.is_current(program.source, season),
        assessment=assessment,
    )


def _clause(one: core.Requirement, season: Season, finding: Finding | None) -> Clause:
    asked = describe(one.rule)
    asks = f"{MODALITY_WORDS[one.modality].capitalize()} {asked}."
    fresh = core.is_current(one.source, season, recomputed_yearly=one.is_recomputed_yearly)
    return Clause(one, asks, fresh, finding)


def _part(stage: Stage, clauses: Iterable[Clause], season: Season) -> Part:
    chosen = [clause for clause in clauses if clause.requirement.stage is stage]
    return Part(stage, STAGE_TITLES[stage], due_line(stage, season), chosen)


def _silent(program: core.Program) -> list[tuple[Topic, str]]:
    """The topics no clause is about, with what the page says of them."""
    asked = {requirement.topic for requirement in program.requirements}
    return [
        (topic, COVERAGE_WORDS[coverage])
        for topic in Topic
        if topic not in asked and (coverage := program.coverage_of(topic)) in COVERAGE_WORDS
    ]


def reasons_for(
    programs: Iterable[Ruled], season: Season, facts: ApplicantFacts
) -> dict[int, list[str]]:
    """What keeps each door from being open, by program, a line for each clause."""
    chosen = list(programs)
    found = assess(facts, [one.program_for(season) for one in chosen], season)
    return {
        one.row.pk: short_reasons(assessment) for one, assessment in zip(chosen, found, strict=True)
    }


def short_reasons(assessment: Assessment) -> list[str]:
    """The topic of each clause that keeps the door from being open, and what is missing there.

    Of a closed door only what closes it: what is not known besides would change nothing.
    """
    findings = assessment.decisive
    if assessment.door is Door.CLOSED:
        findings = tuple(one for one in findings if one.verdict is Verdict.UNMET)
    return [
        f"{one.requirement.topic.value.capitalize()}: {'; '.join(one.missing)}"
        for one in findings
        if one.missing
    ]
