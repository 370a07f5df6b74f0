from dataclasses import replace
from datetime import date

import pytest

from rounds.core.eligibility.rules import judge
from rounds.core.eligibility.verdict import Evidence
from rounds.core.vocabulary import Origin, UnknownCause, Verdict
from tests.core.eligibility.makers import NOBODY, case, rule, verdict

STUDENT = rule('standing = { is = "student" }')
GRADUATE = rule('standing = { is = "graduate" }')
DEGREE = date(2027, 6, 15)
PERSON = replace(NOBODY, degree_on=DEGREE)


@pytest.mark.parametrize(
    ("on", "student", "graduate"),
    [
        (date(2027, 6, 14), Verdict.MET, Verdict.UNMET),
        (DEGREE, Verdict.UNMET, Verdict.MET),
        (date(2027, 6, 16), Verdict.UNMET, Verdict.MET),
    ],
)
def test_a_student_is_a_graduate_from_the_day_of_the_degree(on, student, graduate):
    assert verdict(STUDENT, PERSON, on) is student
    assert verdict(GRADUATE, PERSON, on) is graduate


def test_an_untold_degree_leaves_the_standing_open():
    assert judge(STUDENT, case(NOBODY)).causes == {UnknownCause.NOT_TOLD}
    assert judge(STUDENT, case(NOBODY)).missing == ("the date of the medical degree",)


def test_the_clause_in_words_and_the_evidence():
    assert STUDENT.describe() == "being a medical student still"
    assert GRADUATE.describe() == "holding the medical degree"
    assert judge(STUDENT, case(PERSON)).missing == ("being a medical student still",)
    assert judge(STUDENT, case(PERSON)).evidence[0].text == "degree of Jun 15, 2027"


def test_the_evidence_is_the_applicants_word():
    assert judge(GRADUATE, case(PERSON)).evidence == (
        Evidence("degree", "degree of Jun 15, 2027", Origin.OWN_WORD),
    )
