from rounds.core.eligibility.rules import judge
from rounds.core.vocabulary import UnknownCause
from tests.core.eligibility.makers import COMPLETE, NOBODY, case, rule

MEDIAN = rule('not_testable = { text = "a score at the national median" }')


def test_what_only_a_person_can_judge_is_always_unknown():
    for facts in (NOBODY, COMPLETE):
        found = judge(MEDIAN, case(facts))

        assert found.causes == {UnknownCause.NOT_TESTABLE}
        assert found.missing == ("whether you have a score at the national median",)


def test_the_clause_is_kept_in_its_words():
    assert MEDIAN.describe() == "a score at the national median"
