from dataclasses import replace

from rounds.core.facts import StatusSpan
from rounds.core.planner.activity import ruling_on
from rounds.core.planner.report.law import (
    law_groups,
    permission_words,
    telling,
)
from rounds.core.vocabulary import Permission, Status


def test_different_rulings_stand_apart(answer):
    citizen = replace(answer.problem.facts, statuses=(StatusSpan(Status.US_CITIZEN),))
    free = ruling_on(citizen, answer.plan.terms[1], answer.problem.rulebook)

    groups = law_groups(replace(answer, rulings=(answer.rulings[0], free)))

    assert [group.title for group in groups] == [
        "Rotation 1: allowed, on a condition",
        "Rotation 2: allowed",
    ]


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
