import pytest

from rounds.core.errors import BadInput
from rounds.core.reading import Report, dotted


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("a",), "a"),
        (("exam", 0, "score"), "exam[0].score"),
        (("a", "b", 1, 2), "a.b[1][2]"),
    ],
)
def test_a_path_reads_as_it_would_be_written(path, text):
    assert dotted(path) == text


def test_a_problem_has_the_line_of_its_key_or_of_the_nearest_table_above():
    report = Report("f.toml", "[a]\nb = 1\n\n[[c]]\n")

    report.add(("a", "b"), "one.")
    report.add(("a", "missing"), "two.")
    report.add(("c", 0, "deep", "key"), "three.")
    report.add((), "four.")
    report.add(("nowhere",), "five.")

    assert [(p.line, p.key) for p in report.problems] == [
        (2, "a.b"),
        (1, "a.missing"),
        (4, "c[0].deep.key"),
        (0, ""),
        (0, "nowhere"),
    ]


def test_without_a_problem_nothing_is_raised():
    report = Report("f.toml", "")

    report.raise_if_any()
    report.add((), "is empty.")

    with pytest.raises(BadInput, match=r"^f\.toml: is empty\.$"):
        report.raise_if_any()
