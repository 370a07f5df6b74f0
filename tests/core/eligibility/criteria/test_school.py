from dataclasses import replace

import pytest

from rounds.core.eligibility.rules import judge
from rounds.core.eligibility.verdict import Evidence
from rounds.core.facts import School
from rounds.core.vocabulary import Origin, UnknownCause, Verdict
from tests.core.eligibility.makers import NOBODY, case, rule, verdict

NORTH = rule('school = { countries = ["us_or_canada"] }')


@pytest.mark.parametrize(
    ("country", "expected"), [("US", Verdict.MET), ("CA", Verdict.MET), ("IN", Verdict.UNMET)]
)
def test_the_country_of_the_school_decides(country, expected):
    assert verdict(NORTH, replace(NOBODY, school=School(country))) is expected


def test_an_untold_school_is_asked_for():
    found = judge(NORTH, case(NOBODY))

    assert found.causes == {UnknownCause.NOT_TOLD}
    assert found.missing == ("the country of your medical school",)


def test_a_school_elsewhere_says_where_one_is_asked_and_where_it_is():
    found = judge(NORTH, case(replace(NOBODY, school=School("GB"))))

    assert found.missing == ("a medical school in the US or Canada",)
    assert found.evidence[0].text == "medical school in the United Kingdom"


def test_the_evidence_is_the_applicants_word():
    (told,) = judge(NORTH, case(replace(NOBODY, school=School("US")))).evidence

    assert told == Evidence("school", "medical school in the US", Origin.OWN_WORD)
