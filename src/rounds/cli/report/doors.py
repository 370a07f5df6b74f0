"""The doors of one person as they stand, on a terminal and as JSON."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rounds.cli.page import Page
from rounds.core.eligibility.assess import Assessment, Finding, date_line, due_line
from rounds.core.facts import ApplicantFacts, conflicts
from rounds.core.planner.explain.words import counted, listed, number
from rounds.core.planner.report.items import finding_item, person_item, program_item, season_item
from rounds.core.planner.report.words import DOOR_WORDS, program_name, program_town, season_line
from rounds.core.seasons import Season
from rounds.core.vocabulary import CURES, Coverage, Door, Stage, UnknownCause

DOORS_FORMAT = "rounds.doors/1"
FEW = 5
NOT_ODDS = (
    "A door is open when you meet every rule a program states for applying. Rounds counts doors, "
    "not odds: no published figure says what a rotation adds to the chance of matching."
)
CAUSE_WORDS = {
    UnknownCause.NOT_TOLD: "you have not told Rounds a fact",
    UnknownCause.NOT_STATED: "the program does not state something",
    UnknownCause.NOT_TESTABLE: "only a person can judge the wording",
    UnknownCause.PENDING: "a dated fact is still to come",
    UnknownCause.STALE: "the rules known are of an older season",
}
COVERAGE_WORDS = {
    Coverage.NOT_STATED: "not stated",
    Coverage.NOT_READ: "not read yet",
}


@dataclass(frozen=True, slots=True)
class DoorsPage:
    """One person, one season, every program assessed; ``wanted`` lists one sort of door."""

    facts: ApplicantFacts
    season: Season
    assessments: tuple[Assessment, ...]
    wanted: Door | None = None

    def of(self, door: Door) -> tuple[Assessment, ...]:
        return tuple(one for one in self.assessments if one.door is door)


def show_doors(doors: DoorsPage, page: Page) -> None:
    """The counts first, then every open door, and the reasons of the others."""
    page.lead(_headline(doors))
    _show_frame(doors, page)
    for door in (doors.wanted,) if doors.wanted else Door:
        _show_group(doors, door, page)
    page.line()
    page.quiet(NOT_ODDS)


def show_program(doors: DoorsPage, page: Page) -> None:
    """Every clause of the only program on the page."""
    (one,) = doors.assessments
    program = one.program
    page.lead(f"{program.name}: the door is {DOOR_WORDS[one.door]}.")
    page.line(f"{program.specialty.capitalize()}, {program_town(program)}.")
    _show_frame(doors, page)
    _show_clauses("For applying", one.findings, Stage.APPLY, doors, page)
    for stage in (Stage.INTERVIEW, Stage.RANK, Stage.START):
        _show_clauses(f"Later, to {stage.value}", one.findings, stage, doors, page)
    if one.gaps:
        page.heading("What the page leaves open")
    for topic, coverage in one.gaps:
        page.item("·", f"{topic.value}: {COVERAGE_WORDS[coverage]}", indent=2)
    for note in program.notes:
        page.item("·", note, indent=2)
    page.line()
    page.quiet(NOT_ODDS)


def doors_as_json(doors: DoorsPage) -> str:
    """The document ``rounds.doors/1``."""
    shown = doors.of(doors.wanted) if doors.wanted else doors.assessments
    document = {
        "format": DOORS_FORMAT,
        "season": season_item(doors.season),
        "applicant": person_item(doors.facts, doors.season.today),
        "counts": {door.value: len(doors.of(door)) for door in Door}
        | {
            "could_be_open": sum(_could_open(one) for one in doors.assessments),
            "out_of_date": sum(UnknownCause.STALE in one.causes for one in doors.assessments),
        },
        "programs": [
            program_item(one.program)
            | {
                "door": one.door.value,
                "could_be_open": _could_open(one),
                "causes": sorted(cause.value for cause in one.causes),
                "gaps": {topic.value: coverage.value for topic, coverage in one.gaps},
                "clauses": [finding_item(finding) for finding in one.findings],
            }
            for one in shown
        ],
    }
    return json.dumps(document, indent=2, ensure_ascii=False)


def _headline(doors: DoorsPage) -> str:
    total = len(doors.assessments)
    counts = [len(doors.of(door)) for door in (Door.OPEN, Door.CLOSED, Door.UNDECIDED)]
    verb = "stands" if counts[0] == 1 else "stand"
    opened, closed, undecided = (number(count) if count else "none" for count in counts)
    return (
        f"Of {counted(total, 'program')}, {opened} {verb} open today, "
        f"{closed} {'is' if counts[1] == 1 else 'are'} closed and {undecided} undecided."
    )


def _show_frame(doors: DoorsPage, page: Page) -> None:
    name = doors.facts.name or "the applicant"
    page.line(f"For {name}. {season_line(doors.season)}.")
    possible = sum(_could_open(one) for one in doors.assessments)
    if possible and len(doors.assessments) > 1:
        page.line(f"{counted(possible, 'undecided door')} would open if every doubt ended well.")
    for conflict in conflicts(doors.facts, doors.season.today):
        page.item("!", conflict.sentence)


def _show_group(doors: DoorsPage, door: Door, page: Page) -> None:
    group = doors.of(door)
    if not group:
        return
    page.heading(f"{DOOR_WORDS[door].capitalize()}: {counted(len(group), 'program')}")
    if door is not Door.OPEN:
        for sentence in _reasons(group, door):
            page.line(sentence, indent=2)
    shown = group if door in (Door.OPEN, doors.wanted) else group[:FEW]
    for one in shown:
        page.item("·", f"{program_name(one.program)} – {program_town(one.program)}", indent=2)
        for sentence in _why(one):
            page.quiet(sentence, indent=4)
    if len(shown) < len(group):
        left = len(group) - len(shown)
        page.line(f"and {left:,} more; --door {door.value} lists all.", indent=2)


def _reasons(group: Sequence[Assessment], door: Door) -> list[str]:
    if door is Door.CLOSED:
        topics = Counter(
            topic
            for one in group
            for topic in {f.requirement.topic.value for f in one.decisive if f.verdict == "unmet"}
        )
        parts = [f"{topic} at {count:,}" for topic, count in topics.most_common()]
        return [f"Not met: {listed(parts)}."]
    causes = Counter(cause for one in group for cause in one.causes)
    return [
        f"{count:,}: {CAUSE_WORDS[cause]} ({CURES[cause]})."
        for cause, count in causes.most_common()
    ]


def _why(one: Assessment) -> list[str]:
    if one.door is Door.OPEN:
        return [f"Later: {f.sentence}" for f in one.still_to_do]
    if one.door is Door.CLOSED:
        return [f.sentence for f in one.decisive if f.verdict == "unmet"]
    gaps = [f"{topic.value} {COVERAGE_WORDS[coverage]}" for topic, coverage in one.gaps]
    sentences = [f.sentence for f in one.decisive]
    return [*sentences, *([f"Its page leaves open: {listed(gaps)}."] if gaps else [])]


def _show_clauses(
    title: str, findings: Sequence[Finding], stage: Stage, doors: DoorsPage, page: Page
) -> None:
    chosen = [finding for finding in findings if finding.requirement.stage is stage]
    if not chosen:
        return
    page.heading(f"{title}, {due_line(stage, doors.season)}")
    for finding in chosen:
        page.item("·", finding.sentence, indent=2)
        page.quiet(f"Source: {date_line(finding.source)}", indent=4)


def _could_open(one: Assessment) -> bool:
    return one.door is Door.UNDECIDED and one.is_possible
