import gc
from dataclasses import replace
from datetime import date

import pytest

from rounds.core.eligibility.assess import (
    assess,
    date_line,
    decides,
    due_line,
    judge_for_stage,
)
from rounds.core.eligibility.programs import Program, Requirement
from rounds.core.values import Source
from rounds.core.vocabulary import (
    Coverage,
    Door,
    Modality,
    Stage,
    Topic,
    UnknownCause,
    Verdict,
)
from tests.core.eligibility.makers import COMPLETE, NOBODY, SEASON, done, rotation, rule

PAGE = Source("https://example.org", "live page", "2026-11", "2027-2028")
OLD = replace(PAGE, as_of="2018")
WEEKS = rule("clinical_experience = { weeks = 4 }")
STEP_1 = rule('exam_passed = { exam = "step_1" }')
SETTLED = (
    (Topic.EXPERIENCE, Coverage.STATED),
    (Topic.GRADUATION, Coverage.EXPRESSLY_NONE),
    (Topic.SPONSORSHIP, Coverage.EXPRESSLY_NONE),
)
FOUR = done(rotation(date(2026, 1, 5), 4))


def asked(tree=WEEKS, **changes):
    requirement = Requirement(
        id="r",
        topic=Topic.EXPERIENCE,
        modality=Modality.REQUIRED,
        stage=Stage.APPLY,
        rule=tree,
        source=PAGE,
    )
    return replace(requirement, **changes)


def program(*requirements, **changes):
    item = Program(
        id="p",
        name="P",
        specialty="pediatrics",
        state="NY",
        source=PAGE,
        requirements=requirements,
        coverage=SETTLED,
    )
    return replace(item, **changes)


def door(facts, *requirements, **changes):
    (assessment,) = assess(facts, [program(*requirements, **changes)], SEASON)
    return assessment


def seen(assessment):
    return assessment.door, assessment.causes, assessment.is_possible


def test_a_door_is_open_when_all_is_met_stated_and_current():
    assert seen(door(FOUR, asked())) == (Door.OPEN, frozenset(), True)
    assert door(FOUR, asked()).decisive == ()
    assert door(FOUR, asked()).gaps == ()


def test_a_door_without_any_clause_is_open_when_the_page_says_so():
    assert seen(door(NOBODY)) == (Door.OPEN, frozenset(), True)


def test_one_unmet_clause_closes_a_door():
    closed = door(COMPLETE, asked(), asked(rule("not_testable = { text = 'ties' }")))

    assert seen(closed) == (Door.CLOSED, frozenset(), False)
    assert [one.verdict for one in closed.decisive] == [Verdict.UNMET, Verdict.UNKNOWN]


def test_an_unknown_clause_leaves_a_door_undecided_with_its_causes():
    undecided = door(NOBODY, asked(), asked(rule("not_testable = { text = 'ties' }")))

    assert seen(undecided) == (
        Door.UNDECIDED,
        {UnknownCause.NOT_TOLD, UnknownCause.NOT_TESTABLE},
        True,
    )


@pytest.mark.parametrize("modality", [Modality.PREFERRED, Modality.STRONGLY_PREFERRED])
@pytest.mark.parametrize("facts", [COMPLETE, NOBODY])
def test_a_wish_closes_and_clouds_no_door(modality, facts):
    assert door(facts, asked(modality=modality)).door is Door.OPEN


def test_what_is_not_required_decides_nothing():
    assert door(COMPLETE, asked(modality=Modality.NOT_REQUIRED)).door is Door.OPEN


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (FOUR, (Door.OPEN, frozenset(), True)),
        (COMPLETE, (Door.UNDECIDED, {UnknownCause.NOT_STATED}, True)),
        (NOBODY, (Door.UNDECIDED, {UnknownCause.NOT_STATED}, True)),
    ],
)
def test_a_clause_of_unknown_force_can_only_leave_a_door_undecided(facts, expected):
    assert seen(door(facts, asked(modality=Modality.UNKNOWN))) == expected


@pytest.mark.parametrize("stage", [Stage.INTERVIEW, Stage.RANK, Stage.START])
def test_a_later_stage_closes_nothing_now_and_is_still_to_do(stage):
    later = door(COMPLETE, asked(stage=stage), asked(stage=stage, modality=Modality.PREFERRED))

    assert seen(later) == (Door.OPEN, frozenset(), True)
    assert [one.requirement.modality for one in later.still_to_do] == [Modality.REQUIRED]
    assert later.decisive == ()
    assert door(FOUR, asked(stage=stage)).still_to_do == ()
    assert door(COMPLETE, asked()).still_to_do == ()


@pytest.mark.parametrize("topic", [Topic.EXPERIENCE, Topic.GRADUATION, Topic.SPONSORSHIP])
@pytest.mark.parametrize(
    ("coverage", "cause"),
    [
        (Coverage.NOT_STATED, UnknownCause.NOT_STATED),
        (Coverage.NOT_READ, UnknownCause.NOT_TESTABLE),
    ],
)
def test_silence_on_a_topic_that_matters_leaves_a_door_undecided(topic, coverage, cause):
    told = tuple({**dict(SETTLED), topic: coverage}.items())
    silent = door(FOUR, asked(), coverage=told)

    assert seen(silent) == (Door.UNDECIDED, {cause}, True)
    assert silent.gaps == ((topic, coverage),)
    assert door(COMPLETE, asked(), coverage=told).door is Door.CLOSED


def test_a_topic_that_nobody_mentions_is_not_read():
    assert door(FOUR, coverage=SETTLED[:2]).gaps == ((Topic.SPONSORSHIP, Coverage.NOT_READ),)


def test_silence_on_other_topics_does_not_matter():
    told = (*SETTLED, (Topic.LETTERS, Coverage.NOT_STATED))

    assert door(FOUR, asked(), coverage=told).door is Door.OPEN


def test_a_stale_rule_neither_opens_nor_closes():
    assert seen(door(FOUR, asked(source=OLD))) == (Door.UNDECIDED, {UnknownCause.STALE}, True)
    closed_then = door(COMPLETE, asked(source=OLD))
    assert seen(closed_then) == (Door.UNDECIDED, {UnknownCause.STALE}, False)
    assert closed_then.findings[0].by_its_word.verdict is Verdict.UNMET
    assert door(NOBODY, asked(source=OLD)).causes == {UnknownCause.STALE, UnknownCause.NOT_TOLD}


def test_a_stale_page_leaves_its_door_undecided_even_without_clauses():
    assert seen(door(FOUR, source=OLD)) == (Door.UNDECIDED, {UnknownCause.STALE}, True)


def test_a_current_rule_on_a_stale_page_still_closes():
    assert door(COMPLETE, asked(), source=OLD).door is Door.CLOSED


def test_a_rule_recomputed_every_year_is_stale_a_year_later():
    last_year = replace(PAGE, as_of="2026-2027")

    assert door(FOUR, asked(source=last_year)).door is Door.OPEN
    yearly = asked(source=last_year, is_recomputed_yearly=True)
    assert door(FOUR, yearly).causes == {UnknownCause.STALE}
    same_page = asked(source=PAGE, is_recomputed_yearly=True)
    assert door(FOUR, same_page).door is Door.OPEN


def test_an_interview_clause_is_decided_where_both_ends_of_the_season_agree():
    between = replace(COMPLETE, exams=())
    by_due = rule('graduated_within = { years = 5, to = "due" }')

    def on(degree_on):
        facts = replace(between, degree_on=degree_on)
        return judge_for_stage(by_due, Stage.INTERVIEW, facts, SEASON)

    assert on(date(2023, 3, 1)).verdict is Verdict.MET
    assert on(date(2023, 2, 28)).causes == {UnknownCause.NOT_STATED}
    assert on(date(2022, 8, 31)).verdict is Verdict.UNMET


def test_each_stage_is_judged_on_its_own_day():
    by_due = rule('graduated_within = { years = 5, to = "due" }')
    facts = replace(COMPLETE, degree_on=date(2023, 1, 1))
    findings = door(
        facts, *(asked(by_due, stage=stage) for stage in (Stage.APPLY, Stage.RANK, Stage.START))
    ).findings

    assert [one.verdict for one in findings] == [Verdict.MET, Verdict.UNMET, Verdict.UNMET]


def test_programs_are_answered_in_the_order_given_and_as_if_alone():
    programs = [
        program(asked(), id="a"),
        program(asked(STEP_1), asked(), id="b"),
        program(asked(STEP_1, source=OLD), id="c", source=OLD),
        program(asked(stage=Stage.INTERVIEW), id="d", coverage=()),
    ]
    together = assess(COMPLETE, programs, SEASON)

    assert [one.program.id for one in together] == ["a", "b", "c", "d"]
    assert together == tuple(assess(COMPLETE, [one], SEASON)[0] for one in programs)
    assert assess(COMPLETE, reversed(programs), SEASON) == together[::-1]


def test_programs_may_be_made_one_by_one_while_they_are_judged():
    texts = ["weeks = 4", "weeks = 5"] * 50
    made = (program(asked(rule(f"clinical_experience = {{ {text} }}"))) for text in texts)

    doors = [one.door for one in assess(FOUR, made, SEASON)]

    assert doors == [Door.OPEN, Door.CLOSED] * 50


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("modality", list(Modality))
def test_only_required_and_perhaps_required_clauses_for_applying_decide(stage, modality):
    expected = stage is Stage.APPLY and modality in (Modality.REQUIRED, Modality.UNKNOWN)

    assert decides(asked(stage=stage, modality=modality)) is expected


def test_a_rule_is_dated_in_one_line():
    assert date_line(PAGE) == "https://example.org (live page, read 2026-11, for 2027-2028)"
    assert date_line(replace(PAGE, as_of="")) == (
        "https://example.org (live page, read 2026-11, year not stated)"
    )


@pytest.mark.parametrize(
    ("stage", "line"),
    [
        (Stage.APPLY, "by Sep 1, 2027"),
        (Stage.INTERVIEW, "by Mar 1, 2028"),
        (Stage.RANK, "by Mar 1, 2028"),
        (Stage.START, "by Jun 29, 2028"),
    ],
)
def test_a_stage_has_a_day_by_which_it_is_due(stage, line):
    assert due_line(stage, SEASON) == line


def test_a_clause_judged_for_its_stage_knows_the_season():
    left_open = rule("graduated_within = { years = 5 }")
    facts = replace(COMPLETE, degree_on=date(2026, 6, 1))

    assert judge_for_stage(left_open, Stage.APPLY, facts, SEASON).verdict is Verdict.MET


@pytest.mark.parametrize(
    "first", [Modality.PREFERRED, Modality.NOT_REQUIRED, Modality.UNKNOWN, Modality.REQUIRED]
)
def test_an_unmet_clause_closes_a_door_wherever_it_stands(first):
    before = asked(modality=first)

    assert door(COMPLETE, before, asked()).door is Door.CLOSED
    assert door(COMPLETE, asked(), before).door is Door.CLOSED
    assert door(COMPLETE, asked(stage=Stage.RANK), before, asked()).door is Door.CLOSED


def test_a_closed_door_keeps_its_gaps():
    closed = door(COMPLETE, asked(), coverage=SETTLED[:2])

    assert closed.gaps == ((Topic.SPONSORSHIP, Coverage.NOT_READ),)


def test_assessing_makes_no_cycles_for_the_collector_to_find():
    programs = [program(asked(), asked(STEP_1, stage=Stage.INTERVIEW), id=str(n)) for n in range(9)]
    gc.collect()
    gc.disable()
    try:
        assess(FOUR, programs, SEASON)
        assert gc.collect() == 0
    finally:
        gc.enable()
