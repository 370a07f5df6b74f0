"""A version of rules as its editor sees it: clause by clause, with everything that is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any  # kept JSON is untyped until the core has checked it
from urllib.parse import urlsplit

from rounds.core.eligibility import programs as core
from rounds.core.eligibility.findings import MODALITY_WORDS, STAGE_WORDS
from rounds.core.eligibility.program_file import MONTH, program_of
from rounds.core.eligibility.programs import LIVE_PAGE, cycle_of
from rounds.core.eligibility.rules import describe
from rounds.core.errors import BadInput, Problem
from rounds.core.values import Source
from rounds.core.vocabulary import DOOR_TOPICS, Topic
from rounds.web.programs.bridge.content import table_of
from rounds.web.programs.bridge.trees import Node, nodes
from rounds.web.programs.models import Program, RequirementVersion

__all__ = [
    "LIVE_PAGE",
    "Clause",
    "Finding",
    "clauses_of",
    "findings_of",
    "season_of_source",
]
SOURCE, CLAUSES = "source", "clauses"
READ_AS = {"source": "https://unread.example", "via": LIVE_PAGE, "read_on": "2000-01"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a draft: a sentence, and the part of the draft to mend.

    ``where`` is ``source``, ``clauses``, or ``clause`` with the clause's own ``id``.
    """

    where: str
    sentence: str
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a version; ``requirement`` is ``None`` while the core cannot read it."""

    id: str
    data: dict[str, Any]
    requirement: core.Requirement | None
    problems: tuple[str, ...]

    @property
    def tree(self) -> Node | None:
        return nodes(self.data.get("rule"))

    @property
    def words(self) -> str:
        """The clause in plain words, as the site will say it."""
        if self.requirement is None:
            return "Not complete yet"
        return sentence_of(self.requirement)


def sentence_of(one: core.Requirement) -> str:
    said = f"{STAGE_WORDS[one.stage]}the program {MODALITY_WORDS[one.modality]} "
    said += describe(one.rule)
    return f"{said[0].upper()}{said[1:]}."


def clauses_of(version: RequirementVersion) -> list[Clause]:
    """Every clause read alone, so that one that is wrong hides no other."""
    return [_clause(one, version) for one in version.content.get("requirement", [])]


def _clause(data: dict[str, Any], version: RequirementVersion) -> Clause:
    identity = str(data.get("id", ""))
    lone = RequirementVersion(
        source_url=version.source_url or READ_AS["source"],
        via=version.via or READ_AS["via"],
        read_on=version.read_on if MONTH.fullmatch(version.read_on) else READ_AS["read_on"],
        as_of=version.as_of,
        content={"requirement": [data]},
    )
    stand_in = Program(code="draft", name="draft", specialty="urology", state_code="NY")
    if not data.get("rule"):
        return Clause(identity, data, None, ("It asks for nothing yet; add a test.",))
    try:
        read = program_of(table_of(stand_in, lone), named="draft")
    except BadInput as error:
        return Clause(identity, data, None, tuple(map(_sentence, error.problems)))
    return Clause(identity, data, read.requirements[0], ())


def _sentence(problem: Problem) -> str:
    key = problem.key.partition("].")[2]
    return f"{key}: {problem.sentence}" if key else problem.sentence


def findings_of(version: RequirementVersion, *, on: date) -> list[Finding]:
    """Everything that keeps a draft from being published, all at once."""
    found = [Finding(SOURCE, sentence) for sentence in _source_findings(version, on)]
    clauses = clauses_of(version)
    silent = set(version.content.get("coverage", {}))
    if not clauses and not silent:
        found.append(Finding(CLAUSES, "Add a clause, or say what the page is silent about."))
    found += [Finding("clause", sentence, one.id) for one in clauses for sentence in one.problems]
    return found or _whole_findings(version)


def _whole_findings(version: RequirementVersion) -> list[Finding]:
    """What only shows when all parts are read together, such as a topic told two ways."""
    try:
        program_of(table_of(version.program, version), named="draft")
    except BadInput as error:
        return [Finding(SOURCE, one.sentence) for one in error.problems]
    return []


def _source_findings(version: RequirementVersion, on: date) -> Iterable[str]:
    if not is_address(version.source_url):
        yield "Give the address of the page, beginning with https:// or http://."
    if not version.source_name.strip():
        yield "Name the source, such as “Gable Hospital, residency eligibility”."
    if not version.via.strip():
        yield "Say how the page was read: the live page, or an archived copy."
    if not MONTH.fullmatch(version.read_on):
        yield "Say in which month the page was read."
    elif version.read_on > f"{on:%Y-%m}":
        yield "The page cannot have been read in a month that is still to come."


def is_address(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and "." in parts.netloc


def season_of_source(version: RequirementVersion) -> int | None:
    """The season a source speaks of, as the core reads it."""
    source = Source(version.source_url, version.via, version.read_on, version.as_of)
    return cycle_of(source) if MONTH.fullmatch(version.read_on) else None


def unread_topics(version: RequirementVersion) -> list[Topic]:
    """The topics without which no door opens, and of which the version says nothing."""
    told = set(version.content.get("coverage", {}))
    told |= {one.get("topic") for one in version.content.get("requirement", [])}
    return [topic for topic in DOOR_TOPICS if topic.value not in told]
