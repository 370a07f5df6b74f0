from dataclasses import replace
from datetime import timedelta

import pytest

from rounds.core.eligibility.case import Anchor
from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.errors import BadInput
from rounds.core.facts import ClinicalExperience, StatusSpan
from rounds.core.planner.candidates import SENTENCES, Reason, candidates
from rounds.core.planner.offers import PriceLine
from rounds.core.planner.problem import Problem
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Complete, Exam, Role, Status
from tests.core.planner.worlds import (
    CITIZEN,
    TODAY,
    asked,
    monday,
    problem,
    program,
    site,
    term,
)


def reasons(one, facts=CITIZEN, **wishes: object) -> tuple[Reason, ...]:
    found = candidates(problem([one], [], facts, **wishes))
    return found.excluded[0].reasons if found.excluded else ()


def test_a_lawful_free_term_within_the_dates_enters():
    found = candidates(problem([term("B"), term("A", week=6)], []))

    assert [one.code for one in found.terms] == ["A", "B"]
    assert (found.excluded, found.unsure) == ((), frozenset())


YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("one", "wishes", "expected"),
    [
        (term("A", seats=0), {}, Reason.NO_SEATS),
        (term("A", span=DateSpan(YESTERDAY, monday(0))), {}, Reason.IN_THE_PAST),
        (term("A"), {"earliest": monday(0) + timedelta(days=1)}, Reason.TOO_EARLY),
        (term("A"), {"latest": term("A").span.last - timedelta(days=1)}, Reason.TOO_LATE),
        (term("A"), {"excluded": frozenset({"A"})}, Reason.EXCLUDED),
        (term("A"), {"specialties": frozenset({"pediatrics"})}, Reason.OTHER_SPECIALTY),
        (term("A"), {"states": frozenset({"OH"})}, Reason.OTHER_STATE),
        (term("A", role=Role.HANDS_ON), {}, Reason.PERMISSION_UNKNOWN),
        (
            term("A", role=Role.HANDS_ON, at=site(2)),
            {"include_unknown_permission": True},
            Reason.NOT_ALLOWED,
        ),
        (term("A", entry=ExamPassed(Exam.STEP_1)), {}, Reason.ENTRY_NOT_MET),
        (term("A", fee=None), {"budget": 900_000}, Reason.COST_UNKNOWN),
    ],
)
def test_one_reason_keeps_a_term_out(one, wishes, expected):
    assert reasons(one, **wishes) == (expected,)


@pytest.mark.parametrize(
    ("one", "wishes"),
    [
        (term("A"), {"earliest": monday(0), "latest": term("A").span.last}),
        (term("A", span=DateSpan(TODAY, monday(0))), {}),
        (term("A", fee=None), {}),
        (term("A"), {"specialties": frozenset({"internal medicine"})}),
    ],
)
def test_the_limit_itself_is_inside(one, wishes):
    assert reasons(one, **wishes) == ()


def test_unknown_permission_enters_with_the_tick_and_is_counted_apart():
    hands_on = term("A", role=Role.HANDS_ON)

    found = candidates(problem([hands_on], [], include_unknown_permission=True))

    assert (found.terms, found.unsure) == ((hands_on,), frozenset({"A"}))


CONTRADICTION = replace(
    CITIZEN, statuses=(StatusSpan(Status.B2), StatusSpan(Status.PERMANENT_RESIDENT))
)
IN_NEW_YORK = term("A", role=Role.HANDS_ON)


def test_contradictory_statuses_keep_out_what_only_one_of_them_allows():
    assert reasons(IN_NEW_YORK, CONTRADICTION) == (
        Reason.STATUSES_CONTRADICT,
        Reason.PERMISSION_UNKNOWN,
    )
    assert reasons(term("A"), CONTRADICTION) == ()


def test_the_tick_for_unknown_permission_lets_in_nothing_that_rests_on_a_contradiction():
    found = reasons(IN_NEW_YORK, CONTRADICTION, include_unknown_permission=True)

    assert found == (Reason.STATUSES_CONTRADICT,)


def test_what_is_forbidden_whichever_status_is_true_is_not_allowed():
    in_california = term("A", role=Role.HANDS_ON, at=site(2))

    assert reasons(in_california, CONTRADICTION) == (Reason.NOT_ALLOWED,)


@pytest.mark.parametrize(("on", "found"), [(monday(0), ()), (monday(1), (Reason.NOT_ALLOWED,))])
def test_a_change_of_status_by_the_first_day_is_no_contradiction(on, found):
    facts = replace(
        CITIZEN,
        statuses=(StatusSpan(Status.B2, None, on), StatusSpan(Status.PERMANENT_RESIDENT, on)),
    )

    assert reasons(IN_NEW_YORK, facts, include_unknown_permission=True) == found


def test_an_entry_condition_nobody_can_judge_keeps_a_term_out():
    unsure = replace(CITIZEN, exams_complete=Complete.UNKNOWN)

    assert reasons(term("A", entry=ExamPassed(Exam.STEP_1)), unsure) == (Reason.ENTRY_UNKNOWN,)


def test_days_of_known_future_experience_are_taken():
    busy = ClinicalExperience(
        "job", DateSpan(monday(3), monday(5)), 2, None, None, None, None, None
    )

    facts = replace(CITIZEN, experience=(busy,))

    assert reasons(term("A", week=0), facts) == (Reason.OVERLAPS_EXPERIENCE,)
    assert reasons(term("A", week=6), facts) == ()


def test_all_reasons_are_told_in_words():
    found = candidates(problem([term("A", seats=0)], [], states=frozenset({"OH"})))

    assert found.excluded[0].sentence == (
        "A: it has no free seat; it is in another state than you wish."
    )
    assert set(SENTENCES) == set(Reason)


def test_reasons_keep_their_codes():
    assert [reason.value for reason in Reason] == [
        "excluded",
        "no_seats",
        "in_the_past",
        "too_early",
        "too_late",
        "other_specialty",
        "other_state",
        "overlaps_experience",
        "not_allowed",
        "statuses_contradict",
        "permission_unknown",
        "entry_not_met",
        "entry_unknown",
        "cost_unknown",
    ]


def sentences(asked_for: Problem) -> list[str]:
    with pytest.raises(BadInput) as error:
        candidates(asked_for)
    return [str(one) for one in error.value.problems]


def test_contradictory_wishes_are_refused_all_at_once():
    asked_for = problem(
        [term("A"), term("A")],
        [program("P", asked(4)), program("P", asked(4))],
        pinned=frozenset({"A", "X"}),
        excluded=frozenset({"A", "Y"}),
        weights=(("P", -1), ("Q", 1)),
        travel_days=-1,
        cents_for_a_letter=-5,
    )

    assert sentences(asked_for) == [
        "offers: A: the term code A is used twice.",
        "programs: P: the program id P is used twice.",
        "wishes: cents_for_a_letter: a letter's price is below nothing.",
        "wishes: excluded: Y: no term has this code.",
        "wishes: pinned: A: it is pinned and excluded at once.",
        "wishes: pinned: X: no term has this code.",
        "wishes: travel_days: travel days are less than none.",
        "wishes: weights: P: a weight is less than nothing.",
        "wishes: weights: Q: no program has this id.",
    ]


def test_two_amounts_for_one_once_only_cost_are_refused():
    twice = [
        term(code, week=week, price=(PriceLine("visa", cents, once="visa"),))
        for code, week, cents in (("A", 0, 18_500), ("B", 6, 20_000))
    ]

    assert sentences(problem(twice, [])) == [
        (
            "offers: visa: the once-only cost 'visa' is stated as $185 (A) and $200 (B); state one "
            "amount."
        )
    ]


def test_two_amounts_are_refused_together_with_contradictory_wishes():
    towns = [term("A"), term("B", week=6, at=site(0, travel=99_900))]

    assert sentences(problem(towns, [], excluded=frozenset({"Y"}))) == [
        (
            "offers: Fairport, NY: travel to Fairport, NY is stated as $300 (A) and $999 (B); "
            "state one amount."
        ),
        "wishes: excluded: Y: no term has this code.",
    ]


def test_impossible_pins_are_refused_with_the_reason():
    shut = problem([term("A", seats=0)], [], pinned=frozenset({"A"}))
    clashing = problem([term("A"), term("B", week=2)], [], pinned=frozenset({"A", "B"}))
    dear = problem([term("A")], [], pinned=frozenset({"A"}), budget=100)

    assert sentences(shut) == [
        "wishes: pinned: A term you insist on cannot be done. A: it has no free seat."
    ]
    assert sentences(clashing) == ["wishes: pinned: A and B cannot both be done."]
    assert sentences(dear) == ["wishes: budget: the pinned terms cost $2,100, more than $1."]


def test_entry_is_judged_on_the_first_day():
    young = GraduatedWithin(2, Anchor.DUE, 2)
    facts = replace(CITIZEN, degree_on=monday(2).replace(year=2025))

    assert reasons(term("A", span=DateSpan(monday(2), monday(4)), entry=young), facts) == ()
    late = term("A", span=DateSpan(monday(2) + timedelta(days=1), monday(4)), entry=young)
    assert reasons(late, facts) == (Reason.ENTRY_NOT_MET,)
