"""The doors that open, under the clauses that open them; the possible ones stand apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rounds.core.eligibility.assess import decides
from rounds.core.eligibility.rules import describe
from rounds.core.planner.explain.doors import ClauseChange, DoorChange
from rounds.core.planner.explain.words import counted, listed
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.items import Item, program_item, source_item
from rounds.core.planner.report.words import program_name, program_town
from rounds.core.vocabulary import CURES, Origin, UnknownCause, Verdict

NOT_ODDS = (
    "Doors, not odds: an open door means that you meet every rule the program states for applying. "
    "No published figure says what a rotation adds to the chance of matching."
)
FEW = 10
POSSIBLE = (
    "These would open if everything still unknown turned out well. It may not. A door may have "
    "several doubts:"
)
LETTERS = (
    "{} on letters not yet written. A letter is its writer's to give: this count assumes that "
    "each author of these rotations whose policy is to write does write."
)


@dataclass(frozen=True, slots=True)
class DoorGroup:
    """Doors moved by the same clauses: ``lines`` say which, ``changes`` are the doors."""

    lines: tuple[str, ...]
    changes: tuple[DoorChange, ...]


def doors_item(answer: Answer) -> Item:
    """Doors opened and made possible, and the counts before and after."""
    doors = answer.doors
    return {
        "open_before": doors.open_before,
        "open_after": doors.open_after,
        "newly_open": [_door_item(change) for change in doors.opened],
        "newly_possible": [_door_item(change) for change in doors.made_possible],
        "out_of_date": doors.stale,
    }


def groups_of(answer: Answer, changes: Sequence[DoorChange]) -> list[DoorGroup]:
    """Doors by the clauses that moved, the largest group first."""
    groups: dict[tuple[str, ...], list[DoorChange]] = {}
    for change in changes:
        lines = tuple(clause_line(answer, clause) for clause in change.clauses)
        groups.setdefault(lines, []).append(change)
    ordered = sorted(groups.items(), key=lambda group: -len(group[1]))
    return [DoorGroup(lines, tuple(found)) for lines, found in ordered]


def clause_line(answer: Answer, clause: ClauseChange) -> str:
    """``Now met with rotation 1: 4 weeks …``: it may need what the person already has."""
    numbers = [str(answer.numbers[code]) for code in clause.terms]
    by = f" with rotation{'s' if len(numbers) > 1 else ''} {listed(numbers)}" if numbers else ""
    now = {
        Verdict.MET: f"Now met{by}",
        Verdict.UNKNOWN: f"Now possible{by}",
        Verdict.UNMET: "Now not met",
    }[clause.after]
    return f"{now}: {describe(clause.requirement.rule)}."


def letter_lines(answer: Answer) -> list[str]:
    """How many newly open doors rest on letters that their authors have still to give."""
    authors = {term.author for term in answer.plan.terms}
    resting = sum(
        any(
            evidence.origin is Origin.PLANNED and evidence.ref in authors
            for finding in change.after.findings
            if decides(finding.requirement)
            for evidence in finding.evidence
        )
        for change in answer.doors.opened
    )
    if not resting:
        return []
    return [LETTERS.format(f"{counted(resting, 'door')} {'rests' if resting == 1 else 'rest'}")]


def cause_lines(changes: Sequence[DoorChange]) -> list[str]:
    """What is still unknown about these doors, and who can cure it."""
    causes = Counter(cause for change in changes for cause in change.after.causes)
    return [
        f"{counted(causes[cause], 'door')}: {CURES[cause]}."
        for cause in UnknownCause
        if causes[cause]
    ]


def possible_lists(answer: Answer) -> list[tuple[str, list[DoorChange]]]:
    """Newly possible doors: those of the planned season, and the older layer apart."""
    season = answer.problem.season.year
    current: list[DoorChange] = []
    older: list[DoorChange] = []
    for change in answer.doors.made_possible:
        (older if UnknownCause.STALE in change.after.causes else current).append(change)
    titles = (f"By rules current for season {season}", f"By rules older than season {season}")
    return [(t, found) for t, found in zip(titles, (current, older), strict=True) if found]


def door_line(change: DoorChange) -> str:
    """Name, town, and what is left to do later."""
    later = later_line(change)
    line = f"{program_name(change.program)} – {program_town(change.program)}"
    return f"{line}; {later}" if later else line


def later_line(change: DoorChange) -> str:
    """What is still to do at later stages, or nothing."""
    left = change.after.still_to_do
    return f"{counted(len(left), 'clause')} still to meet after applying" if left else ""


def _door_item(change: DoorChange) -> Item:
    return {
        **program_item(change.program),
        "before": change.before.door.value,
        "after": change.after.door.value,
        "causes": sorted(cause.value for cause in change.after.causes),
        "needs": list(change.needs),
        "clauses": [
            {
                "id": clause.requirement.id,
                "topic": clause.requirement.topic.value,
                "asks": describe(clause.requirement.rule),
                "before": clause.before.value,
                "after": clause.after.value,
                "rotations": list(clause.terms),
                "source": source_item(clause.requirement.source),
            }
            for clause in change.clauses
        ],
        "still_to_do": [finding.sentence for finding in change.after.still_to_do],
    }
