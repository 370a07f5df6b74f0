from datetime import date

from rounds.web.catalog.actions.gate import TermFile, missing_of_term
from rounds.web.catalog.models import Agreement, Blackout, License, Term

TODAY = date(2026, 11, 27)


def agreement(first=date(2026, 1, 1), last=date(2027, 12, 31), state="published"):
    return Agreement(first=first, last=last, state=state)


def missing(*, agreements=None, expires=date(2027, 12, 31), off=(), state="NY", first=None):
    kept = TermFile(
        state_code="NY",
        agreements=[agreement()] if agreements is None else agreements,
        licenses=[License(state_code=state, expires_on=expires)],
        blackouts=[Blackout(first=first, last=last) for first, last in off],
    )
    term = Term(code="T-1", first=first or date(2027, 1, 4), last=date(2027, 1, 29), weeks=4)
    return [(one.part, one.sentence) for one in missing_of_term(term, kept, on=TODAY)]


def parts(**told):
    return [part for part, _ in missing(**told)]


def test_a_term_that_fits_lacks_nothing():
    assert missing() == []


def test_agreement_and_license_hold_up_to_the_last_day_included():
    last = date(2027, 1, 29)
    assert missing(agreements=[agreement(first=date(2027, 1, 4), last=last)], expires=last) == []


def test_one_day_outside_the_agreement_is_outside():
    assert parts(agreements=[agreement(last=date(2027, 1, 28))]) == ["agreements"]
    assert parts(agreements=[agreement(first=date(2027, 1, 5))]) == ["agreements"]


def test_an_agreement_that_is_not_in_force_holds_nothing():
    assert parts(agreements=[agreement(state="draft"), agreement(state="withdrawn")]) == [
        "agreements"
    ]


def test_two_agreements_that_meet_within_the_term_do_not_hold_it_together():
    halves = [agreement(last=date(2027, 1, 15)), agreement(first=date(2027, 1, 16))]
    assert parts(agreements=halves) == ["agreements"]


def test_a_license_that_expires_before_the_last_day_is_told_with_both_days():
    assert missing(expires=date(2027, 1, 28)) == [
        (
            "licenses",
            (
                "The preceptor’s NY license expires on Jan 28, 2027, before the last day of T-1 "
                "(Jan 29, 2027). Add the renewed license, or end the term earlier."
            ),
        )
    ]


def test_a_license_of_another_state_is_none():
    assert missing(state="NJ") == [("licenses", "The preceptor has no license in NY.")]


def test_days_off_are_told_one_by_one():
    off = [
        (date(2027, 1, 29), date(2027, 1, 30)),
        (date(2026, 12, 1), date(2027, 1, 3)),
        (date(2027, 1, 11), date(2027, 1, 11)),
    ]
    assert missing(off=off) == [
        ("blackouts", "T-1 meets days off of the preceptor: Jan 29, 2027 to Jan 30, 2027."),
        ("blackouts", "T-1 meets days off of the preceptor: Jan 11, 2027 to Jan 11, 2027."),
    ]


def test_a_term_that_starts_today_is_too_late():
    assert parts(first=TODAY) == ["terms"]


def test_everything_is_listed_at_once():
    off = [(date(2027, 1, 11), date(2027, 1, 11))]
    told = {"agreements": [], "state": "NJ", "off": off, "first": TODAY}
    assert parts(**told) == ["terms", "agreements", "licenses", "blackouts"]
