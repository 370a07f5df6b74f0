from datetime import timedelta

import pytest

from rounds.core.vocabulary import LetterPolicy, Origin
from tests.core.planner.worlds import term


def test_a_term_becomes_a_planned_us_experience():
    one = term("A", weeks=3)
    item = one.as_experience()

    assert (item.ref, item.span, item.weeks, item.origin) == ("A", one.span, 3, Origin.PLANNED)
    assert (item.country, item.state, item.place) == (
        "US",
        "NY",
        "rotation A, Fairport Hospital (fictional)",
    )


@pytest.mark.parametrize(
    ("policy", "turnaround", "certain"),
    [
        (LetterPolicy.WRITES, 14, True),
        (LetterPolicy.CONDITIONAL, 14, False),
        (LetterPolicy.WRITES, None, None),
        (LetterPolicy.DOES_NOT_WRITE, 14, None),
        (LetterPolicy.UNKNOWN, 14, None),
    ],
)
def test_a_letter_needs_a_policy_and_a_turnaround(policy, turnaround, certain):
    one = term("A", letter_policy=policy, turnaround_days=turnaround)
    letter = one.as_letter()

    assert (None if letter is None else letter.is_certain) is certain
    if letter is not None:
        assert letter.ready_on == one.span.last + timedelta(days=14)
        assert (letter.author, letter.is_us_physician) == (one.author, True)


def test_a_site_s_town_is_its_city_and_state():
    assert term("A").site.town == "Fairport, NY"
