"""Dated terms: Mondays to Fridays, a rotation's rhythm apart."""

from datetime import date
from itertools import pairwise
from random import Random

from rounds.core.planner.offer_file import read_offers
from rounds.core.planner.offer_file.sheet import COLUMNS
from rounds.demo.terms import offers_csv, sheet

ON = date(2026, 11, 22)
TERMS = read_offers(offers_csv(on=ON, chance=Random(1)), "offers.csv")


def test_terms_begin_on_mondays_and_end_on_fridays():
    assert {term.span.first.weekday() for term in TERMS} == {0}
    assert {term.span.last.weekday() for term in TERMS} == {4}


def test_certified_weeks_are_the_weeks_touched():
    assert [t.code for t in TERMS if t.weeks != len(t.span.calendar_weeks)] == []


def test_dates_of_one_rotation_are_evenly_spaced():
    starts: dict[str, list[date]] = {}
    for term in TERMS:
        starts.setdefault(term.code.split("-")[0], []).append(term.span.first)
    for dates in starts.values():
        gaps = {(two - one).days for one, two in pairwise(dates)}
        assert len(gaps) == 1
        assert gaps <= {14, 21, 28}


def test_faculty_supervise_only_where_the_site_is_a_school():
    supervised = {
        term.site.is_medical_school_hospital for term in TERMS if term.supervised_by_faculty
    }

    assert supervised == {True}


def test_a_sheet_has_the_documented_heading_and_quotes_what_needs_it():
    text = sheet([{"code": "A", "hours": 'say "ah", please'}])

    heading, row = text.splitlines()
    assert heading == ",".join(COLUMNS)
    assert row.startswith("A,")
    assert '"say ""ah"", please"' in row
