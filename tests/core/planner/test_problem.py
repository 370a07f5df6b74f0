from dataclasses import replace
from datetime import date

import pytest

from rounds.core.facts import Letter
from rounds.core.planner.problem import Wishes, with_plan
from rounds.core.vocabulary import LetterPolicy
from tests.core.planner.worlds import CITIZEN, term

WRITES = {"letter_policy": LetterPolicy.WRITES, "turnaround_days": 14}


def test_a_plan_adds_experience_and_expected_letters():
    facts = with_plan(CITIZEN, (term("A", **WRITES), term("B", week=4)))

    assert [item.ref for item in facts.experience] == ["A", "B"]
    assert [letter.author for letter in facts.letters] == ["Dr. A (fictional)"]


def test_an_author_who_wrote_already_gives_no_second_letter():
    there = Letter("Dr. A (fictional)", None, None, date(2026, 1, 1))
    facts = replace(CITIZEN, letters=(there,))

    assert with_plan(facts, (term("A", **WRITES),)).letters == (there,)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"latest": date(2027, 1, 1)}, "end .* before they begin"),
        ({"budget": -1}, "less than nothing"),
        ({"letters": 5}, "between 0 and 4"),
        ({"letters": -1}, "between 0 and 4"),
    ],
)
def test_wishes_refuse_nonsense(wrong, sentence):
    dates = {"earliest": date(2027, 2, 1), "latest": date(2027, 9, 1)}

    with pytest.raises(ValueError, match=sentence):
        Wishes(**{**dates, **wrong})
