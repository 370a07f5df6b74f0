"""Which doors more rotations could still open, and which nothing but other facts could."""

from dataclasses import dataclass

from rounds.core.eligibility.assess import Assessment, Finding, decides
from rounds.core.eligibility.programs import is_current
from rounds.core.planner.explain.trees import grows
from rounds.core.seasons import Season
from rounds.core.vocabulary import Modality, Verdict


@dataclass(frozen=True, slots=True)
class Shut:
    """A program whose door more rotations could still open or make possible."""

    id: str
    can_open: bool
    can_be_possible: bool
    rules: tuple[int, ...]
    required_rules: tuple[int, ...]


def can_open_by_growth(assessment: Assessment, season: Season) -> bool:
    """True when only clauses that rotations can add to keep this door from being open."""
    if assessment.gaps or not is_current(assessment.program.source, season):
        return False
    return all(
        finding.outcome.is_met or (grows(finding.requirement.rule) and not finding.is_stale)
        for finding in assessment.findings
        if decides(finding.requirement)
    )


def can_be_possible_by_growth(assessment: Assessment) -> bool:
    """True when no required clause that rotations cannot add to is unmet."""
    return not any(
        finding.by_its_word.verdict is Verdict.UNMET and not grows(finding.requirement.rule)
        for finding in assessment.findings
        if decides(finding.requirement) and is_required(finding)
    )


def is_required(finding: Finding) -> bool:
    return finding.requirement.modality is Modality.REQUIRED
