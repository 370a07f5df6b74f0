import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.core.eligibility.verdict import (
    NOT_AGREED,
    Evidence,
    Outcome,
    agreed,
    all_of,
    any_of,
    met,
    none_of,
    unknown,
    unmet,
)
from rounds.core.vocabulary import Origin, UnknownCause, Verdict

DEGREE = Evidence("degree", "degree of Jun 1, 2020", Origin.OWN_WORD)
WEEKS = Evidence("r1", "4 weeks at Lakeside", Origin.ATTESTED)
PLAN = Evidence("r2", "4 weeks at Harbor", Origin.PLANNED)
MET = met([DEGREE])
UNMET = unmet("a later degree", evidence=[DEGREE])
NOT_TOLD = unknown(UnknownCause.NOT_TOLD, missing=["whether so"], evidence=[WEEKS])
PENDING = unknown(UnknownCause.PENDING, missing=["whether later"])
RANK = {Verdict.UNMET: 0, Verdict.UNKNOWN: 1, Verdict.MET: 2}
OUTCOMES = st.lists(st.sampled_from([MET, UNMET, NOT_TOLD, PENDING]), min_size=1, max_size=5)


def test_only_an_unknown_verdict_has_causes():
    with pytest.raises(ValueError, match="an unknown verdict has causes"):
        Outcome(Verdict.UNKNOWN)
    with pytest.raises(ValueError, match="an unknown verdict has causes"):
        Outcome(Verdict.MET, frozenset({UnknownCause.PENDING}))


def test_what_is_met_unmet_or_possible():
    assert [o.is_met for o in (MET, UNMET, NOT_TOLD)] == [True, False, False]
    assert [o.is_possible for o in (MET, UNMET, NOT_TOLD)] == [True, False, True]
    assert [o.rests_on_plan for o in (MET, met([WEEKS, PLAN]))] == [False, True]


@given(OUTCOMES)
def test_all_is_as_good_as_its_worst_part(outcomes):
    assert RANK[all_of(outcomes).verdict] == min(RANK[one.verdict] for one in outcomes)


@given(OUTCOMES)
def test_any_is_as_good_as_its_best_part(outcomes):
    assert RANK[any_of(outcomes).verdict] == max(RANK[one.verdict] for one in outcomes)


@given(OUTCOMES)
def test_none_is_the_opposite_of_any(outcomes):
    assert RANK[none_of(outcomes).verdict] == 2 - RANK[any_of(outcomes).verdict]


@given(OUTCOMES, st.randoms())
def test_order_changes_no_verdict_and_no_cause(outcomes, chance):
    shuffled = list(outcomes)
    chance.shuffle(shuffled)
    for combine in (all_of, any_of, none_of, agreed):
        one, two = combine(outcomes), combine(shuffled)
        assert (one.verdict, one.causes) == (two.verdict, two.causes)


def test_all_that_is_unmet_says_only_what_is_needed():
    outcome = all_of([MET, NOT_TOLD, UNMET])

    assert outcome == Outcome(
        Verdict.UNMET, evidence=(DEGREE, WEEKS, DEGREE), missing=("a later degree",)
    )


def test_all_that_is_unknown_says_every_cause_and_question():
    outcome = all_of([MET, NOT_TOLD, PENDING, NOT_TOLD])

    assert outcome.causes == {UnknownCause.NOT_TOLD, UnknownCause.PENDING}
    assert outcome.missing == ("whether so", "whether later")


def test_any_that_is_met_shows_the_part_that_rests_on_no_plan():
    assert any_of([UNMET, met([PLAN]), met([WEEKS])]) == met([WEEKS])
    assert any_of([met([PLAN]), UNMET]) == met([PLAN])


def test_any_that_is_unmet_offers_its_ways_as_alternatives():
    both = unmet("one", "two")

    assert any_of([both, UNMET, UNMET]).missing == ("one and two, or a later degree",)
    assert any_of([unmet(), unmet()]).missing == ()


def test_any_that_is_unknown_asks_only_what_is_unknown():
    outcome = any_of([UNMET, NOT_TOLD])

    assert outcome.missing == ("whether so",)
    assert outcome.causes == {UnknownCause.NOT_TOLD}
    assert outcome.evidence == (DEGREE, WEEKS)


def test_none_that_is_unmet_names_what_excludes():
    assert none_of([UNMET, met([DEGREE, WEEKS])]).missing == (
        "to be without this, which excludes: degree of Jun 1, 2020 and 4 weeks at Lakeside",
    )


def test_none_that_is_unknown_asks_and_none_that_is_met_shows_evidence():
    assert none_of([UNMET, NOT_TOLD]).missing == ("whether so",)
    assert none_of([UNMET, NOT_TOLD]).evidence == (DEGREE, WEEKS)
    assert none_of([UNMET]) == Outcome(Verdict.MET, evidence=(DEGREE,))


def test_readings_that_agree_give_their_common_answer():
    assert agreed([MET, met([WEEKS])]) == MET
    assert agreed([UNMET, unmet("else")]) == UNMET


def test_readings_that_disagree_are_for_the_program_to_say():
    outcome = agreed([MET, UNMET])

    assert outcome.causes == {UnknownCause.NOT_STATED}
    assert outcome.missing == (NOT_AGREED,)
    assert outcome.evidence == (DEGREE,)


def test_readings_of_which_one_is_unknown_wait_for_that_one():
    assert agreed([MET, NOT_TOLD]).causes == {UnknownCause.NOT_TOLD}
    assert agreed([NOT_TOLD, PENDING]).causes == {UnknownCause.NOT_TOLD, UnknownCause.PENDING}
    assert agreed([NOT_TOLD, PENDING]).missing == ("whether so", "whether later")
    assert agreed([MET, UNMET, NOT_TOLD]).causes == {
        UnknownCause.NOT_TOLD,
        UnknownCause.NOT_STATED,
    }


def test_evidence_is_shown_whatever_the_verdict_of_a_branch():
    assert all_of([met([DEGREE]), met([WEEKS])]).evidence == (DEGREE, WEEKS)
    assert any_of(
        [unmet("a", evidence=[DEGREE]), unmet("b", evidence=[DEGREE, WEEKS])]
    ).evidence == (
        DEGREE,
        WEEKS,
    )
    assert none_of([met([DEGREE])]).evidence == (DEGREE,)
