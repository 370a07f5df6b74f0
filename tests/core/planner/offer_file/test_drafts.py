"""What must agree within a term and between terms."""

from dataclasses import replace
from datetime import date

import pytest

from rounds.core.planner.offer_file.drafts import Draft, note_disagreements, term_problems
from rounds.core.planner.offers import PriceLine, Site, Term
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Kind, Mode, Role, Setting

FERN = Site("fern", "Fern Hospital (fictional)", "Fern Falls", "OH", travel_cents=200_00)
FOUR_WEEKS = DateSpan(date(2027, 1, 4), date(2027, 1, 29))
TERM = Term(
    code="A",
    rotation="Wards",
    site=FERN,
    author="Dr. Fern (fictional)",
    specialty="internal medicine",
    kind=Kind.EXTERNSHIP,
    role=Role.HANDS_ON,
    mode=Mode.IN_PERSON,
    hours=((Setting.OFFICE, 40),),
    span=FOUR_WEEKS,
    weeks=4,
    seats=1,
    price=(PriceLine("tuition", 900_00), PriceLine("check", 54_00, once="background")),
)


def told(*terms: Term) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    drafts = [
        Draft(term, f"line {line}", lambda c, s, line=line: found.append((f"line {line}", c, s)))
        for line, term in enumerate(terms, start=2)
    ]
    note_disagreements(drafts)
    return found


def test_a_term_whose_weeks_fit_is_good():
    assert list(term_problems(Kind.EXTERNSHIP, Role.HANDS_ON, FOUR_WEEKS, 4)) == []
    assert list(term_problems(Kind.OBSERVERSHIP, Role.OBSERVING, FOUR_WEEKS, 1)) == []


def test_more_weeks_than_the_calendar_holds_are_refused():
    assert list(term_problems(Kind.EXTERNSHIP, Role.HANDS_ON, FOUR_WEEKS, 5)) == [
        (
            "weeks",
            (
                "5 certified weeks do not fit between 2027-01-04 and 2027-01-29, "
                "which touch 4 calendar weeks."
            ),
        )
    ]


def test_an_observership_is_never_hands_on():
    assert list(term_problems(Kind.OBSERVERSHIP, Role.HANDS_ON, FOUR_WEEKS, 4)) == [
        ("role", "an observership is never hands-on; correct the kind or the role.")
    ]


def test_terms_that_agree_are_good():
    assert told(TERM, replace(TERM, code="B"), replace(TERM, code="C", site=replace(FERN))) == []


def test_a_code_used_twice_names_the_first_place():
    assert told(TERM, replace(TERM, seats=2)) == [
        ("line 3", "code", "the code A is used before, in line 2.")
    ]


def test_a_site_described_in_two_ways_names_what_differs():
    other = replace(FERN, name="Fern Clinic (fictional)", is_medical_school_hospital=True)

    assert told(TERM, replace(TERM, code="B", site=other)) == [
        (
            "line 3",
            "site_id",
            (
                "the site fern is described in another way in line 2 "
                "(name, is medical school hospital)."
            ),
        )
    ]


def test_a_town_has_one_amount_for_travel():
    near = Site("moss", "Moss Office (fictional)", "Fern Falls", "OH", travel_cents=None)
    far = Site("reed", "Reed Office (fictional)", "Fern Falls", "TX", travel_cents=1)

    assert told(TERM, replace(TERM, code="B", site=near), replace(TERM, code="C", site=far)) == [
        (
            "line 3",
            "travel",
            (
                "travel to Fern Falls, OH costs unknown here and $200 in line 2; "
                "a town has one amount."
            ),
        )
    ]


def test_both_amounts_for_travel_to_a_town_are_said():
    near = Site("moss", "Moss Office (fictional)", "Fern Falls", "OH", travel_cents=150_00)

    assert told(TERM, replace(TERM, code="B", site=near)) == [
        (
            "line 3",
            "travel",
            "travel to Fern Falls, OH costs $150 here and $200 in line 2; a town has one amount.",
        )
    ]


@pytest.mark.parametrize(("cents", "words"), [(60_00, "$60"), (None, "unknown")])
def test_a_cost_paid_once_has_one_amount(cents, words):
    other = replace(TERM, code="B", price=(PriceLine("check", cents, once="background"),))

    assert told(TERM, other) == [
        (
            "line 3",
            "price",
            (
                f"the cost [background] is {words} here and $54 in line 2; "
                "a cost paid once has one amount."
            ),
        )
    ]


def test_two_keys_are_two_costs():
    two = (PriceLine("check", 5_00, once="check"), PriceLine("visa", 6_00, once="visa"))

    assert told(replace(TERM, price=two)) == []


def test_two_amounts_for_one_key_within_a_term_are_told():
    twice = (PriceLine("check", 5_00, once="k"), PriceLine("check", 6_00, once="k"))

    assert [(place, column) for place, column, _ in told(replace(TERM, price=twice))] == [
        ("line 2", "price")
    ]
