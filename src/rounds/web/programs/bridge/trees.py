"""Change a rule's tree one step at a time: pure functions over the core's own file form.

A path names a node from the root: ``root``, ``any-0``, ``any-0-all-1``, ``unless-rule``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any  # the file form is untyped until the core has checked it

from rounds.core.eligibility.criteria import READERS
from rounds.core.eligibility.program_file import read_rule
from rounds.core.eligibility.rules import describe
from rounds.core.reading import Report, Section
from rounds.web.programs.bridge.content import with_days

Tree = dict[str, Any]
ROOT = "root"
GROUPS = ("all", "any", "none")
KINDS = frozenset({*READERS, *GROUPS, "unless"})
TITLES = {
    "all": "All of these",
    "any": "One of these",
    "none": "None of these",
    "unless": "The first, unless the second",
}
HOWS = {"all": "and also", "any": "or instead", "unless": "unless"}


@dataclass(frozen=True, slots=True)
class Node:
    """One node as the editor shows it; a test has words, a group has parts."""

    path: str
    kind: str
    words: str
    parts: tuple["Node", ...] = ()

    @property
    def is_test(self) -> bool:
        return self.kind in READERS


def nodes(tree: Tree | None) -> Node | None:
    """The tree for showing; ``None`` while nothing is asked yet."""
    return _node(tree, ()) if tree else None


def _node(tree: Tree, steps: tuple[str, ...]) -> Node:
    (kind,) = tree
    path = "-".join(steps) or ROOT
    if kind in GROUPS:
        parts = tuple(
            _node(part, (*steps, kind, str(index))) for index, part in enumerate(tree[kind])
        )
        return Node(path, kind, TITLES[kind], parts)
    if kind == "unless":
        parts = tuple(
            _node(tree[kind][part], (*steps, kind, part)) for part in ("rule", "exception")
        )
        return Node(path, kind, TITLES[kind], parts)
    return Node(path, kind, _words(tree))


def _words(tree: Tree) -> str:
    report = Report("", "")
    rule = read_rule(Section(with_days(tree), (), report))
    return describe(rule) if rule else "cannot be read; change it"


def problems_of_test(kind: str, values: dict[str, Any]) -> list[tuple[str, str]]:
    """What is wrong with one test: the key it is about, dotted, and the sentence."""
    report = Report("", "")
    READERS[kind](Section(with_days(values), (), report))
    return [(one.key, one.sentence) for one in report.problems]


def steps_of(path: str) -> list[str]:
    return [] if path == ROOT else path.split("-")


def node_at(tree: Tree | None, path: str) -> Tree | None:
    """The node of a path, or ``None`` when the tree has none there."""
    found: Any = tree
    for step in steps_of(path):
        found = _inside(found, step)
    return found if isinstance(found, dict) and len(found) == 1 and set(found) <= KINDS else None


def _inside(found: Any, step: str) -> Any:
    if isinstance(found, list) and step.isdecimal():
        return found[int(step)] if int(step) < len(found) else None
    return found.get(step) if isinstance(found, dict) else None


def with_test(tree: Tree | None, path: str, how: str, test: Tree) -> Tree:
    """A test added beside the node of a path: ``all`` and also, ``any`` or instead, ``unless``.

    A group that already joins so takes it in; else the node and the test make a new group.
    """
    if tree is None:
        return test
    steps = steps_of(path)
    if len(steps) >= 2 and steps[-2] == how and steps[-1].isdecimal():
        place = int(steps[-1]) + 1
        parent = "-".join(steps[:-2]) or ROOT
        return _changed(tree, parent, lambda node: {how: _inserted(node[how], place, test)})
    return _changed(tree, path, lambda node: _joined(node, how, test))


def _inserted(parts: list[Tree], place: int, test: Tree) -> list[Tree]:
    return [*parts[:place], test, *parts[place:]]


def _joined(node: Tree, how: str, test: Tree) -> Tree:
    if how == "unless":
        return {"unless": {"rule": node, "exception": test}}
    return {how: [*node[how], test]} if how in node else {how: [node, test]}


def negated(tree: Tree, path: str) -> Tree:
    """The node turned into what must not be; turned back when it was so."""

    def turn(node: Tree) -> Tree:
        parts = node.get("none")
        return parts[0] if isinstance(parts, list) and len(parts) == 1 else {"none": [node]}

    return _changed(tree, path, turn)


def replaced(tree: Tree | None, path: str, test: Tree) -> Tree:
    return test if tree is None else _changed(tree, path, lambda _: test)


def without(tree: Tree, path: str) -> Tree | None:
    """The tree without a node; a group of one is that one, an empty group is gone."""
    steps = steps_of(path)
    if not steps:
        return None
    parent = "-".join(steps[:-2]) or ROOT
    kind, which = steps[-2:]
    if kind == "unless":
        other = "exception" if which == "rule" else "rule"
        return _changed(tree, parent, lambda node: node["unless"][other])
    left = [
        part
        for index, part in enumerate((node_at(tree, parent) or {}).get(kind, ()))
        if index != int(which)
    ]
    if not left:
        return without(tree, parent)
    is_one = len(left) == 1 and kind != "none"
    return _changed(tree, parent, lambda _: left[0] if is_one else {kind: left})


def _changed(tree: Tree, path: str, change: Callable[[Tree], Tree]) -> Tree:
    """A copy of the tree whose node at the path is another one."""
    changed: Tree = _copy(tree, steps_of(path), change)
    return changed


def _copy(found: Any, steps: list[str], change: Callable[[Tree], Tree]) -> Any:
    if not steps:
        return change(found)
    first, rest = steps[0], steps[1:]
    if isinstance(found, list):
        return [
            _copy(one, rest, change) if index == int(first) else one
            for index, one in enumerate(found)
        ]
    return {key: _copy(one, rest, change) if key == first else one for key, one in found.items()}
