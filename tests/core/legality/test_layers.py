from dataclasses import replace
from datetime import date

import pytest

from rounds.core.facts import ApplicantFacts
from rounds.core.legality.activity import Activity
from rounds.core.legality.layers import Law, answers
from rounds.core.legality.rules import Decision, Grade, Layer, LegalFact, Rule, When
from rounds.core.legality.ruling import Answer
from rounds.core.legality.situation import situation_on
from rounds.core.vocabulary import Kind, Mode, Permission, Status
from tests.core.legality.people import (
    TERM,
    elective,
    externship,
    graduate,
    observing,
    shipped,
    student,
)

YES, NO, OPEN = Permission.ALLOWED, Permission.NOT_ALLOWED, Permission.UNKNOWN
BY_DECISION = Permission.ALLOWED_BY_AGENCY_DECISION


def on_first_day(
    facts: ApplicantFacts,
    activity: Activity,
    *,
    rules: tuple[Rule, ...] | None = None,
    decisions: tuple[Decision, ...] = (),
) -> dict[Layer, Answer]:
    law = Law(shipped().rules if rules is None else rules, decisions)
    found = answers(situation_on(facts, activity, TERM.first), law)
    return {answer.layer: answer for answer in found}


def rule(
    permission: Permission, *, layer: Layer = Layer.IMMIGRATION, name: str = "one", **when: object
) -> Rule:
    return Rule(name, layer, permission, f"Rule {name}.", When(**when))


def decision(permission: Permission = BY_DECISION, **when: object) -> Decision:
    return Decision(
        "2026-1",
        permission,
        When(**when),
        "A. Owner",
        "memo 7",
        "the board answered.",
        date(2026, 1, 1),
        date(2027, 12, 31),
    )


def test_the_four_layers_answer_in_their_order():
    found = answers(situation_on(graduate(), observing(), TERM.first), Law((), ()))

    assert [answer.layer for answer in found] == list(Layer)


def test_without_rules_immigration_and_state_are_unknown_and_the_others_silent():
    found = on_first_day(graduate(Status.B1), externship(), rules=())

    assert {layer: (answer.permission, answer.code) for layer, answer in found.items()} == {
        Layer.IMMIGRATION: (OPEN, "no_rule"),
        Layer.STATE: (OPEN, "no_rule"),
        Layer.SITE: (YES, "silent"),
        Layer.AGENCY: (YES, "silent"),
    }


def test_the_best_status_of_a_day_counts():
    facts = graduate(Status.F1, Status.EAD)

    answer = on_first_day(facts, externship())[Layer.IMMIGRATION]
    assert (answer.permission, answer.code) == (YES, "employment-authorized")


def test_within_one_status_the_worst_rule_counts():
    rules = (rule(YES, name="good"), rule(NO, name="bad"), rule(OPEN, name="unsure"))

    answer = on_first_day(graduate(Status.B1), externship(), rules=rules)[Layer.IMMIGRATION]
    assert (answer.permission, answer.code, answer.sentence) == (NO, "bad", "Rule bad.")


def test_an_unconditional_permission_is_preferred_to_a_conditional_one():
    facts = graduate(Status.OTHER, Status.B2)
    rules = (
        rule(YES, name="free", statuses=frozenset({Status.OTHER})),
        replace(rule(YES, name="bound", statuses=frozenset({Status.B2})), condition="Ask first."),
    )

    answer = on_first_day(facts, observing(), rules=rules)[Layer.IMMIGRATION]
    assert (answer.code, answer.condition) == ("free", "")


def test_statuses_nobody_holds_together_are_unknown_where_they_do_not_say_the_same():
    answer = on_first_day(graduate(Status.B2, Status.PERMANENT_RESIDENT), externship())[
        Layer.IMMIGRATION
    ]

    assert (answer.permission, answer.code) == (OPEN, "two_statuses")
    assert answer.sentence == (
        "You have told statuses that nobody holds on the same day: permanent resident and B-2. "
        "They cannot all be true, and not all of them allow this."
    )
    assert answer.missing == ()
    assert answer.could_change == (
        "Correct the dates of these statuses, so that only what is true stays.",
    )


def test_statuses_nobody_holds_together_are_decided_where_both_say_the_same():
    forbidden = on_first_day(graduate(Status.B1, Status.B2), externship())[Layer.IMMIGRATION]
    allowed = on_first_day(graduate(Status.B1, Status.B2), observing())[Layer.IMMIGRATION]

    assert forbidden.permission is NO
    assert (allowed.permission, allowed.code) == (YES, "tourist-graduate-observing")
    assert allowed.condition != ""


def test_another_status_beside_the_contradiction_still_counts():
    rules = (rule(YES, name="works", statuses=frozenset({Status.OTHER})),)
    facts = graduate(Status.B1, Status.B2, Status.OTHER)

    answer = on_first_day(facts, externship(), rules=rules)[Layer.IMMIGRATION]
    assert (answer.permission, answer.code) == (YES, "works")


def test_a_work_permit_helps_the_visitor_it_can_go_with_and_no_other_reading():
    facts = graduate(Status.B2, Status.EAD, Status.PERMANENT_RESIDENT)

    answer = on_first_day(facts, externship())[Layer.IMMIGRATION]
    assert (answer.permission, answer.code) == (YES, "employment-authorized")
    assert answer.condition != ""


def test_a_decision_for_one_of_two_contradictory_statuses_lifts_nothing():
    cover = decision(statuses=frozenset({Status.US_CITIZEN}))
    facts = graduate(Status.US_CITIZEN, Status.PERMANENT_RESIDENT)

    found = on_first_day(facts, externship(), decisions=(cover,))
    assert found[Layer.IMMIGRATION].permission is YES
    assert (found[Layer.STATE].permission, found[Layer.STATE].code) == (OPEN, "two_statuses")


def test_a_rule_of_a_site_against_one_of_two_contradictory_statuses_leaves_it_unknown():
    site = rule(
        NO, layer=Layer.SITE, sites=frozenset({"lakeside"}), statuses=frozenset({Status.B2})
    )
    there = replace(observing(), site="lakeside")

    found = on_first_day(graduate(Status.B1, Status.B2), there, rules=(*shipped().rules, site))
    assert found[Layer.IMMIGRATION].permission is YES
    assert (found[Layer.SITE].permission, found[Layer.SITE].code) == (OPEN, "two_statuses")


def test_no_status_told_asks_for_it():
    answer = on_first_day(graduate(), observing())[Layer.IMMIGRATION]

    assert (answer.permission, answer.code) == (OPEN, "no_status")
    assert answer.questions == ("which immigration status you hold on these days",)


def test_something_virtual_can_be_done_from_abroad_whatever_the_status():
    virtual = replace(externship(), mode=Mode.VIRTUAL)

    for facts in (graduate(), graduate(Status.F1), graduate(Status.ABROAD)):
        answer = on_first_day(facts, virtual)[Layer.IMMIGRATION]
        assert (answer.permission, answer.code) == (YES, "virtual-from-abroad")


def test_a_status_that_covers_something_virtual_needs_no_stay_abroad():
    virtual = replace(observing(), mode=Mode.VIRTUAL)

    answer = on_first_day(graduate(Status.US_CITIZEN), virtual)[Layer.IMMIGRATION]
    assert (answer.code, answer.condition) == ("citizen", "")


def test_an_unknown_fact_that_decides_makes_the_answer_unknown_and_is_named():
    open_place = replace(elective(), is_medical_school_hospital=None)

    answer = on_first_day(student(Status.B1), open_place)[Layer.IMMIGRATION]
    assert (answer.permission, answer.code) == (OPEN, "depends")
    assert answer.missing == (LegalFact.AT_MEDICAL_SCHOOL_HOSPITAL,)
    assert answer.sentence == (
        "This turns on what nobody has stated: "
        "whether the place is the hospital of a US medical school."
    )
    assert answer.could_change == (
        "It is allowed if the place is the hospital of a US medical school.",
    )
    assert (answer.rule, answer.cites) == ("visitor-student-elective", "9 FAM 402.2-5(E)(3)")
    assert answer.grade is Grade.REPRODUCED
    assert [source.key for source in answer.sources] == ["TEMPLE", "MYATT"]


def test_an_unknown_fact_that_changes_nothing_is_not_asked_for():
    lost = replace(elective(), is_medical_school_hospital=False, supervised_by_faculty=None)

    answer = on_first_day(student(Status.B1), lost)[Layer.IMMIGRATION]
    assert (answer.permission, answer.missing) == (NO, ())


def test_every_fact_that_matters_is_named_in_the_order_of_the_facts():
    bare = replace(
        elective(),
        is_medical_school_hospital=None,
        supervised_by_faculty=None,
        is_part_of_degree=None,
    )

    answer = on_first_day(replace(student(Status.B1), clinical_years=None), bare)
    assert answer[Layer.IMMIGRATION].missing == (
        LegalFact.IN_CLINICAL_YEARS,
        LegalFact.AT_MEDICAL_SCHOOL_HOSPITAL,
        LegalFact.UNDER_FACULTY,
        LegalFact.PART_OF_DEGREE,
    )


def test_what_would_allow_it_is_said_with_yes_and_no():
    clinic = replace(elective(state="NY"), hours=(), is_part_of_degree=None)

    answer = on_first_day(student(Status.US_CITIZEN), clinic)[Layer.STATE]
    assert answer.sentence == (
        "This turns on what nobody has stated: "
        "whether your school has approved it as part of your degree; "
        "whether hours are spent in a physician's office."
    )
    assert answer.could_change == (
        (
            "It is allowed if your school has approved it as part of your degree; "
            "and no hours are spent in a physician's office."
        ),
    )


def test_answers_that_agree_whatever_an_unknown_fact_turns_out_to_be_stand():
    nobody_told = ApplicantFacts(statuses=graduate(Status.B1).statuses)

    answer = on_first_day(nobody_told, externship())[Layer.IMMIGRATION]
    assert answer.permission is NO
    assert "A graduate who visits" in answer.sentence
    assert "For a visiting student" in answer.sentence


def test_agreeing_answers_keep_the_condition_of_the_weaker_one():
    rules = (
        replace(rule(YES, name="student", facts=((LegalFact.GRADUATE, False),)), condition="Ask."),
        rule(YES, name="graduate", facts=((LegalFact.GRADUATE, True),)),
    )
    nobody_told = ApplicantFacts(statuses=graduate(Status.B1).statuses)

    answer = on_first_day(nobody_told, externship(), rules=rules)[Layer.IMMIGRATION]
    assert (answer.permission, answer.condition) == (YES, "Ask.")


def test_nobody_is_taken_for_a_graduate_in_a_clinical_year():
    both = ((LegalFact.GRADUATE, True), (LegalFact.IN_CLINICAL_YEARS, True))
    rules = (rule(YES), rule(NO, name="impossible", facts=both))

    answer = on_first_day(
        ApplicantFacts(statuses=graduate(Status.B1).statuses), externship(), rules=rules
    )[Layer.IMMIGRATION]
    assert answer.permission is YES


def test_a_rule_of_a_site_counts_at_that_site_only():
    site = rule(NO, layer=Layer.SITE, sites=frozenset({"lakeside"}))
    there = replace(observing(), site="lakeside")

    rules = (*shipped().rules, site)
    assert on_first_day(graduate(Status.B1), there, rules=rules)[Layer.SITE].permission is NO
    elsewhere = on_first_day(graduate(Status.B1), observing(), rules=rules)[Layer.SITE]
    assert (elsewhere.permission, elsewhere.code) == (YES, "silent")


def test_a_rule_of_a_site_may_ask_for_a_status():
    site = rule(
        NO, layer=Layer.SITE, sites=frozenset({"lakeside"}), statuses=frozenset({Status.B1})
    )
    there = replace(observing(), site="lakeside")

    on_b1 = on_first_day(graduate(Status.B1), there, rules=(site,))
    on_f1 = on_first_day(graduate(Status.F1), there, rules=(site,))
    assert (on_b1[Layer.SITE].permission, on_f1[Layer.SITE].permission) == (NO, YES)


@pytest.mark.parametrize(
    "when",
    [
        {"states": frozenset({"OH"})},
        {"kinds": frozenset({Kind.ELECTIVE})},
        {"statuses": frozenset({Status.US_CITIZEN})},
        {"modes": frozenset({Mode.VIRTUAL})},
        {"sites": frozenset({"lakeside"})},
        {"facts": ((LegalFact.GRADUATE, False),)},
    ],
)
def test_a_decision_lifts_only_what_it_covers(when):
    found = on_first_day(
        graduate(Status.PERMANENT_RESIDENT), externship(), decisions=(decision(**when),)
    )

    assert (found[Layer.STATE].permission, found[Layer.AGENCY].code) == (OPEN, "silent")


def test_a_decision_turns_an_unknown_state_into_allowed_by_agency_decision():
    cover = decision(states=frozenset({"TX"}), statuses=frozenset({Status.PERMANENT_RESIDENT}))

    found = on_first_day(graduate(Status.PERMANENT_RESIDENT), externship(), decisions=(cover,))
    assert found[Layer.STATE].permission is BY_DECISION
    assert found[Layer.STATE].sentence.startswith("No rule of this state")
    assert cover.says in found[Layer.STATE].sentence
    assert (found[Layer.AGENCY].permission, found[Layer.AGENCY].code) == (BY_DECISION, "2026-1")
    assert (found[Layer.AGENCY].rule, found[Layer.AGENCY].cites) == ("2026-1", "memo 7")


def test_a_lifted_state_keeps_the_citation_of_the_rule_it_rests_on():
    resident = graduate(Status.PERMANENT_RESIDENT)
    in_new_york = externship(state="NY")
    before = on_first_day(resident, in_new_york)[Layer.STATE]

    lifted = on_first_day(resident, in_new_york, decisions=(decision(),))[Layer.STATE]

    assert before.sources != ()
    assert (lifted.sources, lifted.cites, lifted.grade) == (
        before.sources,
        before.cites,
        before.grade,
    )
    assert (lifted.code, lifted.rule, lifted.could_change) == ("2026-1", "2026-1", ())


def test_a_decision_never_lifts_what_a_state_forbids_or_immigration_leaves_unknown():
    california = on_first_day(
        graduate(Status.US_CITIZEN), externship(state="CA"), decisions=(decision(),)
    )
    on_h1b = on_first_day(graduate(Status.H1B), externship(), decisions=(decision(),))

    assert california[Layer.STATE].permission is NO
    assert california[Layer.AGENCY].code == "silent"
    assert on_h1b[Layer.IMMIGRATION].permission is OPEN


def test_a_decision_does_not_lift_california_when_the_degree_date_is_not_told():
    nobody_told = ApplicantFacts(statuses=graduate(Status.US_CITIZEN).statuses)

    found = on_first_day(nobody_told, externship(state="CA"), decisions=(decision(),))
    assert (found[Layer.STATE].permission, found[Layer.STATE].code) == (OPEN, "depends")
    assert found[Layer.STATE].missing == (LegalFact.GRADUATE,)


def test_a_decision_is_not_needed_where_the_state_allows():
    found = on_first_day(graduate(Status.US_CITIZEN), observing(), decisions=(decision(),))

    assert (found[Layer.STATE].permission, found[Layer.AGENCY].code) == (YES, "silent")


def test_a_refusal_of_the_agency_wins_over_its_permission():
    refusal = replace(decision(NO), id="2026-2")

    found = on_first_day(graduate(Status.US_CITIZEN), externship(), decisions=(decision(), refusal))
    assert found[Layer.STATE].permission is OPEN
    assert (found[Layer.AGENCY].permission, found[Layer.AGENCY].code) == (NO, "2026-2")
