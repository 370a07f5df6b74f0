import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.web.programs.bridge.trees import (
    negated,
    node_at,
    nodes,
    problems_of_test,
    replaced,
    with_test,
    without,
)


def words(text):
    return {"not_testable": {"text": text}}


A, B, C = words("a"), words("b"), words("c")
UNLESS = {"unless": {"rule": A, "exception": B}}


@pytest.mark.parametrize(
    ("tree", "path", "how", "after"),
    [
        (None, "root", "all", C),
        (A, "root", "all", {"all": [A, C]}),
        (A, "root", "any", {"any": [A, C]}),
        (A, "root", "unless", {"unless": {"rule": A, "exception": C}}),
        ({"all": [A, B]}, "all-0", "all", {"all": [A, C, B]}),
        ({"all": [A, B]}, "root", "all", {"all": [A, B, C]}),
        ({"all": [A, B]}, "all-1", "any", {"all": [A, {"any": [B, C]}]}),
        ({"all": [A, B]}, "root", "any", {"any": [{"all": [A, B]}, C]}),
        (UNLESS, "unless-rule", "all", {"unless": {"rule": {"all": [A, C]}, "exception": B}}),
    ],
)
def test_a_test_is_added_beside_a_node(tree, path, how, after):
    assert with_test(tree, path, how, C) == after


@pytest.mark.parametrize(
    ("tree", "path", "after"),
    [
        (A, "root", None),
        ({"all": [A, B]}, "all-0", B),
        ({"any": [A, B, C]}, "any-1", {"any": [A, C]}),
        ({"none": [A, B]}, "none-0", {"none": [B]}),
        ({"none": [A]}, "none-0", None),
        ({"all": [A, {"none": [B]}]}, "all-1-none-0", A),
        (UNLESS, "unless-exception", A),
        (UNLESS, "unless-rule", B),
        ({"all": [A, {"any": [B, C]}]}, "all-1-any-0", {"all": [A, C]}),
    ],
)
def test_a_node_taken_out_leaves_no_empty_group(tree, path, after):
    assert without(tree, path) == after


def test_a_node_is_turned_into_what_must_not_be_and_back():
    turned = negated({"all": [A, B]}, "all-1")

    assert turned == {"all": [A, {"none": [B]}]}
    assert negated(turned, "all-1") == {"all": [A, B]}


def test_a_test_is_replaced_where_it_stands():
    assert replaced({"any": [A, B]}, "any-1", C) == {"any": [A, C]}
    assert replaced(None, "root", C) == C


@pytest.mark.parametrize(
    "path", ["any-9", "any-x", "all-0", "any-0-not_testable", "unless-rule", "any", "any-0-x"]
)
def test_a_path_that_leads_nowhere_is_no_node(path):
    assert node_at({"any": [A, B]}, path) is None


def test_the_tree_is_shown_with_the_words_of_each_test():
    found = nodes({"any": [A, UNLESS]})

    assert (found.kind, found.words, found.path, found.is_test) == (
        "any", "One of these", "root", False,
    )  # fmt: skip
    first, second = found.parts
    assert (first.words, first.path, first.is_test) == ("a", "any-0", True)
    assert [part.path for part in second.parts] == [
        "any-1-unless-rule",
        "any-1-unless-exception",
    ]
    assert nodes(None) is None


def test_a_test_the_core_cannot_read_says_so_in_place():
    assert nodes({"exam_passed": {}}).words == "cannot be read; change it"


def test_the_core_says_what_is_wrong_with_a_test():
    assert problems_of_test("not_testable", {"text": "a"}) == []
    found = problems_of_test("clinical_experience", {"within": {"years": 99}})
    assert [key for key, _ in found] == ["within.years", "within"]


TREES = st.recursive(
    st.sampled_from([A, B, C]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"all": parts}),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
        st.tuples(inner, inner).map(lambda two: {"unless": {"rule": two[0], "exception": two[1]}}),
    ),
    max_leaves=8,
)


def texts_in(node):
    if node is None:
        return []
    return [node.words] if node.is_test else [t for part in node.parts for t in texts_in(part)]


def count_of(tree):
    return len(texts_in(nodes(tree)))


def paths_of(node):
    yield node.path
    for part in node.parts:
        yield from paths_of(part)


@given(TREES)
def test_every_path_shown_leads_to_its_node_and_every_step_leaves_the_rest(tree):
    count = count_of(tree)
    for path in paths_of(nodes(tree)):
        node = node_at(tree, path)
        assert node is not None
        inside = count_of(node)
        assert count_of(without(tree, path)) == count - inside
        for how in ("all", "any", "unless"):
            assert count_of(with_test(tree, path, how, C)) == count + 1
