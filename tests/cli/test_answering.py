import pytest

from rounds.cli.answering import answer_to
from rounds.core.errors import BadInput


def test_the_parts_of_an_answer_speak_of_one_plan(answer):
    codes = [term.code for term in answer.plan.terms]

    assert codes == ["QUILL3-270104", "LARK3-270208"]
    assert [effect.term.code for effect in answer.doors.effects] == codes
    assert [one.term.code for one in answer.figures if one.is_in_plan] == sorted(codes)
    assert len(answer.rulings) == 2
    assert answer.costs.total == answer.doors.cost == answer.plan.cost == 270_960
    assert len(answer.doors.opened) == answer.honest.opened == 3


def test_progress_hears_plans_and_stages(problem_for):
    plans, stages = [], []

    answer = answer_to(
        problem_for("citizen", budget="1,000"),
        seconds=60,
        progress=plans.append,
        stage=stages.append,
    )

    assert plans[-1].terms == answer.plan.terms
    assert stages == [
        "Writing the reasons",
        "Comparing doors and dollars",
        "Asking what each limit costs",
    ]


def test_an_impossible_pin_is_refused(problem_for):
    problem = problem_for("visitor", budget="100", pin=("LARK3-270208",))

    with pytest.raises(BadInput):
        answer_to(problem, seconds=60)
