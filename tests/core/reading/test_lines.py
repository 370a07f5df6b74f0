import pytest

from rounds.core.reading import line_numbers

TEXT = '''a = 1
b.c = 2
"q.x" = { d = 3, e = [ { f = 4 },
  { f = 5 } ] } # comment

[t."u v"]
k = [ [1,
  2 ], # comment
  3 ]

[[arr]]
z = 1

[[arr]]
[arr.sub]
y = 2027-01-02

[[arr.subs]]
w = """one
two"""

[[arr.subs]]
[[other.rows]]
v.x = { y.z = 1 }
'''
LINES = line_numbers(TEXT)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 1),
        (("b",), 2),
        (("b", "c"), 2),
        (("q.x",), 3),
        (("q.x", "d"), 3),
        (("q.x", "e"), 3),
        (("q.x", "e", 0), 3),
        (("q.x", "e", 0, "f"), 3),
        (("q.x", "e", 1), 4),
        (("q.x", "e", 1, "f"), 4),
        (("t",), 6),
        (("t", "u v"), 6),
        (("t", "u v", "k"), 7),
        (("t", "u v", "k", 0, 1), 8),
        (("t", "u v", "k", 1), 9),
        (("arr",), 11),
        (("arr", 0), 11),
        (("arr", 0, "z"), 12),
        (("arr", 1), 14),
        (("arr", 1, "sub"), 15),
        (("arr", 1, "sub", "y"), 16),
        (("arr", 1, "subs", 0), 18),
        (("arr", 1, "subs", 0, "w"), 19),
        (("arr", 1, "subs", 1), 22),
        (("other", "rows", 0), 23),
        (("other", "rows", 0, "v", "x", "y", "z"), 24),
    ],
)
def test_every_key_has_the_line_on_which_it_stands(path, line):
    assert LINES[path] == line


def test_lines_are_the_same_with_windows_line_ends():
    assert line_numbers(TEXT.replace("\n", "\r\n")) == LINES


def test_a_broken_text_gives_the_lines_it_can():
    assert line_numbers("a = 1\n= broken\nb = 2\n")[("a",)] == 1


def test_a_text_nested_a_thousand_deep_needs_no_deep_stack():
    depth = 1000

    assert max(map(len, line_numbers(f"a = {'[' * depth}{']' * depth}"))) == depth


def test_characters_that_no_file_can_hold_do_not_stop_the_count():
    assert line_numbers('a = "\ud800"\nb = 1\n')[("b",)] == 2


def test_every_list_inside_a_list_is_counted():
    lines = line_numbers("a = [\n [1],\n [2,\n 3],\n { b = [4,\n 5] } ]\n")

    assert [lines["a", 0, 0], lines["a", 1, 1], lines["a", 2, "b", 0]] == [2, 4, 5]
    assert lines["a", 2, "b", 1] == 6
