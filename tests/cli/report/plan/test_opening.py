from dataclasses import replace

from rounds.cli.report.plan.opening import show_opening
from rounds.core.facts import StatusSpan
from rounds.core.planner.report.opening import (
    contradictions,
)
from rounds.core.vocabulary import Status


def test_the_first_lines_answer_the_question(answer, shown):
    assert shown(show_opening, answer) == [
        "With these two rotations, $2,709.60 in all, 3 more doors stand open; 2 others",
        "would be possible.",
        "Proven best in this catalog. 1 door stands open without them.",
        "",
        "For Amara Quillhaven (fictional), as of Nov 22, 2026. Season 2028 (projected):",
        "applications open Sep 1, 2027.",
        "Within a budget of $3,500 and the days Nov 22, 2026 to Sep 1, 2027.",
        "The season's days are projected: the last published cycle moved on by 364 days a",
        "year.",
        "Programs and rotations marked (fictional) belong to a demo world; nothing in it",
        "is real.",
    ]


def test_contradictions_stand_out(answer, shown):
    told = StatusSpan(Status.US_CITIZEN)
    facts = replace(answer.problem.facts, statuses=(told, *answer.problem.facts.statuses))
    torn = replace(answer, problem=replace(answer.problem, facts=facts))

    lines = shown(show_opening, torn)

    assert len(contradictions(torn)) == sum(line.startswith("! ") for line in lines) > 0
    assert contradictions(answer) == []
