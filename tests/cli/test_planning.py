from dataclasses import replace

import pytest
import typer

from rounds.cli import planning
from rounds.cli.endings import STOPPED
from rounds.cli.planning import Wanted, answer_and_show, show_answer
from rounds.core.errors import BadInput
from rounds.core.planner.plan import StageName, StageProof


@pytest.fixture
def unproven(answer):
    stages = (StageProof(StageName.SURE_DOORS, 4, 7), *answer.plan.stages[1:])
    return replace(answer, proof=replace(answer.proof, is_proven=False, stages=stages))


def test_an_unproven_plan_is_shown_and_ends_with_status_3(unproven, capsys):
    with pytest.raises(typer.Exit) as left:
        show_answer(unproven, Wanted())

    assert left.value.exit_code == STOPPED
    assert "Not yet proven best." in capsys.readouterr().out


def test_where_no_proof_is_asked_for_an_unproven_plan_is_an_answer(unproven, capsys):
    show_answer(unproven, Wanted(must_be_proven=False))

    assert "Not yet proven best." in capsys.readouterr().out


def test_the_page_is_written_beside_what_is_printed(answer, tmp_path, capsys):
    show_answer(answer, Wanted(html=tmp_path / "plan.html"))

    told = capsys.readouterr()
    assert (tmp_path / "plan.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert told.err.split() == ["The", "report", "is", "in", str(tmp_path / "plan.html")]


def test_a_page_that_cannot_be_written_is_a_sentence(answer, tmp_path):
    with pytest.raises(BadInput) as refused:
        show_answer(answer, Wanted(html=tmp_path / "none" / "plan.html"))

    assert [problem.key for problem in refused.value.problems] == ["--html"]


def test_a_place_for_the_page_is_checked_before_the_search(problem_for, tmp_path, capsys):
    for place in (tmp_path, tmp_path / "none" / "plan.html"):
        with pytest.raises(BadInput) as refused:
            answer_and_show(problem_for("visitor", budget="0"), Wanted(html=place))
        assert [problem.key for problem in refused.value.problems] == ["--html"]

    assert capsys.readouterr().out == ""


def test_a_page_that_fails_half_way_leaves_the_old_one_and_nothing_beside(answer, tmp_path):
    place = tmp_path / "plan.html"
    place.write_text("the old page")
    (tmp_path / ".plan.html.part").mkdir()

    with pytest.raises(BadInput):
        show_answer(answer, Wanted(html=place))

    assert place.read_text() == "the old page"


def test_a_problem_is_answered_and_shown(problem_for, capsys):
    answer_and_show(problem_for("visitor", budget="0"), Wanted(seconds=60))

    assert capsys.readouterr().out.startswith("No plan from this catalog")
    assert planning.SECONDS == 60
