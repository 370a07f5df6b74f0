"""300 programs, no institution with two of one specialty."""

from collections import Counter
from datetime import date
from random import Random

from rounds.core.eligibility.program_file import read_programs
from rounds.core.vocabulary import Topic
from rounds.demo.programs import PROGRAMS_BY_SPECIALTY, programs_toml

TEXT = programs_toml(season_year=2028, on=date(2026, 11, 22), chance=Random(1))
PROGRAMS = read_programs(TEXT, "programs.toml")


def test_every_specialty_has_its_number_of_programs():
    counted = Counter(program.specialty for program in PROGRAMS)

    assert counted == {specialty: count for count, specialty in PROGRAMS_BY_SPECIALTY}
    assert sum(counted.values()) == 300


def test_no_institution_has_two_programs_of_one_specialty():
    assert len({(program.name, program.specialty) for program in PROGRAMS}) == 300


def test_every_topic_of_every_page_is_accounted_for():
    assert {frozenset(dict(program.coverage)) for program in PROGRAMS} == {frozenset(Topic)}


def test_the_source_is_dated_by_the_day_and_the_season():
    source = PROGRAMS[0].source

    assert (source.via, source.read_on, source.as_of) == ("live page", "2026-11", "2027-2028")


def test_the_file_says_first_that_it_is_fictional():
    assert TEXT.startswith("# Fictional residency programs.")
