"""Requirement trees: ``all``, ``any``, ``none``, ``unless`` over testable leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol, runtime_checkable

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.verdict import Outcome, all_of, any_of, none_of


@runtime_checkable
class Criterion(Protocol):
    """A leaf: one testable condition. ``grows_with_plan`` marks what a rotation can add to."""

    name: ClassVar[str]
    grows_with_plan: ClassVar[bool]

    def describe(self) -> str:
        """What is asked, as the object of "The program asks for …"."""
        ...

    def outcome(self, case: Case) -> Outcome:
        """Is it met on the day it is due?"""
        ...


@dataclass(frozen=True, slots=True)
class All:
    """Every part must be met."""

    parts: tuple["Rule", ...]

    def __post_init__(self) -> None:
        _refuse_empty(self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part must be met."""

    parts: tuple["Rule", ...]

    def __post_init__(self) -> None:
        _refuse_empty(self.parts)


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No part may be met; only for facts that disqualify, never for experience or letters."""

    parts: tuple["Rule", ...]

    def __post_init__(self) -> None:
        _refuse_empty(self.parts)
        if any(leaf.grows_with_plan for part in self.parts for leaf in leaves(part)):
            raise ValueError(
                "'none' may not hold experience or letters: having more closes nothing"
            )


@dataclass(frozen=True, slots=True)
class Unless:
    """The rule, or else the exception."""

    rule: "Rule"
    exception: "Rule"


Rule = All | AnyOf | NoneOf | Unless | Criterion


def _refuse_empty(parts: tuple["Rule", ...]) -> None:
    if not parts:
        raise ValueError("a branch without parts would be met by nobody knows what")


def leaves(rule: Rule) -> Iterator[Criterion]:
    """Every leaf, from left to right."""
    match rule:
        case All(parts) | AnyOf(parts) | NoneOf(parts):
            for part in parts:
                yield from leaves(part)
        case Unless(inner, exception):
            yield from leaves(inner)
            yield from leaves(exception)
        case _:
            yield rule


def judge(rule: Rule, case: Case) -> Outcome:
    """The outcome of a whole tree; each tree and leaf (the same object) once for a case."""
    kept = case.kept.get(id(rule))
    if kept is None:
        # the rule is kept with its outcome: as long as it lives, no other rule has its id
        kept = case.kept[id(rule)] = (rule, _judged(rule, case))
    outcome: Outcome = kept[1]
    return outcome


def _judged(rule: Rule, case: Case) -> Outcome:
    match rule:
        case All(parts):
            return all_of([judge(part, case) for part in parts])
        case AnyOf(parts):
            return any_of([judge(part, case) for part in parts])
        case NoneOf(parts):
            return none_of([judge(part, case) for part in parts])
        case Unless(inner, exception):
            return any_of([judge(inner, case), judge(exception, case)])
        case _:
            return rule.outcome(case)


def describe(rule: Rule) -> str:
    """The tree in plain words, as the object of "The program requires …"."""
    match rule:
        case All(parts):
            return "; and ".join(_bracketed(part) for part in parts)
        case AnyOf(parts):
            return "either " + ", or ".join(_bracketed(part) for part in parts)
        case NoneOf(parts):
            return "none of these: " + "; ".join(_bracketed(part) for part in parts)
        case Unless(inner, exception):
            return f"{_bracketed(inner)}, unless there is {_bracketed(exception)}"
        case _:
            return rule.describe()


def _bracketed(rule: Rule) -> str:
    text = describe(rule)
    return f"({text})" if isinstance(rule, All | AnyOf | NoneOf | Unless) else text
