"""The world is deterministic, large enough, loads everywhere, and nobody can take it for real."""

import csv
import hashlib
import os
import re
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from rounds.core.eligibility.assess import assess
from rounds.core.eligibility.criteria.clinical_experience import ExperienceAsked
from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.eligibility.programs import Program, is_current
from rounds.core.eligibility.rules import leaves
from rounds.core.facts import conflicts
from rounds.core.legality.rulebook import read_rulebook
from rounds.core.planner.activity import ruling_on
from rounds.core.vocabulary import (
    DOOR_TOPICS,
    Coverage,
    Door,
    Kind,
    LetterPolicy,
    Modality,
    Mode,
    Permission,
    Role,
    SeasonStatus,
    Stage,
    Status,
    Topic,
)
from rounds.data import shipped_text
from rounds.demo.world import World, world

ON = date(2026, 11, 22)
SILENT = (Coverage.NOT_STATED, Coverage.NOT_READ)


@pytest.fixture(scope="module")
def made() -> World:
    return world(on=ON)


def asked(program: Program) -> list[object]:
    return [leaf for one in program.requirements for leaf in leaves(one.rule)]


def share(programs: tuple[Program, ...], holds) -> float:
    return sum(map(holds, programs)) / len(programs)


# ── determinism ──────────────────────────────────────────────────────────────────────────────


def test_the_same_day_and_seed_give_the_same_world(made):
    assert world(on=ON) == made


def test_another_seed_gives_another_world(made):
    other = world(on=ON, seed="other")

    assert other.programs != made.programs
    assert other.terms != made.terms


def test_the_world_does_not_depend_on_how_python_hashes():
    code = (
        "import datetime, hashlib; from rounds.demo import world; "
        "print(hashlib.sha256(repr(world(on=datetime.date(2026, 11, 22)).files).encode())"
        ".hexdigest())"
    )
    here = hashlib.sha256(repr(world(on=ON).files).encode()).hexdigest()

    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.strip() == here


@pytest.mark.parametrize(
    "on",
    [date(2025, 9, 3), date(2026, 9, 2), date(2027, 2, 28), date(2027, 8, 31), date(2028, 2, 29)],
)
def test_every_day_has_its_world(on):
    made = world(on=on)

    assert made.season.apply_on > on
    assert len(made.programs) == 300
    assert min(term.span.first for term in made.terms) > on
    assert all(is_current(program.source, made.season) for program in made.programs)


def test_making_the_world_takes_little_time():
    started = time.process_time()

    world(on=ON)

    assert time.process_time() - started < 1.5


def test_an_unknown_person_is_refused_with_the_known_ones(made):
    with pytest.raises(KeyError, match="known are visitor, resident, student, citizen"):
        made.person("nobody")

    assert made.person("citizen") is made.people[3]


# ── programs ─────────────────────────────────────────────────────────────────────────────────


def test_the_season_is_projected_and_the_programs_speak_for_it(made):
    assert (made.season.year, made.season.status) == (2028, SeasonStatus.PROJECTED)
    assert {program.source.as_of for program in made.programs} == {"2027-2028"}
    assert all(is_current(program.source, made.season) for program in made.programs)


def test_a_quarter_of_the_pages_leave_out_something_basic(made):
    silent = share(
        made.programs, lambda one: any(one.coverage_of(topic) in SILENT for topic in DOOR_TOPICS)
    )

    assert 0.25 <= silent <= 0.32


def test_visas_are_the_commonest_gap(made):
    gaps = {
        topic: share(made.programs, lambda one, t=topic: one.coverage_of(t) in SILENT)
        for topic in DOOR_TOPICS
    }

    assert max(gaps, key=lambda topic: gaps[topic]) is Topic.SPONSORSHIP


def test_more_than_half_state_no_minimum_score(made):
    unscored = share(
        made.programs,
        lambda one: not any(isinstance(leaf, ExamPassed) and leaf.score for leaf in asked(one)),
    )

    assert 0.5 < unscored < 0.85


def test_half_of_the_experience_clauses_have_windows_of_their_own(made):
    clauses = [
        leaf for one in made.programs for leaf in asked(one) if isinstance(leaf, ExperienceAsked)
    ]
    windowed = [
        leaf for leaf in clauses if leaf.within or leaf.since is not None or leaf.since_graduation
    ]

    assert 0.4 < len(windowed) / len(clauses) < 0.7


def test_every_stage_modality_and_coverage_occurs(made):
    stated = [requirement for one in made.programs for requirement in one.requirements]

    assert {one.stage for one in stated} >= {Stage.APPLY, Stage.INTERVIEW, Stage.RANK, Stage.START}
    assert {one.modality for one in stated} == set(Modality) - {Modality.NOT_REQUIRED}
    assert {coverage for one in made.programs for _, coverage in one.coverage} == set(Coverage)


def test_every_criterion_occurs(made):
    from rounds.core.eligibility.criteria import READERS  # noqa: PLC0415 -- read where compared

    used = {leaf.name for one in made.programs for leaf in asked(one)}

    assert set(READERS) - used == {"standing"}  # asked by sites, not by programs


# ── terms ────────────────────────────────────────────────────────────────────────────────────


def test_about_fifteen_hundred_terms_start_within_fourteen_months(made):
    starts = [term.span.first for term in made.terms]

    assert 1_400 <= len(made.terms) <= 1_600
    assert min(starts) > ON + timedelta(weeks=2)
    assert max(starts) < ON + timedelta(days=14 * 30.5)
    assert 60 <= len({(term.site.id, term.rotation) for term in made.terms}) <= 110
    assert len({term.site.id for term in made.terms}) == 25


def test_prices_of_four_weeks_stay_within_the_published_ranges(made):
    ranges = {
        Kind.OBSERVERSHIP: (500, 2000),
        Kind.EXTERNSHIP: (2000, 4500),
        Kind.ELECTIVE: (2000, 4000),
    }
    outside = [
        term.code
        for term in made.terms
        if term.kind in ranges and term.weeks == 4 and term.mode is Mode.IN_PERSON
        if term.price[0].cents is not None
        if not ranges[term.kind][0] * 100 <= term.price[0].cents <= ranges[term.kind][1] * 100
    ]

    assert outside == []


def test_virtual_weeks_are_cheaper_than_any_week_in_a_hospital(made):
    def weekly(mode: Mode) -> list[float]:
        return [
            term.price[0].cents / term.weeks
            for term in made.terms
            if term.kind is Kind.OBSERVERSHIP and term.mode is mode and term.price[0].cents
        ]

    assert max(weekly(Mode.VIRTUAL)) < sum(weekly(Mode.IN_PERSON)) / len(weekly(Mode.IN_PERSON))


def test_costs_paid_once_have_their_published_amounts(made):
    amounts = {line.once: line.cents for term in made.terms for line in term.price if line.once}

    assert amounts == {
        "background": 54_00,
        "visa": 185_00,
        "application:lantern-bridge": 75_00,
        "application:old-mill": 250_00,
    }


def test_malpractice_costs_400_to_600_a_month_where_it_is_not_bundled(made):
    monthly = {
        line.cents * 4 // term.weeks
        for term in made.terms
        for line in term.price
        if line.label == "malpractice"
    }

    assert min(monthly) >= 400_00
    assert max(monthly) <= 600_00


def test_housing_costs_600_to_1500_a_month(made):
    yearly = {
        term.site.housing_cents_a_week * 52 for term in made.terms if term.mode is Mode.IN_PERSON
    }

    assert min(yearly) > 599 * 12 * 100
    assert max(yearly) <= 1500 * 12 * 100


def test_every_kind_policy_and_number_of_seats_occurs(made):
    assert {term.kind for term in made.terms} == set(Kind)
    assert {term.letter_policy for term in made.terms} == set(LetterPolicy)
    assert {term.seats for term in made.terms} == {0, 1, 2, 3, 4}
    assert {term.on_letterhead for term in made.terms} == {True, False, None}
    assert {term.site.is_medical_school_hospital for term in made.terms} == {True, False, None}
    assert any(line.cents is None for term in made.terms for line in term.price)


# ── people and law ───────────────────────────────────────────────────────────────────────────


def test_nobody_contradicts_himself(made):
    assert [conflicts(person.facts) for person in made.people] == [(), (), (), ()]


def test_everybody_sees_open_and_closed_doors_and_somebody_undecided_ones(made):
    doors = [
        {one.door for one in assess(person.facts, made.programs, made.season)}
        for person in made.people
    ]

    assert all(seen >= {Door.OPEN, Door.CLOSED, Door.UNDECIDED} for seen in doors)


def permissions(made: World, key: str, status: Status, **asked: object) -> set[Permission]:
    """Of all terms in person that lie within the days of a status."""
    book = read_rulebook(
        shipped_text("legality/immigration.toml"), shipped_text("legality/states.toml")
    ).with_decisions(made.decisions)
    facts = made.person(key).facts
    return {
        ruling_on(facts, term, book).permission
        for term in made.terms
        if term.mode is Mode.IN_PERSON
        if all(status in facts.statuses_on(on) for on in (term.span.first, term.span.last))
        if all(getattr(term, name) == value for name, value in asked.items())
    }


def test_the_visitor_may_watch_and_never_touch(made):
    assert permissions(made, "visitor", Status.B2, role=Role.HANDS_ON) == {Permission.NOT_ALLOWED}
    assert permissions(made, "visitor", Status.B2, kind=Kind.OBSERVERSHIP) == {Permission.ALLOWED}


def test_the_resident_may_work_where_the_agency_decided_and_nowhere_in_california(made):
    seen = permissions(made, "resident", Status.PERMANENT_RESIDENT, kind=Kind.EXTERNSHIP)

    assert seen == {
        Permission.ALLOWED_BY_AGENCY_DECISION,
        Permission.UNKNOWN,
        Permission.NOT_ALLOWED,
    }


def test_the_student_may_take_electives_of_medical_schools_and_no_externships(made):
    kinds = {
        kind: permissions(made, "student", Status.B1, kind=kind)
        for kind in (Kind.ELECTIVE, Kind.EXTERNSHIP)
    }

    assert Permission.ALLOWED_BY_AGENCY_DECISION in kinds[Kind.ELECTIVE]
    assert kinds[Kind.EXTERNSHIP] == {Permission.NOT_ALLOWED}


# ── nothing is real ──────────────────────────────────────────────────────────────────────────


def test_every_name_says_that_it_is_fictional(made):
    names = [
        *(program.name for program in made.programs),
        *(term.site.name for term in made.terms),
        *(term.author for term in made.terms),
        *(person.facts.name for person in made.people),
        *(letter.author for person in made.people for letter in person.facts.letters),
        *(item.place for person in made.people for item in person.facts.experience),
    ]

    assert [name for name in names if "(fictional)" not in name] == []
    assert all(program.is_fictional for program in made.programs)
    assert all(decision.is_fictional for decision in made.decisions)


def test_the_files_begin_by_saying_so(made):
    texts = dict(made.files)

    assert "Everything in this folder is fictional" in texts["README.md"]
    assert [name for name, text in texts.items() if "ictional" not in text[:400]] == []


def test_every_address_is_one_that_cannot_exist(made):
    hosts = {re.sub(r"^https://([^/]+)/.*$", r"\1", one.source.url) for one in made.programs}

    assert [host for host in hosts if not host.endswith(".example")] == []


def test_no_name_resembles_a_real_hospital(made, shared_data: Path):
    file = shared_data / "data" / "hospitals" / "cms_hospital_general_information.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        real = [row["Facility Name"].upper() for row in csv.DictReader(lines)]
    names = {
        *(program.name for program in made.programs),
        *(term.site.name for term in made.terms),
    }
    stems = {" ".join(name.upper().split()[:2]) for name in names}

    assert len(real) > 5_000
    assert sorted(stem for stem in stems if any(stem in name for name in real)) == []
