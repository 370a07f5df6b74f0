from datetime import date

import pytest

from rounds.core.legality.rules import (
    ASKABLE,
    PHRASES,
    Decision,
    Layer,
    LegalFact,
    Rule,
    When,
    question,
)
from rounds.core.vocabulary import Permission

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def rule(**dates: date) -> Rule:
    return Rule("one", Layer.STATE, Permission.UNKNOWN, "Nobody knows.", **dates)


def decision(**changes: object) -> Decision:
    told = {
        "id": "2026-1",
        "permission": Permission.ALLOWED_BY_AGENCY_DECISION,
        "when": When(),
        "decided_by": "A. Owner",
        "counsel": "memo 7",
        "reason": "the board answered in writing.",
        "decided_on": FIRST,
        "until": LAST,
    }
    return Decision(**(told | changes))


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        (date(2025, 12, 31), False),
        (FIRST, True),
        (LAST, True),
        (date(2027, 1, 1), False),
    ],
)
def test_a_rule_and_a_decision_hold_on_their_first_and_last_day(on, holds):
    assert rule(valid_from=FIRST, valid_to=LAST).holds_on(on) is holds
    assert decision().holds_on(on) is holds


def test_a_rule_without_dates_always_holds():
    assert rule().holds_on(date.min)
    assert rule().holds_on(date.max)


def test_a_decision_that_ends_before_it_was_taken_is_refused():
    with pytest.raises(ValueError, match="before it was taken"):
        decision(until=date(2025, 12, 31))


@pytest.mark.parametrize("permission", [Permission.ALLOWED, Permission.UNKNOWN])
def test_a_decision_can_only_allow_by_decision_or_refuse(permission):
    with pytest.raises(ValueError, match="can only allow or refuse"):
        decision(permission=permission)


def test_a_decision_names_its_maker_its_dates_and_counsel():
    assert decision(is_fictional=True).says == (
        "The agency (fictional) allows this: the board answered in writing. "
        "Decided by A. Owner on Jan 1, 2026, until Dec 31, 2026; counsel's reference memo 7."
    )


def test_a_refusal_says_that_it_refuses():
    says = decision(permission=Permission.NOT_ALLOWED).says

    assert says.startswith("The agency refuses this: ")


def test_every_fact_has_its_question_and_both_phrases():
    assert set(PHRASES) == set(LegalFact)
    assert question(LegalFact.AT_MEDICAL_SCHOOL_HOSPITAL) == (
        "whether the place is the hospital of a US medical school"
    )
    assert question(LegalFact.STATUS) == "which immigration status you hold on these days"


def test_a_rule_cannot_ask_for_the_status_as_a_fact():
    assert set(LegalFact) - set(ASKABLE) == {LegalFact.STATUS}
