from dataclasses import replace
from datetime import date, timedelta

from rounds.core.eligibility.assess import assess
from rounds.core.facts import StatusSpan
from rounds.core.planner.report.items import finding_item, person_item, program_item, season_item
from rounds.core.vocabulary import Status

TODAY = date(2026, 11, 22)


def test_a_season_carries_status_and_source(answer):
    item = season_item(answer.problem.season)

    assert {key: item[key] for key in ("year", "status", "apply_on", "rules_from")} == {
        "year": 2028,
        "status": "projected",
        "apply_on": "2027-09-01",
        "rules_from": 2027,
    }
    assert item["source"].startswith("projected from 2027: https://")


def test_contradictions_of_a_person_are_named(answer):
    facts = replace(
        answer.problem.facts, statuses=(StatusSpan(Status.US_CITIZEN), StatusSpan(Status.B2))
    )

    assert "two_statuses" in [one["code"] for one in person_item(facts, TODAY)["conflicts"]]


def test_a_result_from_the_future_is_a_contradiction(answer):
    told = replace(answer.problem.facts.exams[0], taken_on=TODAY + timedelta(days=1))
    facts = replace(answer.problem.facts, exams=(told, *answer.problem.facts.exams[1:]))

    codes = [one["code"] for one in person_item(facts, TODAY)["conflicts"]]
    assert "result_before_exam" in codes


def test_a_program_says_whether_it_is_fictional(answer, with_older_layer):
    assert program_item(answer.problem.programs[0])["fictional"] is True
    assert program_item(with_older_layer.problem.programs[-1])["fictional"] is False


def test_a_finding_carries_its_verdict_reasons_and_source(answer):
    problem = answer.problem
    (one,) = assess(problem.facts, problem.programs[:1], problem.season)
    finding = one.findings[0]

    item = finding_item(finding)

    assert (item["code"], item["verdict"], item["stage"]) == ("experience.unmet", "unmet", "apply")
    assert item["sentence"] == finding.sentence
    assert item["source"]["url"] == finding.source.url
