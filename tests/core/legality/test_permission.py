from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.facts import ApplicantFacts, StatusSpan, conflicts, exclude_each_other
from rounds.core.legality.activity import Activity
from rounds.core.legality.permission import permission
from rounds.core.legality.rulebook import Rulebook
from rounds.core.legality.rules import Decision, Layer, LegalFact, Rule, When
from rounds.core.legality.ruling import NOT_LEGAL_ADVICE
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Kind, Mode, Permission, Role, Setting, Status
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
ORDER = [YES, BY_DECISION, OPEN, NO]
ONE_DAY = timedelta(days=1)

DAYS = st.dates(date(2027, 2, 20), date(2027, 4, 10))
TELLS = st.sampled_from([True, False, None])


@st.composite
def spans(draw: st.DrawFn) -> DateSpan:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return DateSpan(first, last)


@st.composite
def statuses(draw: st.DrawFn) -> StatusSpan:
    span = draw(spans())
    first, last = draw(st.sampled_from([(span.first, span.last), (None, span.last), (None, None)]))
    return StatusSpan(draw(st.sampled_from(Status)), first, last)


@st.composite
def people(draw: st.DrawFn) -> ApplicantFacts:
    return ApplicantFacts(
        degree_on=draw(st.none() | DAYS),
        clinical_years=draw(st.none() | spans()),
        statuses=tuple(draw(st.lists(statuses(), max_size=3))),
    )


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    return Activity(
        span=draw(spans()),
        state=draw(st.sampled_from(["CA", "NY", "FL", "TX"])),
        kind=draw(st.sampled_from(Kind)),
        role=draw(st.sampled_from(Role)),
        mode=draw(st.sampled_from(Mode)),
        hours=draw(st.sampled_from([(), ((Setting.OFFICE, 40),), ((Setting.INPATIENT, 40),)])),
        is_medical_school_hospital=draw(TELLS),
        supervised_by_faculty=draw(TELLS),
        is_part_of_degree=draw(TELLS),
        is_paid=draw(st.booleans()),
        site=draw(st.sampled_from(["lakeside", "elsewhere"])),
    )


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    span = draw(spans())
    return Decision(
        "2027-1",
        BY_DECISION,
        When(
            states=draw(st.none() | st.frozensets(st.sampled_from(["CA", "TX"]), min_size=1)),
            kinds=draw(st.none() | st.frozensets(st.sampled_from(Kind), min_size=1)),
            facts=draw(st.sampled_from([(), ((LegalFact.GRADUATE, True),)])),
        ),
        "A. Owner",
        "memo 7",
        "the board answered.",
        span.first,
        span.last,
    )


def rank(found: Permission) -> int:
    return ORDER.index(found)


# ── examples to check by hand ────────────────────────────────────────────────────────────────


def test_a_graduate_on_b2_may_observe_once_the_entry_is_corrected():
    ruling = permission(graduate(Status.B2), observing(), shipped())

    assert ruling.permission is YES
    (condition,) = ruling.conditions
    assert condition.startswith("Before the first day, have the entry corrected from tourist")
    assert ruling.findings[0].answer.sources[0].key == "UTHSCSA"


def test_a_graduate_on_b2_may_not_work_hands_on_anywhere():
    ruling = permission(graduate(Status.B2), externship(), shipped())

    assert (ruling.permission, ruling.decisive.layer) == (NO, Layer.IMMIGRATION)
    assert ruling.decisive.code == "visitor-graduate-hands-on"
    assert ruling.decisive.span == TERM
    assert ruling.conditions == ()


def test_a_students_elective_in_new_york_is_allowed_while_it_stays_within_twelve_weeks():
    ruling = permission(student(Status.B1), elective(state="NY"), shipped())

    assert ruling.permission is YES
    (condition,) = ruling.conditions
    assert "12 weeks" in condition


def test_a_permanent_residents_externship_is_unknown_until_the_agency_decides():
    before = permission(graduate(Status.PERMANENT_RESIDENT), externship(), shipped())
    decided = Decision(
        "2026-1",
        BY_DECISION,
        When(states=frozenset({"TX"})),
        "A. Owner",
        "memo 7",
        "the board answered.",
        date(2026, 1, 1),
        date(2027, 12, 31),
    )
    after = permission(
        graduate(Status.PERMANENT_RESIDENT), externship(), shipped().with_decisions((decided,))
    )

    assert (before.permission, before.decisive.layer) == (OPEN, Layer.STATE)
    assert before.could_change == (
        "Ask the state's medical board.",
        "The agency may record a dated decision for this state after asking counsel.",
    )
    assert after.permission is BY_DECISION


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2027, 3, 1), date(2027, 3, 14), YES),
        (date(2027, 3, 1), date(2027, 3, 15), NO),
        (date(2027, 3, 15), date(2027, 3, 28), NO),
    ],
)
def test_an_elective_must_end_before_the_degree_day(first, last, expected):
    facts = replace(student(Status.B1), degree_on=date(2027, 3, 15))

    ruling = permission(facts, elective(DateSpan(first, last), "NY"), shipped())
    assert ruling.permission is expected


def test_a_degree_inside_the_term_is_shown_on_the_timeline():
    facts = replace(student(Status.B1), degree_on=date(2027, 3, 15))

    ruling = permission(facts, elective(state="NY"), shipped())
    assert ruling.timeline == (
        (DateSpan(date(2027, 3, 1), date(2027, 3, 14)), YES),
        (DateSpan(date(2027, 3, 15), date(2027, 3, 28)), NO),
    )
    assert ruling.decisive.code == "visitor-graduate-elective"
    assert ruling.decisive.span == DateSpan(date(2027, 3, 15), date(2027, 3, 28))


@pytest.mark.parametrize(("last", "expected"), [(TERM.last, YES), (TERM.last - ONE_DAY, OPEN)])
def test_a_status_must_hold_on_the_last_day(last, expected):
    facts = graduate(StatusSpan(Status.B1, None, last))

    ruling = permission(facts, observing(), shipped())
    assert ruling.permission is expected
    assert (LegalFact.STATUS in ruling.missing) is (expected is OPEN)


@pytest.mark.parametrize(("first", "expected"), [(TERM.first, YES), (TERM.first + ONE_DAY, NO)])
def test_a_work_permit_must_hold_on_the_first_day(first, expected):
    facts = graduate(Status.B1, StatusSpan(Status.EAD, first, None))

    answer = permission(facts, externship(), shipped()).findings[0]
    assert answer.permission is expected
    if expected is NO:
        assert answer.span == DateSpan(TERM.first, TERM.first)


def test_one_status_may_follow_another_within_a_term():
    facts = graduate(
        StatusSpan(Status.B2, None, date(2027, 3, 9)),
        StatusSpan(Status.B1, date(2027, 3, 10), None),
    )

    ruling = permission(facts, observing(), shipped())
    assert (ruling.permission, len(ruling.conditions), len(ruling.timeline)) == (YES, 1, 1)


def change(day: date) -> ApplicantFacts:
    return graduate(
        StatusSpan(Status.B2, None, day), StatusSpan(Status.PERMANENT_RESIDENT, day, None)
    )


def test_a_change_of_status_on_the_first_day_is_no_contradiction():
    in_time = permission(change(TERM.first), externship(), shipped()).findings[0]
    a_day_late = permission(change(TERM.first + ONE_DAY), externship(), shipped()).findings[0]

    assert (in_time.permission, in_time.code) == (YES, "permanent-resident")
    assert (a_day_late.permission, a_day_late.code) == (NO, "visitor-graduate-hands-on")
    assert a_day_late.span == DateSpan(TERM.first, TERM.first)


def test_one_day_of_contradiction_makes_the_whole_term_unknown_and_says_which_day():
    facts = graduate(StatusSpan(Status.PERMANENT_RESIDENT), StatusSpan(Status.B2, None, TERM.first))

    ruling = permission(facts, externship(state="NY"), shipped())
    assert (ruling.permission, ruling.decisive.code) == (OPEN, "two_statuses")
    assert ruling.decisive.span == DateSpan(TERM.first, TERM.first)
    assert "two_statuses" in ruling.codes


def test_a_decision_must_cover_the_last_day():
    decided = Decision(
        "2026-1", BY_DECISION, When(), "A. Owner", "memo 7", "why.", TERM.first, TERM.last
    )
    book = shipped().with_decisions((decided,))
    longer = DateSpan(TERM.first, TERM.last + ONE_DAY)

    facts = graduate(Status.US_CITIZEN)
    assert permission(facts, externship(), book).permission is BY_DECISION
    assert permission(facts, externship(longer), book).permission is OPEN


def test_with_nothing_known_nothing_is_allowed_and_nothing_forbidden_but_every_gap_named():
    ruling = permission(ApplicantFacts(), observing(), shipped())

    assert ruling.permission is OPEN
    assert ruling.questions == ("which immigration status you hold on these days",)


# ── laws ─────────────────────────────────────────────────────────────────────────────────────


@given(people(), activities(), decisions())
def test_the_whole_is_the_worst_of_its_days_ruled_one_by_one(facts, activity, decision):
    book = shipped().with_decisions((decision,))

    whole = permission(facts, activity, book)
    by_day = [
        (day, permission(facts, replace(activity, span=DateSpan(day, day)), book))
        for day in activity.span.days()
    ]
    assert whole.permission is max((one.permission for _, one in by_day), key=rank)
    for index, finding in enumerate(whole.findings):
        daily = [one.findings[index].answer for _, one in by_day]
        assert finding.permission is max((a.permission for a in daily), key=rank)
        assert daily[(finding.span.first - activity.span.first).days] == finding.answer
    timeline = [(day, found) for span, found in whole.timeline for day in span.days()]
    assert timeline == [(day, one.permission) for day, one in by_day]


@given(people(), activities(), decisions())
def test_no_decision_lifts_what_is_forbidden_and_none_makes_anything_worse(
    facts, activity, decision
):
    before = permission(facts, activity, shipped())
    after = permission(facts, activity, shipped().with_decisions((decision,)))

    assert rank(after.permission) <= rank(before.permission)
    assert (after.permission is NO) is (before.permission is NO)
    assert after.findings[0] == before.findings[0]
    if before.permission is YES:
        assert after.findings == before.findings


@given(people(), activities(), st.sampled_from(Permission))
def test_no_rule_of_a_site_improves_a_ruling(facts, activity, says):
    site = Rule("site", Layer.SITE, says, "The site.", When(sites=frozenset({"lakeside"})))

    before = permission(facts, activity, shipped())
    after = permission(facts, activity, shipped().with_site_rules((site,)))
    assert rank(after.permission) >= rank(before.permission)


@given(people(), activities(), st.sampled_from(Status), statuses())
def test_one_more_status_makes_immigration_worse_only_by_a_reported_contradiction(
    facts, activity, lasting, status
):
    some = replace(facts, statuses=(*facts.statuses, StatusSpan(lasting)))
    more = replace(some, statuses=(*some.statuses, status))

    before = permission(some, activity, shipped()).findings[0]
    after = permission(more, activity, shipped()).findings[0]
    is_worse = rank(after.permission) > rank(before.permission)
    assert not is_worse or "two_statuses" in [one.code for one in conflicts(more)]


@given(people(), activities(), st.permutations(Status).map(lambda found: found[:2]))
def test_statuses_that_exclude_each_other_never_help_each_other(facts, activity, pair):
    def immigration(*held):
        told = replace(facts, statuses=tuple(map(StatusSpan, held)))
        return permission(told, activity, shipped()).findings[0].permission

    alone = [immigration(status) for status in pair]
    if exclude_each_other(*pair):
        expected = alone[0] if alone[0] is alone[1] else OPEN
        assert rank(immigration(*pair)) >= min(map(rank, alone))
        assert immigration(*pair) in {expected, OPEN}
    else:
        assert rank(immigration(*pair)) <= min(map(rank, alone))


@given(people(), activities(), st.tuples(*[st.tuples(st.booleans())] * 3), DAYS)
@settings(max_examples=200)
def test_telling_more_never_contradicts_an_answer_already_given(
    facts, activity, answers, degree_on
):
    school, faculty, part = answers
    told = replace(
        activity,
        is_medical_school_hospital=_told(known=activity.is_medical_school_hospital, told=school),
        supervised_by_faculty=_told(known=activity.supervised_by_faculty, told=faculty),
        is_part_of_degree=_told(known=activity.is_part_of_degree, told=part),
        hours=activity.hours or ((Setting.OFFICE, 1),),
    )
    person = facts
    if facts.degree_on is None and facts.clinical_years is None:
        years = DateSpan(date(2020, 1, 1), degree_on - ONE_DAY)
        person = replace(facts, degree_on=degree_on, clinical_years=years)

    for before, after in zip(
        permission(facts, activity, shipped()).findings,
        permission(person, told, shipped()).findings,
        strict=True,
    ):
        if before.permission is not OPEN:
            assert after.permission is before.permission


def _told(*, known: bool | None, told: tuple[bool]) -> bool:
    return told[0] if known is None else known


@given(people(), activities())
def test_a_longer_term_is_never_better(facts, activity):
    longer = replace(activity, span=DateSpan(activity.span.first, activity.span.last + ONE_DAY))

    assert rank(permission(facts, longer, shipped()).permission) >= rank(
        permission(facts, activity, shipped()).permission
    )


@given(people(), activities())
def test_hands_on_work_of_a_visiting_graduate_is_never_allowed_in_person(facts, activity):
    graduated = replace(facts, degree_on=date(2020, 1, 1), statuses=graduate(Status.B1).statuses)
    touching = replace(activity, role=Role.HANDS_ON, mode=Mode.IN_PERSON)

    assert permission(graduated, touching, shipped()).permission is NO


@given(people(), activities())
def test_every_ruling_says_that_it_is_not_legal_advice_and_why(facts, activity):
    ruling = permission(facts, activity, shipped())

    assert ruling.notice == NOT_LEGAL_ADVICE
    assert ruling.decisive.permission is ruling.permission
    assert all(finding.sentence for finding in ruling.findings)
    if ruling.permission is OPEN:
        assert ruling.missing or ruling.could_change


@given(people(), activities())
def test_an_empty_rulebook_allows_nothing_in_person_and_forbids_nothing(facts, activity):
    ruling = permission(facts, replace(activity, mode=Mode.IN_PERSON), Rulebook())

    assert ruling.permission is OPEN
