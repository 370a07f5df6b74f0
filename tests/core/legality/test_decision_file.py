from datetime import date

import pytest

from rounds.core.errors import BadInput
from rounds.core.legality.decision_file import read_agency_decisions
from rounds.core.legality.rules import Decision, When
from rounds.core.vocabulary import Kind, Permission, Status

GOOD = """\
# Fictional: the Example Agency has never decided anything.
[[decision]]
id = "2026-oh-1"
decision = "allow"
states = ["OH", "MI"]
kinds = ["externship"]
statuses = ["us_citizen", "permanent_resident"]
facts = { graduate = true }
decided_by = "A. Owner"
decided_on = 2026-10-01
until = 2027-12-31
counsel = "Example & Partners, memo 12"
reason = "the board answered in writing (fictional)."
fictional = true
"""


def problems(text: str) -> list[str]:
    with pytest.raises(BadInput) as caught:
        read_agency_decisions(text, "d.toml")
    return [str(problem) for problem in caught.value.problems]


def test_a_decision_is_read_whole():
    (decision,) = read_agency_decisions(GOOD, "d.toml")

    assert isinstance(decision, Decision)
    assert decision.permission is Permission.ALLOWED_BY_AGENCY_DECISION
    assert decision.when == When(
        statuses=frozenset({Status.US_CITIZEN, Status.PERMANENT_RESIDENT}),
        kinds=frozenset({Kind.EXTERNSHIP}),
        states=frozenset({"OH", "MI"}),
        facts=decision.when.facts,
    )
    assert [(fact.value, value) for fact, value in decision.when.facts] == [("graduate", True)]
    assert (decision.id, decision.decided_by) == ("2026-oh-1", "A. Owner")
    assert (decision.decided_on, decision.until) == (date(2026, 10, 1), date(2027, 12, 31))
    assert decision.counsel == "Example & Partners, memo 12"
    assert decision.reason == "the board answered in writing (fictional)."
    assert decision.is_fictional


def test_a_decision_can_refuse_and_is_real_unless_it_says_so():
    text = GOOD.replace('"allow"', '"refuse"').replace("fictional = true\n", "")

    (decision,) = read_agency_decisions(text, "d.toml")
    assert decision.permission is Permission.NOT_ALLOWED
    assert not decision.is_fictional


def test_everything_missing_is_named_at_once_with_its_line():
    assert problems("[[decision]]\n") == [
        f"d.toml:1: decision[0].{key}: '{key}' is missing; add it."
        for key in sorted(
            [
                "counsel",
                "decided_by",
                "decided_on",
                "decision",
                "id",
                "kinds",
                "reason",
                "states",
                "statuses",
                "until",
            ]
        )
    ]


@pytest.mark.parametrize(
    ("good", "bad", "line", "sentence"),
    [
        (
            '"allow"',
            '"allows"',
            4,
            'decision[0].decision: \'decision\' does not know "allows"; did you mean "allow"?',
        ),
        (
            '["OH", "MI"]',
            '["Ohio"]',
            5,
            "decision[0].states: 'states' does not know \"Ohio\".",
        ),
        (
            '["externship"]',
            "[]",
            6,
            "decision[0].kinds: 'kinds' is empty; leave it out to cover all.",
        ),
        (
            "2026-10-01",
            "2028-10-01",
            11,
            "decision[0].until: 'until' (2027-12-31) is before 'decided_on' (2028-10-01).",
        ),
        (
            "graduate = true",
            "alumnus = true",
            8,
            "decision[0].facts.alumnus: 'alumnus' is not known here",
        ),
        (
            "graduate = true",
            'graduate = "yes"',
            8,
            "decision[0].facts.graduate: 'graduate' must be true or false, not \"yes\".",
        ),
        (
            "fictional = true",
            "fictionall = true",
            14,
            "decision[0].fictionall: 'fictionall' is not known here; did you mean \"fictional\"?",
        ),
    ],
)
def test_a_mistake_is_named_with_line_and_key(good, bad, line, sentence):
    (found,) = problems(GOOD.replace(good, bad, 1))

    assert found.startswith(f"d.toml:{line}: {sentence}")


def test_one_id_is_used_once():
    assert problems(GOOD + GOOD) == ["d.toml:17: decision[1].id: the id 2026-oh-1 is used twice."]


def test_an_empty_file_is_no_set_of_decisions():
    assert problems("") == ["d.toml: decision: the file holds no decision."]


def test_what_is_not_toml_is_refused_with_its_line():
    (problem,) = problems("[[decision]]\nid = \n")
    assert problem.startswith("d.toml:2: this is not valid TOML: a value is missing")


def test_a_decision_may_cover_a_single_day():
    (decision,) = read_agency_decisions(GOOD.replace("2027-12-31", "2026-10-01"), "d.toml")

    assert decision.decided_on == decision.until


def test_a_broken_decision_does_not_hide_the_next_one():
    found = problems(GOOD.replace('id = "2026-oh-1"\n', "") + GOOD.replace("2026-10-01", "3"))

    assert [line.split(": ")[1] for line in found] == ["decision[0].id", "decision[1].decided_on"]
