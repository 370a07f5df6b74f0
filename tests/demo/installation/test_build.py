from datetime import UTC, datetime

import pytest

from rounds.cli.loading import older_programs
from rounds.core.applicant_file import read_applicant
from rounds.demo.installation import Filled, fill
from rounds.demo.installation.preceptors import fictional_npi
from rounds.demo.world import world
from rounds.web.accounts.bridge import facts_of
from rounds.web.accounts.models import StaffRole, User
from rounds.web.accounts.permissions import role_of
from rounds.web.catalog.bridge.law import rulebook_with
from rounds.web.catalog.models import AgencyDecision, Preceptor, Rotation, Site, Term
from rounds.web.catalog.queries.search.find import find
from rounds.web.catalog.queries.search.wanted import Wanted
from rounds.web.dossier.bridge import next_season
from rounds.web.programs.bridge.shelf import published_programs

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
WORLD = world(on=NOW.date())


@pytest.fixture
def filled(db):
    return fill(at=NOW)


def test_the_whole_world_is_in_the_site_and_can_be_found(filled):
    assert filled == Filled(
        sites=25,
        rotations=92,
        terms=len(WORLD.terms),
        people=8,
        programs=len(WORLD.programs) + len(older_programs()),
    )
    found = find(Wanted(), on=NOW.date())
    assert (len(found.hits), found.terms) == (92, len(WORLD.terms))


def test_a_site_with_people_is_left_alone(filled):
    assert fill(at=NOW) == Filled()
    assert Site.objects.count() == 25


def test_the_site_plans_with_the_very_programs_of_the_command(filled):
    of_command = sorted((*WORLD.programs, *older_programs()), key=lambda program: program.id)

    assert next_season(NOW.date()) == WORLD.season
    assert published_programs(WORLD.season) == tuple(of_command)


def test_every_name_says_that_it_is_fictional(filled):
    names = [
        *Site.objects.values_list("name", flat=True),
        *Preceptor.objects.values_list("last_name", flat=True),
        *User.objects.values_list("name", flat=True),
    ]

    assert [name for name in names if "(fictional)" not in name] == []
    assert {email.rpartition(".")[2] for email in User.objects.values_list("email", flat=True)} == {
        "example"
    }


def test_each_role_of_the_agency_has_a_person(filled):
    staff = User.objects.filter(staff_member__isnull=False)

    assert {role_of(user) for user in staff} == set(StaffRole)


@pytest.mark.parametrize("person", WORLD.people, ids=lambda person: person.key)
def test_the_applicants_facts_are_those_of_the_worlds_files(db, person):
    fill(at=NOW)
    kept = facts_of(User.objects.get(email=f"{person.key}@applicant.example"))
    file = dict(WORLD.files)[person.file]

    told = read_applicant(file, person.file)
    for name in ("degree_on", "school", "statuses", "exams", "ecfmg", "needs_sponsorship"):
        assert getattr(kept, name) == getattr(told, name), name
    assert [(e.span, e.weeks, e.kind, e.role) for e in kept.experience] == [
        (e.span, e.weeks, e.kind, e.role) for e in told.experience
    ]
    assert {letter.author for letter in kept.letters} == {one.author for one in told.letters}


def test_the_agencys_decisions_rule_as_they_do_in_the_worlds_file(filled):
    kept = rulebook_with(AgencyDecision.objects.order_by("id")).decisions

    assert kept == WORLD.decisions


def test_what_a_rotation_costs_is_what_the_world_says(filled):
    offered = WORLD.terms[0]
    term = Term.objects.get(code=offered.code)
    lines = term.rotation.price_lines.all()

    assert [(line.label, line.cents, line.once_key) for line in lines] == [
        (line.label, line.cents, line.once) for line in offered.price
    ]
    assert Rotation.objects.exclude(price_lines__isnull=False).count() == 0


def test_a_fictional_npi_has_a_right_check_digit_and_belongs_to_nobody():
    npi = fictional_npi(7)
    digits = [int(digit) for digit in f"80840{npi}"]
    doubled = [2 * digit if place % 2 else digit for place, digit in enumerate(reversed(digits))]

    assert (len(npi), npi[0]) == (10, "9")
    assert sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
