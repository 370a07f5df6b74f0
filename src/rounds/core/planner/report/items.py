"""Values of the core as plain JSON: one shape each, documented in docs/formats.md."""

from datetime import date
from typing import Any  # Any: JSON

from rounds.core.eligibility.assess import Finding
from rounds.core.eligibility.programs import Program
from rounds.core.facts import ApplicantFacts, conflicts
from rounds.core.seasons import Season
from rounds.core.values import Source

Item = dict[str, Any]


def season_item(season: Season) -> Item:
    """A season with the status and source of its dates."""
    return {
        "year": season.year,
        "status": season.status.value,
        "today": season.today.isoformat(),
        "apply_on": season.apply_on.isoformat(),
        "rank_on": season.rank_on.isoformat(),
        "start_on": season.start_on.isoformat(),
        "rules_from": season.rules_from,
        "source": season.source,
    }


def person_item(facts: ApplicantFacts, today: date) -> Item:
    """Who it is about, and which of the facts contradict each other or the calendar."""
    return {
        "name": facts.name,
        "conflicts": [{"code": c.code, "sentence": c.sentence} for c in conflicts(facts, today)],
    }


def program_item(program: Program) -> Item:
    """Which program it is."""
    return {
        "id": program.id,
        "name": program.name,
        "specialty": program.specialty,
        "city": program.city,
        "state": program.state,
        "fictional": program.is_fictional,
    }


def finding_item(finding: Finding) -> Item:
    """One clause judged."""
    return {
        "id": finding.requirement.id,
        "topic": finding.requirement.topic.value,
        "modality": finding.requirement.modality.value,
        "stage": finding.requirement.stage.value,
        "code": finding.code,
        "verdict": finding.verdict.value,
        "by_its_word": finding.by_its_word.verdict.value,
        "causes": sorted(cause.value for cause in finding.causes),
        "sentence": finding.sentence,
        "missing": list(finding.missing),
        "evidence": [
            {"ref": e.ref, "text": e.text, "origin": e.origin.value} for e in finding.evidence
        ],
        "source": source_item(finding.source),
    }


def source_item(source: Source) -> Item:
    """Where a rule was read."""
    return {
        "url": source.url,
        "via": source.via,
        "read_on": source.read_on,
        "as_of": source.as_of,
    }
