from dataclasses import replace

from rounds.cli.report.plan.law import law_groups, permission_words, show_law, telling
from rounds.core.facts import StatusSpan
from rounds.core.planner.activity import ruling_on
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


def test_every_layer_that_says_something_is_heard(answer):
    layers = [finding.layer.value for finding in telling(answer.rulings[1])]

    assert layers == ["immigration", "state"]
