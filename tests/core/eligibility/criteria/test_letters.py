from dataclasses import replace
from datetime import date

import pytest

from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.eligibility.rules import judge
from rounds.core.eligibility.verdict import Evidence
from rounds.core.vocabulary import Complete, Origin, Role, UnknownCause, Verdict
from tests.core.eligibility.makers import NOBODY, TODAY, case, letter, rule, verdict

TWO = rule("letters = { at_least = 2 }")
TWO_US = rule("letters = { at_least = 2, us_physician = true }")
ONE_FM = rule('letters = { at_least = 1, specialties = ["family medicine"] }')
ONE_SEEN = rule('letters = { at_least = 1, roles = ["hands_on"], letterhead = true }')


def person(*letters, complete=Complete.YES):
    return replace(NOBODY, letters=letters, letters_complete=complete)


def outcome(asked, facts, on=date(2027, 9, 1)):
    return judge(asked, case(facts, on))


def test_one_author_counts_once_however_many_letters():
    assert verdict(TWO, person(letter("A"), letter("A"))) is Verdict.UNMET
    assert verdict(TWO, person(letter("A"), letter("B"))) is Verdict.MET


def test_letters_fall_short_only_when_all_are_told():
    assert outcome(TWO, person(letter("A"))).missing == ("at least 1 more such letter",)
    assert outcome(TWO, person()).missing == ("at least 2 such letters",)
    unsure = outcome(TWO, person(letter("A"), complete=Complete.UNKNOWN))
    assert unsure.causes == {UnknownCause.NOT_TOLD}
    assert unsure.missing == ("whether you have more letters than you told",)


@pytest.mark.parametrize(
    ("asked", "change", "expected"),
    [
        (TWO_US, {"is_us_physician": False}, Verdict.UNMET),
        (TWO_US, {"is_us_physician": None}, Verdict.UNKNOWN),
        (TWO_US, {}, Verdict.MET),
        (TWO, {"is_us_physician": None, "specialty": None, "role": None}, Verdict.MET),
    ],
)
def test_what_is_asked_of_a_writer_must_be_told(asked, change, expected):
    assert verdict(asked, person(letter("A"), letter("B", **change))) is expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, Verdict.MET),
        ({"role": Role.OBSERVING}, Verdict.UNMET),
        ({"role": None}, Verdict.UNKNOWN),
        ({"on_letterhead": False}, Verdict.UNMET),
        ({"on_letterhead": None}, Verdict.UNKNOWN),
    ],
)
def test_the_work_seen_and_the_letterhead(change, expected):
    assert verdict(ONE_SEEN, person(letter("A", **change))) is expected


def test_the_specialty_of_the_writer():
    assert verdict(ONE_FM, person(letter("A"))) is Verdict.UNMET
    assert verdict(ONE_FM, person(letter("A", specialty="family medicine"))) is Verdict.MET


def test_of_a_letter_that_may_count_the_doubts_are_said():
    found = outcome(ONE_SEEN, person(letter("A", role=None, on_letterhead=None)))

    assert found.causes == {UnknownCause.NOT_TOLD}
    assert found.missing == (
        (
            "whether the letter by A counts: what work the writer saw is not told and whether it "
            "is on letterhead is not told"
        ),
    )


def test_an_author_who_surely_counts_leaves_no_doubt():
    facts = person(letter("A", role=None), letter("A"), letter("B", role=None))
    two_seen = LettersAsked(3, roles=frozenset({Role.HANDS_ON}))

    assert two_seen.tally(case(facts)).sure == 1
    assert two_seen.tally(case(facts)).possible == 2
    assert two_seen.tally(case(person(letter("A", role=None), letter("A")))).causes == frozenset()


def test_a_letter_counts_from_the_day_it_is_ready():
    facts = person(letter("A", ready_on=date(2026, 6, 1)), letter("B"))

    assert verdict(TWO, facts, date(2026, 6, 1)) is Verdict.MET
    assert verdict(TWO, facts, date(2026, 5, 31)) is Verdict.UNMET


def test_a_letter_still_to_be_written_is_pending_unless_planned():
    coming = letter("B", ready_on=date(2027, 5, 1))

    waiting = outcome(TWO, person(letter("A"), coming))
    assert waiting.causes == {UnknownCause.PENDING}
    assert waiting.missing == (
        "whether the letter by B counts: it is not ready before May 1, 2027",
    )
    planned = replace(coming, origin=Origin.PLANNED)
    assert verdict(TWO, person(letter("A"), planned)) is Verdict.MET


def test_a_planned_letter_under_conditions_is_only_possible():
    perhaps = letter("B", origin=Origin.PLANNED, is_certain=False)
    found = outcome(TWO, person(letter("A"), perhaps))

    assert found.causes == {UnknownCause.PENDING}
    assert found.missing == (
        "whether the letter by B counts: this site writes only under conditions",
    )


def test_letters_that_are_there_speak_before_planned_ones():
    planned = letter("C", origin=Origin.PLANNED, ready_on=date(2027, 5, 1))
    facts = person(planned, letter("A"), letter("B"))

    assert [item.ref for item in outcome(TWO, facts).evidence] == ["A", "B"]
    assert [item.ref for item in outcome(TWO, person(planned, letter("A"))).evidence] == ["C", "A"]
    both = person(replace(planned, author="A"), letter("A"))
    assert not outcome(LettersAsked(1), both).rests_on_plan
    assert not outcome(LettersAsked(1), person(*reversed(both.letters))).rests_on_plan


def test_a_letter_in_the_evidence():
    assert outcome(TWO, person(letter("Dr. A"))).evidence[0].text == (
        "letter by Dr. A, ready Jun 1, 2026"
    )


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (TWO, "at least 2 letters"),
        (TWO_US, "at least 2 letters by US physicians"),
        (LettersAsked(1, us_physician=True), "at least 1 letter by a US physician"),
        (ONE_FM, "at least 1 letter from family medicine"),
        (ONE_SEEN, "at least 1 letter about hands-on work on institutional letterhead"),
        (
            LettersAsked(1, roles=frozenset({Role.OBSERVING, Role.HANDS_ON})),
            "at least 1 letter about hands-on or observing work",
        ),
    ],
)
def test_the_clause_in_words(asked, words):
    assert asked.describe() == words


def test_a_clause_about_no_letter_is_refused():
    with pytest.raises(ValueError, match="asks for at least one"):
        LettersAsked(0)


def test_the_evidence_says_whose_word_it_is_whatever_the_verdict():
    attested = letter("A", origin=Origin.ATTESTED)
    told = (Evidence("A", "letter by A, ready Jun 1, 2026", Origin.ATTESTED),)

    assert outcome(LettersAsked(1), person(attested)).evidence == told
    assert outcome(TWO, person(attested)).evidence == told
    assert outcome(TWO, person(attested, complete=Complete.NO)).evidence == told


def test_an_untold_specialty_and_an_untold_writer_are_asked_about():
    family = outcome(ONE_FM, person(letter("A", specialty=None)))
    us = outcome(LettersAsked(1, us_physician=True), person(letter("A", is_us_physician=None)))

    assert family.missing == ("whether the letter by A counts: the writer's specialty is not told",)
    assert us.missing == (
        "whether the letter by A counts: whether the writer is a US physician is not told",
    )


def test_a_letter_ready_today_is_there():
    facts = person(letter("A", ready_on=TODAY))

    assert outcome(LettersAsked(1), facts).verdict is Verdict.MET
