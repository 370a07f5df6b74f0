from datetime import date

import pytest

from rounds.cli.options import Options, cannot_write
from rounds.core.errors import BadInput
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Kind


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("4,500", 450_000),
        ("$4,500", 450_000),
        (" 4500.50 ", 450_050),
        ("0", 0),
        ("1,234,567.89", 123_456_789),
    ],
)
def test_dollars_are_read_to_the_cent(text, cents):
    options = Options()

    assert options.money("--budget", text) == cents
    assert options.problems == []


@pytest.mark.parametrize("text", ["4.5k", "4,50", "-1", "", "~$200", "12.345", "1" * 20, "٤"])
def test_what_is_not_an_amount_is_refused_with_an_example(text):
    options = Options()

    assert options.money("--budget", text) is None
    (problem,) = options.problems
    assert problem.key == "--budget"
    assert problem.sentence.endswith("is not an amount in dollars; write it like 4,500 or 4500.50.")


@pytest.mark.parametrize("text", ["2027-01-04", "Jan 4, 2027", "January 4, 2027"])
def test_a_day_may_be_written_as_rounds_prints_it(text):
    assert Options().day("--from", text) == date(2027, 1, 4)


@pytest.mark.parametrize("text", ["01/04/2027", "2027-02-30", "soon", "2027-1"])
def test_a_day_that_is_none_or_could_mean_two_is_refused(text):
    options = Options()

    assert options.day("--from", text) is None
    assert [str(problem) for problem in options.problems] == [
        f'command line: --from: "{text}" is not a day of the calendar; write it like 2027-01-04.'
    ]


def test_days_in_the_wrong_order_are_told_to_be_swapped():
    options = Options()
    first, last = date(2027, 2, 1), date(2027, 1, 1)

    assert options.span(first, last) is None
    assert [p.sentence for p in options.problems] == [
        "2027-01-01 is before --from 2027-02-01; swap them."
    ]
    assert options.span(last, first) == DateSpan(last, first)


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("4", 4), ("5", None), ("-1", None), ("x", None), ("²", None)]
)
def test_a_whole_number_keeps_to_its_bounds(text, number):
    options = Options()

    assert options.whole("--letters", text, low=0, high=4) == number
    assert len(options.problems) == (number is None)


def test_a_word_may_have_hyphens_and_a_wrong_one_gets_the_nearest():
    options = Options()

    assert options.word("--kind", "Sub-Internship", Kind) is Kind.SUB_INTERNSHIP
    assert options.word("--kind", "observship", Kind) is None
    assert [problem.sentence for problem in options.problems] == [
        'does not know "observship"; did you mean "observership"?'
    ]


def test_names_may_stand_in_one_list_with_commas():
    options = Options()

    found = options.names("--state", ["ca, OH", "ny"], ("CA", "OH", "NY"))

    assert found == frozenset({"CA", "OH", "NY"})
    assert options.problems == []


def test_a_starred_program_counts_double_unless_a_weight_is_given():
    options = Options()

    assert options.star(["b", "a=5", "c=0"]) == (("a", 5), ("b", 2), ("c", 0))
    assert options.star(["d=much"]) == ()
    assert len(options.problems) == 1


@pytest.mark.parametrize(("text", "told"), [("yes", True), ("no", False), ("unknown", None)])
def test_unknown_is_an_answer(text, told):
    options = Options()

    assert options.answer("--faculty", text) is told
    assert options.problems == []


def test_a_file_is_read_without_its_byte_order_mark(tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes("\ufeffname = 'É'\r\n".encode())

    assert Options().text_of("--applicant", path) == "name = 'É'\r\n"


def test_each_unreadable_file_is_a_sentence(tmp_path):
    (tmp_path / "latin.toml").write_bytes(b"name = '\xe9'")
    options = Options()

    for path in (tmp_path / "none.toml", tmp_path, tmp_path / "latin.toml"):
        assert options.text_of("--applicant", path) is None

    assert [problem.sentence for problem in options.problems] == [
        f"there is no file {tmp_path / 'none.toml'}.",
        f"{tmp_path} is a folder; name a file.",
        f"{tmp_path / 'latin.toml'} is not UTF-8 text; save it as UTF-8.",
    ]


def test_all_problems_are_raised_at_once_before_a_value_is_handed_out():
    options = Options()
    options.needed("--offers", None, "FILE, the rotations on offer")
    options.day("--from", "soon")

    with pytest.raises(BadInput) as refused:
        options.settled("value")

    assert [problem.key for problem in refused.value.problems] == ["--from", "--offers"]


def test_a_value_missing_without_a_problem_is_a_fault_of_ours():
    with pytest.raises(AssertionError):
        Options().settled(None)


def test_a_file_that_cannot_be_written_is_a_problem_of_its_option(tmp_path):
    refusal = cannot_write("--html", tmp_path / "x.html", PermissionError(13, "Permission denied"))

    assert [str(problem) for problem in refusal.problems] == [
        f"command line: --html: {tmp_path / 'x.html'} cannot be written: Permission denied."
    ]


def test_states_are_two_letters_in_any_case_and_a_wrong_one_is_shown_how():
    options = Options()

    assert options.states(["ny, OH", "Tx"]) == {"NY", "OH", "TX"}
    assert options.states(["Texas", "XX"]) == frozenset()
    assert [str(one.sentence) for one in options.problems] == [
        'does not know "Texas"; write the two letters, such as CA.',
        'does not know "XX"; write the two letters, such as CA.',
    ]
