from datetime import date

import pytest

from rounds.core.errors import BadInput
from rounds.core.reading import read_toml
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Kind, Mode


def look(text, ask):
    """What a look-up answers, and the problems it notes."""
    section = read_toml(text, "f")
    answer = ask(section)
    try:
        section.report.raise_if_any()
    except BadInput as error:
        return answer, [str(problem) for problem in error.problems]
    return answer, []


@pytest.mark.parametrize(
    "ask",
    [
        lambda s: s.text("a"),
        lambda s: s.integer("a", low=1, high=2),
        lambda s: s.flag("a"),
        lambda s: s.day("a"),
        lambda s: s.choice("a", Kind),
        lambda s: s.choices("a", Kind),
        lambda s: s.items("a"),
        lambda s: s.names("a", ("x",)),
        lambda s: s.name("a", ("x",)),
        lambda s: s.country("a"),
        lambda s: s.countries("a"),
        lambda s: s.table("a"),
    ],
)
def test_what_is_not_told_is_none_and_no_problem(ask):
    assert look("", ask) == (None, [])


@pytest.mark.parametrize(
    "ask",
    [
        lambda s: s.text("a", required=True),
        lambda s: s.integer("a", low=1, high=2, required=True),
        lambda s: s.flag("a", required=True),
        lambda s: s.day("a", required=True),
        lambda s: s.choice("a", Kind, required=True),
        lambda s: s.name("a", ("x",), required=True),
        lambda s: s.country("a", required=True),
        lambda s: s.table("a", required=True),
        lambda s: s.raw("a", required=True),
    ],
)
def test_what_is_required_and_missing_is_a_problem(ask):
    assert look("", ask) == (None, ["f: a: 'a' is missing; add it."])


@pytest.mark.parametrize(
    ("text", "ask", "answer"),
    [
        ('a = " x y "', lambda s: s.text("a"), "x y"),
        ("a = 1", lambda s: s.integer("a", low=1, high=2), 1),
        ("a = 2", lambda s: s.integer("a", low=1, high=2), 2),
        ("a = true", lambda s: s.flag("a"), True),
        ("a = false", lambda s: s.flag("a", required=True), False),
        ("a = 2027-09-01", lambda s: s.day("a"), date(2027, 9, 1)),
        ("a = 1940-01-01", lambda s: s.day("a"), date(1940, 1, 1)),
        ("a = 2100-12-31", lambda s: s.day("a"), date(2100, 12, 31)),
        ('a = "elective"', lambda s: s.choice("a", Kind), Kind.ELECTIVE),
        ('a = ["virtual"]', lambda s: s.choices("a", Mode), frozenset({Mode.VIRTUAL})),
        ("a = []", lambda s: s.choices("a", Mode), frozenset()),
        ("a = [1, 'x']", lambda s: s.items("a"), [1, "x"]),
        ('a = ["x", "y"]', lambda s: s.names("a", ("x", "y", "z")), frozenset({"x", "y"})),
        ('a = "x"', lambda s: s.name("a", frozenset({"x"})), "x"),
        ('a = "IN"', lambda s: s.country("a"), "IN"),
        ('a = ["IN", "us_or_canada"]', lambda s: s.countries("a"), frozenset({"IN", "US", "CA"})),
        ("a = []", lambda s: s.countries("a"), frozenset()),
        (
            "first = 2027-01-04\nlast = 2027-01-04",
            lambda s: s.span(),
            DateSpan(date(2027, 1, 4), date(2027, 1, 4)),
        ),
    ],
)
def test_a_good_value_is_read(text, ask, answer):
    assert look(text, ask) == (answer, [])


@pytest.mark.parametrize(
    ("text", "ask", "answer", "problem"),
    [
        ("a = 1", lambda s: s.text("a"), None, "'a' must be text in quotes, not 1."),
        ('a = " "', lambda s: s.text("a"), None, "'a' must be text in quotes, not \" \"."),
        (
            "a = 3",
            lambda s: s.integer("a", low=1, high=2),
            None,
            "'a' must be a whole number from 1 to 2, not 3.",
        ),
        (
            "a = 0",
            lambda s: s.integer("a", low=1, high=2),
            None,
            "'a' must be a whole number from 1 to 2, not 0.",
        ),
        (
            "a = true",
            lambda s: s.integer("a", low=0, high=2),
            None,
            "'a' must be a whole number from 0 to 2, not True.",
        ),
        (
            "a = 1.5",
            lambda s: s.integer("a", low=1, high=2),
            None,
            "'a' must be a whole number from 1 to 2, not 1.5.",
        ),
        ("a = 1", lambda s: s.flag("a"), None, "'a' must be true or false, not 1."),
        (
            'a = "2027-09-01"',
            lambda s: s.day("a"),
            None,
            "'a' must be a day like 2027-09-01 without quotes, not \"2027-09-01\".",
        ),
        (
            "a = 2027-09-01T10:00:00",
            lambda s: s.day("a"),
            None,
            "'a' must be a day like 2027-09-01 without quotes, not 2027-09-01 10:00:00.",
        ),
        (
            "a = 1939-12-31",
            lambda s: s.day("a"),
            None,
            "'a' is 1939-12-31; a year before 1940 or after 2100 cannot be meant.",
        ),
        (
            "a = 2101-01-01",
            lambda s: s.day("a"),
            None,
            "'a' is 2101-01-01; a year before 1940 or after 2100 cannot be meant.",
        ),
        (
            'a = "electve"',
            lambda s: s.choice("a", Kind),
            None,
            '\'a\' does not know "electve"; did you mean "elective"?',
        ),
        (
            'a = ["virtual", "zoom"]',
            lambda s: s.choices("a", Mode),
            frozenset({Mode.VIRTUAL}),
            "'a' does not know \"zoom\" (known: in_person, virtual).",
        ),
        (
            "a = [[1]]",
            lambda s: s.names("a", ("x",)),
            frozenset(),
            "'a' does not know [1] (known: x).",
        ),
        (
            'a = "x"',
            lambda s: s.items("a"),
            None,
            "'a' must be a list in square brackets, not \"x\".",
        ),
        ("a = 1", lambda s: s.table("a"), None, "'a' must be a table, not 1."),
        (
            'a = "us"',
            lambda s: s.country("a"),
            None,
            "'a' must hold two capital letters like US, not \"us\".",
        ),
        (
            'a = "UK"',
            lambda s: s.country("a"),
            None,
            "'a' does not know \"UK\"; write GB.",
        ),
        (
            'a = "PR"',
            lambda s: s.country("a"),
            None,
            (
                "'a' does not know \"PR\", a part of the US; write US, and name the state or "
                "territory where a state is asked."
            ),
        ),
        (
            "a = 7",
            lambda s: s.country("a"),
            None,
            "'a' must hold two capital letters like US, not 7.",
        ),
        (
            'a = ["US", "english_speking"]',
            lambda s: s.countries("a"),
            frozenset({"US"}),
            (
                "'a' must hold two capital letters like US, not \"english_speking\"; "
                'did you mean "english_speaking"?'
            ),
        ),
        (
            "a = [{}]",
            lambda s: s.countries("a"),
            frozenset(),
            (
                "'a' must hold two capital letters like US, not {} "
                "(known: english_speaking, us_or_canada)."
            ),
        ),
    ],
)
def test_a_wrong_value_is_answered_with_a_sentence(text, ask, answer, problem):
    assert look(text, ask) == (answer, [f"f:1: a: {problem}"])


def test_a_span_needs_both_its_days():
    assert look("first = 2027-01-04", lambda s: s.span()) == (
        None,
        ["f: last: 'last' is missing; add it."],
    )


def test_a_span_may_not_end_before_it_starts():
    assert look("a = 2027-01-04\nb = 2027-01-03", lambda s: s.span("a", "b")) == (
        None,
        ["f:2: b: 'b' (2027-01-03) is before 'a' (2027-01-04)."],
    )


def test_tables_of_a_list_are_read_one_by_one():
    names, problems = look(
        "[[a]]\nx = 1\n[[a]]\nx = 2\n", lambda s: [t.raw("x") for t in s.tables("a")]
    )

    assert (names, problems) == ([1, 2], [])


def test_a_list_of_tables_that_is_none_is_a_problem():
    assert look("a = 1", lambda s: list(s.tables("a"))) == (
        [],
        ["f:1: a: 'a' must be a list of tables, written [[a]]."],
    )
    assert look("a = [{}, 2]", lambda s: len(list(s.tables("a")))) == (
        1,
        ["f:1: a: 'a' must hold tables, not 2."],
    )
    assert look("", lambda s: list(s.tables("a"))) == ([], [])


def test_a_key_nobody_asked_for_is_a_problem_with_a_suggestion():
    def ask(section):
        section.text("country")
        assert "contry" in section
        assert "country" not in section
        section.close()

    assert look('x = 1\ncontry = "US"', ask)[1] == [
        "f:1: x: 'x' is not known here (known: country).",
        "f:2: contry: 'contry' is not known here; did you mean \"country\"?",
    ]


def test_a_problem_at_the_table_itself_has_the_line_of_the_table():
    def ask(section):
        section.table("a").problem("", "is odd.")

    assert look("\n[a]\nb = 1\n", ask)[1] == ["f:2: a: is odd."]


def test_a_span_needs_its_first_day():
    assert look("last = 2027-01-04", lambda s: s.span()) == (
        None,
        ["f: first: 'first' is missing; add it."],
    )
