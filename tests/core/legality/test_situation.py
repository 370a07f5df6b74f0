from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.core.facts import ApplicantFacts, StatusSpan
from rounds.core.legality.rules import ASKABLE, LegalFact
from rounds.core.legality.situation import change_days_of, epoch, equal_spans, situation_on
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Credential, Setting, Status
from tests.core.legality.people import TERM, elective, externship, graduate, student

DAYS = st.dates(date(2027, 2, 20), date(2027, 4, 10))
ENDS = st.none() | DAYS


@st.composite
def status_spans(draw: st.DrawFn) -> StatusSpan:
    first, last = draw(ENDS), draw(ENDS)
    if first and last and last < first:
        first, last = last, first
    return StatusSpan(draw(st.sampled_from(Status)), first, last)


@st.composite
def people(draw: st.DrawFn) -> ApplicantFacts:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return ApplicantFacts(
        degree_on=draw(ENDS),
        clinical_years=draw(st.none() | st.just(DateSpan(first, last))),
        statuses=tuple(draw(st.lists(status_spans(), max_size=3))),
    )


def test_the_degree_day_is_the_first_day_as_a_graduate():
    facts = ApplicantFacts(degree_on=date(2027, 3, 10))

    before = situation_on(facts, elective(), date(2027, 3, 9))
    after = situation_on(facts, elective(), date(2027, 3, 10))
    assert before.fact(LegalFact.GRADUATE) is False
    assert after.fact(LegalFact.GRADUATE) is True


def test_facts_come_from_the_activity_and_stay_unknown_where_nobody_told():
    told = situation_on(student(), elective(), TERM.first)
    bare = replace(
        elective(),
        is_medical_school_hospital=None,
        supervised_by_faculty=None,
        is_part_of_degree=None,
        hours=(),
    )
    open_one = situation_on(ApplicantFacts(), bare, TERM.first)

    assert dict(zip(ASKABLE, told.facts, strict=True)) == {
        LegalFact.GRADUATE: False,
        LegalFact.IN_CLINICAL_YEARS: True,
        LegalFact.AT_MEDICAL_SCHOOL_HOSPITAL: True,
        LegalFact.UNDER_FACULTY: True,
        LegalFact.PART_OF_DEGREE: True,
        LegalFact.IN_OFFICE: False,
        LegalFact.PAID: False,
        LegalFact.US_LICENSE: False,
    }
    assert open_one.facts == (None, None, None, None, None, None, False, False)


def test_a_graduate_is_in_no_clinical_year_even_if_the_dates_say_so():
    facts = replace(graduate(), clinical_years=DateSpan(date(2024, 1, 1), date(2028, 1, 1)))

    assert situation_on(facts, elective(), TERM.first).fact(LegalFact.IN_CLINICAL_YEARS) is False


def test_whoever_is_in_a_clinical_year_is_a_student_when_the_degree_date_is_not_told():
    facts = replace(student(), degree_on=None)

    assert situation_on(facts, elective(), TERM.first).fact(LegalFact.GRADUATE) is False


def test_days_outside_the_clinical_years_do_not_make_a_graduate():
    facts = ApplicantFacts(clinical_years=DateSpan(date(2028, 1, 1), date(2029, 1, 1)))

    situation = situation_on(facts, elective(), TERM.first)
    assert situation.fact(LegalFact.GRADUATE) is None
    assert situation.fact(LegalFact.IN_CLINICAL_YEARS) is False


def test_one_office_hour_is_enough_and_none_is_not():
    some = replace(externship(), hours=((Setting.INPATIENT, 39), (Setting.OFFICE, 1)))
    none = replace(externship(), hours=((Setting.INPATIENT, 40), (Setting.OFFICE, 0)))

    assert situation_on(graduate(), some, TERM.first).fact(LegalFact.IN_OFFICE) is True
    assert situation_on(graduate(), none, TERM.first).fact(LegalFact.IN_OFFICE) is False


def test_a_us_license_counts_when_told():
    licensed = replace(graduate(), credentials=frozenset({Credential.US_LICENSE}))

    assert situation_on(licensed, externship(), TERM.first).fact(LegalFact.US_LICENSE) is True


def test_spans_are_cut_where_the_person_or_the_rules_change():
    facts = ApplicantFacts(
        degree_on=date(2027, 3, 10),
        statuses=(StatusSpan(Status.B1, None, date(2027, 3, 19)),),
    )
    changes = (date(2027, 3, 1), date(2027, 3, 25), date(2027, 3, 29))

    assert equal_spans(facts, TERM, changes) == [
        DateSpan(date(2027, 3, 1), date(2027, 3, 9)),
        DateSpan(date(2027, 3, 10), date(2027, 3, 19)),
        DateSpan(date(2027, 3, 20), date(2027, 3, 24)),
        DateSpan(date(2027, 3, 25), date(2027, 3, 28)),
    ]


def test_a_span_without_a_change_stays_whole():
    assert equal_spans(graduate(), TERM, ()) == [TERM]


def test_a_status_may_last_to_the_end_of_time():
    facts = graduate(StatusSpan(Status.EAD, None, date.max))

    assert equal_spans(facts, TERM, change_days_of([(None, date.max)])) == [TERM]


@given(people(), st.lists(DAYS, max_size=3, unique=True))
def test_all_days_of_a_piece_are_the_same_situation(facts, changes):
    pieces = equal_spans(facts, TERM, tuple(sorted(changes)))

    assert [day for piece in pieces for day in piece.days()] == list(TERM.days())
    for piece in pieces:
        situations = {situation_on(facts, elective(), on) for on in piece.days()}
        epochs = {epoch(tuple(sorted(changes)), on) for on in piece.days()}
        assert (len(situations), len(epochs)) == (1, 1)


def test_rules_change_on_their_first_day_and_the_day_after_their_last():
    one, two = date(2027, 1, 1), date(2027, 6, 30)

    assert change_days_of([(one, two), (None, None), (one, None)]) == (
        one,
        two + timedelta(days=1),
    )


@pytest.mark.parametrize(("on", "number"), [(TERM.first, 0), (TERM.last, 1)])
def test_an_epoch_begins_on_its_change_day(on, number):
    assert epoch((TERM.last,), on) == number
