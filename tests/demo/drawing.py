"""Draw many pages of one topic, and read their rules as the program file would."""

from collections.abc import Callable
from random import Random

from rounds.core.eligibility.program_file import read_rule
from rounds.core.eligibility.rules import Rule, leaves
from rounds.core.reading import read_toml
from rounds.demo.clauses.page import Clause, Page

DRAWS = 400


def pages(page_of: Callable[[Random, str], Page], specialty: str = "neurology") -> list[Page]:
    """The same many pages every time."""
    chance = Random(1)
    return [page_of(chance, specialty) for _ in range(DRAWS)]


def clauses(drawn: list[Page]) -> list[Clause]:
    return [clause for page in drawn for clause in page.clauses]


def rule(clause: Clause) -> Rule:
    """The tree, or BadInput when the loader does not understand it."""
    root = read_toml(f"rule = {clause.rule}", "drawn")
    table = root.table("rule")
    found = read_rule(table) if table else None
    root.close()
    root.report.raise_if_any()
    assert found is not None
    return found


def leaf_names(drawn: list[Page]) -> set[str]:
    return {leaf.name for clause in clauses(drawn) for leaf in leaves(rule(clause))}


def share(drawn: list[Page], holds: Callable[[Page], bool]) -> float:
    return sum(map(holds, drawn)) / len(drawn)
