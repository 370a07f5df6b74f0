import pytest

from rounds.core.errors import BadInput, CoreError, InternalDisagreement, Problem, SolverStopped


def test_a_problem_says_file_line_and_key():
    assert str(Problem("a.toml", 3, "exam[0].score", "too high.")) == (
        "a.toml:3: exam[0].score: too high."
    )


def test_a_problem_without_line_or_key_leaves_them_out():
    assert str(Problem("a.toml", 0, "", "is empty.")) == "a.toml: is empty."


def test_bad_input_carries_every_problem_once_in_the_order_of_the_file():
    late, early = Problem("a.toml", 9, "x", "bad."), Problem("a.toml", 2, "y", "bad.")

    error = BadInput((late, early, late))

    assert error.problems == (early, late)
    assert str(error) == "a.toml:2: y: bad.\na.toml:9: x: bad."


@pytest.mark.parametrize("kind", [BadInput, SolverStopped, InternalDisagreement])
def test_every_error_of_the_core_has_one_base(kind):
    assert issubclass(kind, CoreError)
