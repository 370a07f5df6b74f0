from dataclasses import replace

from rounds.cli.report.plan.html import plan_as_html
from rounds.cli.report.plan.law import show_law
from rounds.core.legality.rules import WeeksLimit
from rounds.core.planner.explain.added_up import AddedUp
from rounds.core.planner.report.law import (
    added_up_item,
    added_up_lines,
    law_groups,
    telling,
)


def test_an_equal_ruling_is_said_once(answer, shown):
    one, *_ = answer.rulings
    same = replace(answer, rulings=(one, one))

    (group,) = law_groups(same)
    lines = shown(show_law, same)

    assert group.title == "Rotations 1 and 2: allowed, on a condition"
    assert [line for line in lines if line.startswith("  · ")] == [f"  · {group.title}"]
    sources = [source for finding in telling(one) for source in finding.answer.sources]
    assert sum(line.startswith("    Source: ") for line in lines) == len(sources) > 0
    assert sum(line.startswith("    Condition:") for line in lines) == len(one.conditions)


def test_without_a_rotation_nothing_is_said(nothing_helps, shown):
    assert shown(show_law, nothing_helps) == []


def test_weeks_under_one_condition_are_added_up_below_the_rulings(answer, shown):
    rule = next(one for one in answer.problem.rulebook.rules if one.limit)
    three = AddedUp(rule.id, "At most 12 weeks.", WeeksLimit(12, 2), answer.plan.terms, 8)
    summed = replace(answer, added_up=(three,))

    assert added_up_lines(summed) == [f"At most 12 weeks. Added up: {three.sentence}"]
    assert "  ! At most 12 weeks. Added up:" in "\n".join(shown(show_law, summed))
    within = replace(answer, added_up=(replace(three, told=0),))
    assert "  · At most 12 weeks. Added up:" in "\n".join(shown(show_law, within))
    assert added_up_lines(answer) == []
    assert added_up_item(summed) == [
        {
            "rule": "ny-student-clerkship",
            "condition": "At most 12 weeks.",
            "rotations": [term.code for term in answer.plan.terms],
            "told_weeks": 8,
            "weeks": three.weeks,
            "most_weeks": 12,
            "passed": True,
            "sentence": three.sentence,
        }
    ]
    assert f"<p>At most 12 weeks. Added up: {answer.plan.terms[0].code}" in plan_as_html(summed)
