import json
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from rounds.cli.app import app
from rounds.demo.installation import fill
from rounds.demo.world import world, write_world
from rounds.web.accounts.models import User
from rounds.web.kit.refusal import Refusal
from rounds.web.planner.bridge.problem import problem_for
from rounds.web.planner.bridge.solving import Ears, solved
from tests.web.planner.makers import TODAY, asked, make_world

pytestmark = pytest.mark.django_db


def hearing():
    heard, early = [], []
    return Ears(progress=heard.append, early=early.append), heard, early


def in_order(value):
    """Lists of programs by id: a file has its own order, and the site has another."""
    match value:
        case dict():
            return {key: in_order(part) for key, part in value.items()}
        case list():
            return sorted(map(in_order, value), key=json.dumps)
    return value


def test_a_first_plan_is_heard_then_its_proof_then_the_answer(applicant):
    make_world(applicant)
    ears, heard, early = hearing()
    told = solved(problem_for(applicant, asked(), today=TODAY), seconds=60, ears=ears)

    assert heard[0]["sentence"].startswith("First plan: 2 rotations, $3,400")
    assert heard[0]["rotations"][0]["dates"] == "Jan 4 – Jan 29, 2027"
    assert [one["stage"] for one in heard][-1] == "Asking what each limit costs"
    assert heard[-1]["is_proven"]
    assert [(one.is_whole, one.page["limits"]) for one in early] == [(False, [])]
    assert (told.is_whole, told.is_proven, told.codes) == (True, True, ("LAMP1", "LAMP2"))
    assert told.headline == "With these two rotations, $3,400 in all, 2 more doors stand open."
    assert told.document["format"] == "rounds.plan/1"
    assert json.loads(json.dumps(told.page))["headline"] == told.headline


def test_every_contradiction_is_told_at_once(applicant):
    make_world(applicant)
    ears, _, _ = hearing()
    problem = problem_for(applicant, asked(pinned=("LAMP1", "GONE"), budget=1), today=TODAY)

    with pytest.raises(Refusal) as refused:
        solved(problem, seconds=60, ears=ears)
    assert refused.value.sentence == "GONE: no term has this code."


def test_the_site_answers_what_the_command_answers_on_the_exported_world(tmp_path):
    """``rounds plan`` on files, and the site on its tables: the same document but for names."""
    fill(at=datetime(2026, 11, 27, 9, tzinfo=UTC))
    write_world(tmp_path, on=TODAY)
    person = world(on=TODAY).person("citizen")
    wishes = person.wishes
    command = CliRunner().invoke(
        app,
        [
            *("plan", "--applicant", str(tmp_path / person.file), "--older-programs"),
            *("--offers", str(tmp_path / "offers.csv")),
            *("--programs", str(tmp_path / "programs.toml")),
            *("--decisions", str(tmp_path / "decisions.toml"), "--budget", "1500"),
            *("--from", str(wishes.earliest), "--until", str(wishes.latest)),
            *("--today", str(TODAY), "--letters", str(wishes.letters), "--json"),
        ],
    )
    of_command = json.loads(command.stdout)
    ears, _, _ = hearing()
    user = User.objects.get(email="citizen@applicant.example")
    told = asked(
        earliest=wishes.earliest, latest=wishes.latest, budget=1500_00, letters=wishes.letters
    )
    of_site = solved(problem_for(user, told, today=TODAY), seconds=60, ears=ears).document

    for part in ("headline", "season", "wishes", "costs", "doors"):
        assert in_order(of_site[part]) == in_order(of_command[part]), part
    shut = [
        sorted((one["id"], one["door"], one["reason"], one["causes"]) for one in programs)
        for programs in (of_site["shut"]["programs"], of_command["shut"]["programs"])
    ]
    assert shut[0] == shut[1]
    for name in ("code", "first", "last", "weeks", "kind", "role", "letter_ready_on", "legality"):
        assert [one[name] for one in of_site["rotations"]] == [
            one[name] for one in of_command["rotations"]
        ], name
    assert len(of_site["rotations"]) > 0
    assert of_site["proof"]["stages"] == of_command["proof"]["stages"]
