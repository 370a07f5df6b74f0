from dataclasses import replace

from rounds.cli.report.plan.html import plan_as_html
from rounds.cli.report.plan.law import (
    added_up_item,
    added_up_lines,
    law_groups,
    permission_words,
    show_law,
    telling,
)
from rounds.core.facts import StatusSpan
from rounds.core.legality.rules import WeeksLimit
from rounds.core.planner.activity import ruling_on
from rounds.core.planner.explain.added_up import AddedUp
from rounds.core.vocabulary import Permission, Status


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


def test_different_rulings_stand_apart(answer):
    citizen = replace(answer.problem.facts, statuses=(StatusSpan(Status.US_CITIZEN),))
    free = ruling_on(citizen, answer.plan.terms[1], answer.problem.rulebook)

    groups = law_groups(replace(answer, rulings=(answer.rulings[0], free)))

    assert [group.title for group in groups] == [
        "Rotation 1: allowed, on a condition",
        "Rotation 2: allowed",
    ]


def test_without_a_rotation_nothing_is_said(nothing_helps, shown):
    assert shown(show_law, nothing_helps) == []


def test_a_sentence_that_another_layer_repeats_is_said_once(problem_for, with_older_layer):
    decided = [
        ruling
        for ruling in with_older_layer.rulings
        if ruling.permission is Permission.ALLOWED_BY_AGENCY_DECISION
    ]

    assert decided != []
    for ruling in decided:
        sentences = [finding.sentence for finding in telling(ruling)]
        assert not any(a != b and a in b for a in sentences for b in sentences)
        assert permission_words(ruling) == "allowed by the agency's recorded decision"


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


def test_every_layer_that_says_something_is_heard(answer):
    layers = [finding.layer.value for finding in telling(answer.rulings[1])]

    assert layers == ["immigration", "state"]
