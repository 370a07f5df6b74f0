from datetime import date

import pytest

from rounds.core.vocabulary import Topic
from rounds.web.programs.bridge.drafts import (
    clauses_of,
    findings_of,
    is_address,
    season_of_source,
    unread_topics,
)
from rounds.web.programs.models import Program, RequirementVersion

ON = date(2026, 11, 27)
PROGRAM = Program(code="a", name="A", specialty="urology", state_code="NY")
VISA = {
    "id": "visa", "topic": "sponsorship", "modality": "required",
    "rule": {"sponsorship": {"visas": ["j1"]}},
}  # fmt: skip


def draft(*clauses, coverage=None, **over):
    told = {
        "source_url": "https://a.example/rules", "source_name": "A", "via": "live page",
        "read_on": "2026-11", "as_of": "2027-2028", **over,
    }  # fmt: skip
    content = {"requirement": list(clauses)}
    if coverage:
        content["coverage"] = coverage
    return RequirementVersion(program=PROGRAM, content=content, **told)


def sentences(version):
    return [one.sentence for one in findings_of(version, on=ON)]


def test_a_whole_draft_has_no_finding():
    assert findings_of(draft(VISA), on=ON) == []
    assert findings_of(draft(coverage={"experience": "expressly_none"}), on=ON) == []


def test_an_empty_draft_tells_everything_at_once():
    found = findings_of(RequirementVersion(program=PROGRAM), on=ON)

    assert [one.where for one in found] == ["source"] * 4 + ["clauses"]


@pytest.mark.parametrize(
    ("over", "says"),
    [
        ({"source_url": "a.example"}, "Give the address"),
        ({"source_name": " "}, "Name the source"),
        ({"via": ""}, "Say how the page was read"),
        ({"read_on": "November"}, "Say in which month"),
        ({"read_on": "2026-12"}, "The page cannot have been read"),
    ],
)
def test_source_and_date_are_required(over, says):
    (found,) = sentences(draft(VISA, **over))
    assert found.startswith(says)


def test_a_clause_that_is_wrong_hides_no_other():
    empty = {**VISA, "id": "empty"}
    del empty["rule"]
    wrong = {**VISA, "id": "wrong", "rule": {"exam_passed": {"exam": "step_9"}}}
    found = findings_of(draft(VISA, empty, wrong), on=ON)

    assert [(one.where, one.clause) for one in found] == [("clause", "empty"), ("clause", "wrong")]
    assert "does not know" in found[1].sentence
    assert [one.words for one in clauses_of(draft(VISA, empty))] == [
        "The program requires a right to train without visa sponsorship, or on J-1.",
        "Not complete yet",
    ]


def test_a_topic_told_two_ways_is_found_when_all_is_read_together():
    (found,) = findings_of(draft(VISA, coverage={"sponsorship": "not_stated"}), on=ON)

    assert "is stated above" in found.sentence
    assert found.where == "source"


def test_a_clause_due_later_says_when():
    (clause,) = clauses_of(draft({**VISA, "stage": "rank"}))

    assert clause.words.startswith("To be ranked, the program requires")


def test_the_season_is_the_one_the_core_reads():
    assert season_of_source(draft()) == 2028
    assert season_of_source(draft(as_of="", via="archived copy")) is None
    assert season_of_source(draft(read_on="")) is None


def test_topics_nobody_has_read_are_named():
    assert unread_topics(draft(VISA)) == [Topic.EXPERIENCE, Topic.GRADUATION]
    assert unread_topics(draft(VISA, coverage={"graduation": "not_stated"})) == [Topic.EXPERIENCE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.example/x", True), ("http://a.example", True), ("a.example", False),
        ("https://localhost", False), ("javascript:alert(1)//a.b", False), ("", False),
    ],
)  # fmt: skip
def test_an_address_is_one_of_the_web(text, expected):
    assert is_address(text) is expected
