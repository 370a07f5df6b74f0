from dataclasses import replace
from datetime import date

import pytest

from rounds.core.eligibility.rules import judge
from rounds.core.eligibility.verdict import Evidence
from rounds.core.errors import BadInput
from rounds.core.facts import Ecfmg
from rounds.core.vocabulary import Exam, ExamResult, Origin, UnknownCause, Verdict
from tests.core.eligibility.makers import NOBODY, TODAY, case, rule, sat, verdict

DUE = rule("ecfmg_certified = {}")
BY_FEB_1 = rule('ecfmg_certified = { by = "02-01" }')
BY_START = rule('ecfmg_certified = { by = "start" }')
NOT_STATED = rule('ecfmg_certified = { by = "not_stated" }')
APPLY_ON = date(2027, 9, 1)


def person(**ecfmg):
    return replace(NOBODY, ecfmg=Ecfmg(**ecfmg))


def outcome(asked, facts, on=APPLY_ON):
    return judge(asked, case(facts, on))


def test_who_is_certified_today_is_certified_on_every_later_day():
    assert verdict(DUE, person(certified=True)) is Verdict.MET
    assert verdict(DUE, person(certified=True), TODAY) is Verdict.MET
    assert verdict(DUE, person(certified_on=date(2026, 5, 1))) is Verdict.MET
    assert outcome(DUE, person(certified=True)).evidence[0].text == "ECFMG certificate"
    assert outcome(DUE, person(certified_on=TODAY)).evidence[0].text == (
        "ECFMG certificate of Nov 22, 2026"
    )


def test_for_a_day_gone_by_the_date_of_the_certificate_decides():
    facts = person(certified=True, certified_on=date(2026, 5, 1))

    assert verdict(DUE, facts, date(2026, 5, 1)) is Verdict.MET
    assert verdict(DUE, facts, date(2026, 4, 30)) is Verdict.UNMET
    assert outcome(DUE, facts, date(2026, 4, 30)).missing == ("the certificate by Apr 30, 2026",)
    undated = outcome(DUE, person(certified=True), date(2026, 11, 21))
    assert undated.causes == {UnknownCause.NOT_TOLD}
    assert undated.missing == ("the date of the ECFMG certificate",)


@pytest.mark.parametrize(
    ("expected_on", "expected"),
    [
        (date(2027, 9, 1), Verdict.UNKNOWN),
        (date(2027, 9, 2), Verdict.UNMET),
        (date(2026, 11, 23), Verdict.UNKNOWN),
    ],
)
def test_an_expected_certificate_is_pending_or_too_late(expected_on, expected):
    assert verdict(DUE, person(certified=False, expected_on=expected_on)) is expected


def test_pending_and_too_late_are_said_with_both_days():
    waiting = outcome(DUE, person(expected_on=date(2027, 6, 1)))
    late = outcome(DUE, person(expected_on=date(2027, 12, 1)))

    assert waiting.causes == {UnknownCause.PENDING}
    assert waiting.missing == ("whether the certificate comes on Jun 1, 2027, as expected",)
    assert late.missing == ("the certificate by Sep 1, 2027; it is expected on Dec 1, 2027",)


def test_a_certificate_dated_in_the_future_is_an_expected_one():
    facts = person(certified_on=date(2027, 6, 1))

    assert outcome(DUE, facts).causes == {UnknownCause.PENDING}
    assert verdict(DUE, facts, date(2027, 5, 31)) is Verdict.UNMET


def test_a_day_expected_and_gone_by_is_asked_about():
    found = outcome(DUE, person(certified=False, expected_on=TODAY))

    assert found.causes == {UnknownCause.NOT_TOLD}
    assert found.missing == ("whether the ECFMG certificate expected on Nov 22, 2026 has come",)


def test_not_certified_without_a_date_is_unmet_only_for_days_gone_by():
    facts = person(certified=False)

    assert verdict(DUE, facts, TODAY) is Verdict.UNMET
    assert outcome(DUE, facts, TODAY).missing == ("the certificate by Nov 22, 2026",)
    assert outcome(DUE, facts).causes == {UnknownCause.NOT_TOLD}
    assert outcome(DUE, facts).missing == ("when you expect the ECFMG certificate",)
    assert outcome(DUE, NOBODY).missing == (
        "whether you hold the ECFMG certificate, or when you expect it",
    )
    assert verdict(DUE, NOBODY, TODAY) is Verdict.UNKNOWN


def test_a_certificate_contradicted_by_its_own_date_stays_uncertified():
    facts = person(certified=False, certified_on=date(2026, 5, 1))

    assert verdict(DUE, facts) is Verdict.UNKNOWN


def test_the_seven_year_clock_is_named_when_it_ends_before_the_certificate_comes():
    passed = sat(Exam.STEP_1, date(2020, 3, 1), ExamResult.PASSED)
    facts = replace(person(expected_on=date(2027, 3, 2)), exams=(passed,))

    assert outcome(DUE, facts).missing == (
        "whether the certificate comes on Mar 2, 2027, as expected",
        "whether it can come then: the pass of Mar 1, 2020 is valid only through Mar 1, 2027",
    )
    in_time = replace(facts, ecfmg=Ecfmg(expected_on=date(2027, 3, 1)))
    assert len(outcome(DUE, in_time).missing) == 1


@pytest.mark.parametrize(
    ("by", "limit"),
    [("02-01", date(2028, 2, 1)), ("10-31", date(2027, 10, 31)), ("09-01", APPLY_ON)],
)
def test_a_month_and_day_is_the_first_one_from_applying_on(by, limit):
    asked = rule(f'ecfmg_certified = {{ by = "{by}" }}')

    assert verdict(asked, person(expected_on=limit)) is Verdict.UNKNOWN
    assert verdict(asked, person(expected_on=date.fromordinal(limit.toordinal() + 1))) is (
        Verdict.UNMET
    )


def test_a_stated_anchor_counts_whatever_the_stage():
    facts = person(expected_on=date(2028, 6, 29))

    assert verdict(BY_START, facts) is Verdict.UNKNOWN
    assert verdict(BY_START, person(expected_on=date(2028, 6, 30))) is Verdict.UNMET


def test_without_a_stated_day_the_earliest_and_the_latest_must_agree():
    assert verdict(NOT_STATED, person(certified=True)) is Verdict.MET
    assert verdict(NOT_STATED, person(expected_on=date(2028, 6, 30))) is Verdict.UNMET
    between = outcome(NOT_STATED, person(expected_on=date(2028, 1, 1)))
    assert between.causes == {UnknownCause.PENDING}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (DUE, "ECFMG certification by the day this is due"),
        (BY_FEB_1, "ECFMG certification by Feb 1"),
        (BY_START, "ECFMG certification by the start of training"),
    ],
)
def test_the_clause_in_words(asked, words):
    assert asked.describe() == words


def test_the_evidence_is_the_applicants_word_whatever_the_verdict():
    told = Evidence("ecfmg", "ECFMG certificate of May 1, 2026", Origin.OWN_WORD)
    facts = person(certified=True, certified_on=date(2026, 5, 1))

    assert outcome(DUE, facts).evidence == (told,)
    assert outcome(DUE, facts, date(2026, 4, 30)).evidence == (told,)
    assert outcome(DUE, person(certified=True), date(2026, 4, 30)).evidence == (
        Evidence("ecfmg", "ECFMG certificate", Origin.OWN_WORD),
    )


def test_a_leap_day_may_not_be_named_for_it_does_not_come_every_year():
    with pytest.raises(BadInput, match="a month and day like 02-01"):
        rule('ecfmg_certified = { by = "02-29" }')
