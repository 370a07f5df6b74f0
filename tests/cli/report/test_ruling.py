import json
from dataclasses import replace
from datetime import timedelta

import pytest

from rounds.cli.report.ruling import ruling_as_json, show_ruling
from rounds.core.facts import StatusSpan
from rounds.core.legality.permission import permission
from rounds.core.legality.rules import Grade
from rounds.core.planner.activity import activity_of
from rounds.core.planner.report.ruling import read_words, ruling_item
from rounds.core.vocabulary import Status


@pytest.fixture
def activity(answer):
    return activity_of(answer.plan.terms[1])


def test_the_answer_comes_first_and_four_layers_follow(answer, activity, shown):
    lines = shown(show_ruling, answer.problem.facts, activity, answer.rulings[1])

    assert lines[0] == (
        "Allowed, on a condition: observership, observing, in person in AZ, Feb 8, 2027"
    )
    layers = [line for line in lines if line.startswith("  · ")]
    assert [line.split(":")[0][4:] for line in layers] == [
        "Immigration",
        "State",
        "Site",
        "Agency",
    ]


def test_a_ruling_that_changes_within_the_term_is_told_day_by_day(answer, activity, shown):
    turn = activity.span.first + timedelta(days=7)
    facts = replace(
        answer.problem.facts,
        statuses=(
            StatusSpan(Status.B1, last=turn - timedelta(days=1)),
            StatusSpan(Status.J1, first=turn),
        ),
    )
    ruling = permission(facts, activity, answer.problem.rulebook)

    lines = shown(show_ruling, facts, activity, ruling)

    at = lines.index("Day by day")
    assert lines[at + 1 : at + 3] == [
        "  · Feb 8, 2027 to Feb 14, 2027: allowed",
        "  · Feb 15, 2027 to Mar 5, 2027: not known",
    ]
    assert [one["permission"] for one in ruling_item(ruling)["days"]] == ["allowed", "unknown"]


def test_a_contradiction_that_changes_no_answer_is_still_told(answer, activity, shown):
    facts = replace(answer.problem.facts, statuses=(StatusSpan(Status.B1), StatusSpan(Status.B2)))
    ruling = permission(facts, activity, answer.problem.rulebook)

    lines = shown(show_ruling, facts, activity, ruling)

    at = next(number for number, line in enumerate(lines) if line.startswith("!"))
    assert lines[at : at + 2] == [
        "! Two statuses that nobody holds on the same day are told for the same days: B-1",
        "  and B-2. Correct the dates, so that only what is true stays.",
    ]
    document = json.loads(ruling_as_json(facts, activity, ruling))
    assert [one["code"] for one in document["conflicts"]] == ["two_statuses"]


def test_the_json_says_what_was_asked_and_that_it_is_no_advice(answer, activity):
    document = json.loads(ruling_as_json(answer.problem.facts, activity, answer.rulings[1]))

    assert document["format"] == "rounds.legality/1"
    assert document["activity"]["first"] == "2027-02-08"
    assert document["notice"].startswith("This is not legal advice.")


def test_a_rule_read_at_a_third_party_is_labelled(answer, activity, shown):
    finding = answer.rulings[1].findings[0]
    (source, *_) = finding.answer.sources

    copied = replace(finding.answer, grade=Grade.REPRODUCED)
    at_home = replace(finding.answer, grade=Grade.PUBLISHER)

    assert read_words(source, copied) == f"third-party copy, {read_words(source, at_home)}"
    ruling = permission(
        replace(answer.problem.facts, statuses=(StatusSpan(Status.PERMANENT_RESIDENT),)),
        activity,
        answer.problem.rulebook,
    )
    marked = [one["third_party_copy"] for one in ruling_item(ruling)["layers"]]
    assert marked == [one.answer.grade is Grade.REPRODUCED for one in ruling.findings]
    assert True in marked
    assert "third-party copy," in " ".join(
        shown(show_ruling, answer.problem.facts, activity, ruling)
    )
