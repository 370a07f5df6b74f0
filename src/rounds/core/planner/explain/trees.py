"""Requirement trees whose leaves are answered by somebody else than the facts."""

from collections.abc import Callable

from rounds.core.eligibility.rules import All, AnyOf, Criterion, NoneOf, Rule, Unless, leaves
from rounds.core.eligibility.verdict import Outcome, all_of, any_of, none_of

OutcomeOf = Callable[[Criterion], Outcome]


def judge_leaves(rule: Rule, wanted: OutcomeOf, unwanted: OutcomeOf) -> Outcome:
    """The outcome of a tree whose leaves are answered from outside.

    ``wanted`` answers leaves the person should meet, ``unwanted`` those under a ``none``.
    """
    match rule:
        case All(parts):
            return all_of([judge_leaves(part, wanted, unwanted) for part in parts])
        case AnyOf(parts):
            return any_of([judge_leaves(part, wanted, unwanted) for part in parts])
        case NoneOf(parts):
            return none_of([judge_leaves(part, unwanted, wanted) for part in parts])
        case Unless(inner, exception):
            parts = (inner, exception)
            return any_of([judge_leaves(part, wanted, unwanted) for part in parts])
        case _:
            return wanted(rule)


def grows(rule: Rule) -> bool:
    """True when a rotation can add to some leaf of the tree."""
    return any(leaf.grows_with_plan for leaf in leaves(rule))
