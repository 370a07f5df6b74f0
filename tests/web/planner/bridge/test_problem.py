from datetime import UTC, datetime

import pytest

from rounds.cli.demo import problem_of
from rounds.core.planner.solve import solve
from rounds.demo.installation import fill
from rounds.demo.world import world
from rounds.web.accounts.models import User
from rounds.web.planner.bridge.problem import problem_for
from tests.web.planner.makers import TODAY, asked, make_world

pytestmark = pytest.mark.django_db
WORLD = world(on=TODAY)


def test_the_question_holds_facts_programs_terms_and_law(applicant):
    make_world(applicant)
    problem = problem_for(applicant, asked(), today=TODAY)

    assert problem.facts.name == "Ana Applicant"
    assert (problem.season.year, problem.season.today) == (2028, TODAY)
    assert [program.id for program in problem.programs] == ["lantern-1", "lantern-2"]
    assert [term.code for term in problem.terms] == ["LAMP1", "LAMP2"]
    assert problem.rulebook.rules


def test_programs_of_other_specialties_are_not_looked_at(applicant):
    make_world(applicant)

    assert problem_for(applicant, asked(apply_to=("neurology",)), today=TODAY).programs == ()


@pytest.mark.parametrize("person", WORLD.people, ids=lambda person: person.key)
def test_the_site_plans_what_the_command_plans_for_the_same_wishes(db, person):
    fill(at=datetime(2026, 11, 27, 9, tzinfo=UTC))
    wishes = person.wishes
    of_site = problem_for(
        User.objects.get(email=f"{person.key}@applicant.example"),
        asked(
            earliest=wishes.earliest, latest=wishes.latest, budget=wishes.budget,
            letters=wishes.letters, cents_for_a_letter=wishes.cents_for_a_letter,
        ),
        today=TODAY,
    )  # fmt: skip
    command, site = solve(problem_of(WORLD, person)), solve(of_site)

    assert [term.code for term in site.terms] == [term.code for term in command.terms]
    assert site.stages == command.stages
    assert site.is_proven
    assert (site.cost, site.letters, site.finish) == (
        command.cost, command.letters, command.finish,
    )  # fmt: skip
    assert [(line.label, line.cents) for line in site.cost_lines] == [
        (line.label, line.cents) for line in command.cost_lines
    ]
