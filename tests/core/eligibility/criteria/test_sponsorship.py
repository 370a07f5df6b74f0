from dataclasses import replace

import pytest

from rounds.core.eligibility.rules import judge
from rounds.core.eligibility.verdict import Evidence
from rounds.core.vocabulary import Origin, UnknownCause, Verdict, Visa
from tests.core.eligibility.makers import NOBODY, case, rule, verdict

J1 = rule('sponsorship = { visas = ["j1"] }')
BOTH = rule('sponsorship = { visas = ["j1", "h1b"] }')
NONE = rule("sponsorship = { visas = [] }")


def person(needs=None, visas=None):
    wanted = None if visas is None else frozenset(visas)
    return replace(NOBODY, needs_sponsorship=needs, sponsorship_visas=wanted)


@pytest.mark.parametrize(
    ("asked", "facts", "expected"),
    [
        (J1, person(), Verdict.UNKNOWN),
        (BOTH, person(visas=[Visa.J1]), Verdict.UNKNOWN),
        (NONE, person(), Verdict.UNKNOWN),
        (J1, person(needs=False), Verdict.MET),
        (NONE, person(needs=False), Verdict.MET),
        (J1, person(needs=True), Verdict.UNKNOWN),
        (J1, person(True, [Visa.J1]), Verdict.MET),
        (J1, person(True, [Visa.H1B]), Verdict.UNMET),
        (J1, person(True, []), Verdict.UNMET),
        (BOTH, person(True, [Visa.H1B]), Verdict.MET),
        (NONE, person(needs=True), Verdict.UNMET),
        (NONE, person(True, [Visa.J1, Visa.H1B]), Verdict.UNMET),
    ],
)
def test_who_needs_a_visa_needs_one_that_is_sponsored(asked, facts, expected):
    assert verdict(asked, facts) is expected


def outcome(asked, facts):
    return judge(asked, case(facts))


def test_what_is_not_told_is_asked_for():
    assert outcome(J1, person()).causes == {UnknownCause.NOT_TOLD}
    assert outcome(J1, person()).missing == ("whether you need visa sponsorship for residency",)
    assert outcome(J1, person(needs=True)).missing == ("which visas you could train on",)


def test_what_is_needed_and_what_is_there():
    found = outcome(J1, person(True, [Visa.H1B]))

    assert found.missing == ("being able to train on J-1",)
    assert found.evidence[0].text == "you need visa sponsorship (H-1B)"
    assert outcome(J1, person(True, [])).evidence[0].text == (
        "you need visa sponsorship (no visa told)"
    )
    assert outcome(NONE, person(needs=True)).missing == (
        "a right to train without visa sponsorship",
    )
    assert outcome(J1, person(needs=False)).evidence[0].text == "you need no visa sponsorship"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (NONE, "a right to train without visa sponsorship"),
        (J1, "a right to train without visa sponsorship, or on J-1"),
        (BOTH, "a right to train without visa sponsorship, or on J-1 or H-1B"),
    ],
)
def test_the_clause_in_words(asked, words):
    assert asked.describe() == words


@pytest.mark.parametrize(
    ("asked", "facts", "text"),
    [
        (NONE, person(needs=True), "you need visa sponsorship"),
        (J1, person(needs=True), "you need visa sponsorship"),
        (J1, person(True, [Visa.J1]), "you need visa sponsorship (J-1)"),
        (J1, person(needs=False), "you need no visa sponsorship"),
    ],
)
def test_the_evidence_is_the_applicants_word(asked, facts, text):
    assert outcome(asked, facts).evidence == (Evidence("residency", text, Origin.OWN_WORD),)


def test_visas_not_told_are_the_applicants_to_tell():
    assert outcome(J1, person(needs=True)).causes == {UnknownCause.NOT_TOLD}
