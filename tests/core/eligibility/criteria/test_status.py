from dataclasses import replace
from datetime import date

import pytest

from rounds.core.eligibility.case import Anchor
from rounds.core.eligibility.criteria.status import WHEN_WORDS
from rounds.core.eligibility.rules import judge
from rounds.core.eligibility.verdict import Evidence
from rounds.core.facts import StatusSpan
from rounds.core.vocabulary import Complete, Origin, Status, UnknownCause, Verdict
from tests.core.eligibility.makers import COMPLETE, NOBODY, case, rule, verdict

CITIZEN = rule('status = { any_of = ["permanent_resident", "us_citizen"], on = "start" }')
ON_THE_DAY = rule('status = { any_of = ["b2"] }')
LEFT_OPEN = rule('status = { any_of = ["us_citizen"], on = "not_stated" }')
START = date(2028, 6, 29)


def person(*spans, complete=Complete.YES):
    statuses = tuple(StatusSpan(*span) for span in spans)
    return replace(NOBODY, statuses=statuses, statuses_complete=complete)


def outcome(asked, facts, on=date(2027, 9, 1)):
    return judge(asked, case(facts, on))


@pytest.mark.parametrize(
    ("first", "expected"),
    [(None, Verdict.MET), (START, Verdict.MET), (date(2028, 6, 30), Verdict.UNMET)],
)
def test_the_status_is_that_of_the_anchor_day(first, expected):
    facts = person((Status.F1, None, None), (Status.US_CITIZEN, first, None))

    assert verdict(CITIZEN, facts) is expected


def test_without_an_anchor_the_due_day_counts():
    facts = person((Status.B2, None, date(2027, 9, 1)), (Status.F1, date(2027, 9, 2), None))

    assert verdict(ON_THE_DAY, facts, date(2027, 9, 1)) is Verdict.MET
    assert verdict(ON_THE_DAY, facts, date(2027, 9, 2)) is Verdict.UNMET


@pytest.mark.parametrize("complete", [Complete.UNKNOWN, Complete.NO])
def test_another_status_is_unmet_only_in_a_complete_time_line(complete):
    assert verdict(CITIZEN, person((Status.F1,))) is Verdict.UNMET
    assert verdict(CITIZEN, person((Status.F1,), complete=complete)) is Verdict.UNKNOWN


def test_a_day_without_any_status_is_a_gap_to_be_told():
    gap = outcome(CITIZEN, COMPLETE)

    assert gap.causes == {UnknownCause.NOT_TOLD}
    assert gap.missing == ("your status on Jun 29, 2028",)


def test_both_usual_days_must_agree_when_none_is_stated():
    becoming = person((Status.F1, None, date(2027, 12, 31)), (Status.US_CITIZEN, date(2028, 1, 1)))

    assert outcome(LEFT_OPEN, becoming).causes == {UnknownCause.NOT_STATED}
    assert verdict(LEFT_OPEN, person((Status.US_CITIZEN,))) is Verdict.MET


def test_the_clause_in_words_and_the_evidence():
    found = outcome(CITIZEN, person((Status.F1,), (Status.EAD,)))

    assert CITIZEN.describe() == (
        "the status US citizen or permanent resident at the start of training"
    )
    assert found.missing == (CITIZEN.describe(),)
    assert [item.text for item in found.evidence] == [
        "work permit (EAD) on Jun 29, 2028",
        "F-1 on Jun 29, 2028",
    ]


def test_every_anchor_has_its_words():
    assert list(WHEN_WORDS) == list(Anchor)


def test_the_evidence_is_the_applicants_word():
    assert outcome(ON_THE_DAY, person((Status.B2,))).evidence == (
        Evidence("b2", "B-2 on Sep 1, 2027", Origin.OWN_WORD),
    )
