"""What became different between two answers, from their documents ``rounds.plan/1``."""

from collections.abc import Iterator, Sequence
from datetime import date

from rounds.core.planner.explain.words import counted
from rounds.core.planner.report.items import Item
from rounds.core.planner.report.words import names_line, short_span
from rounds.core.values import DateSpan, money

FEW = 5


def differences(before: Item, after: Item) -> list[str]:
    """Rotations, dollars, doors and proof, a sentence each; nothing where nothing changed."""
    return [
        *_rotations(before, after),
        *_dollars(before, after),
        *_doors(before, after),
        *_proof(before, after),
    ]


def _rotations(before: Item, after: Item) -> Iterator[str]:
    old = {one["code"]: one for one in before["rotations"]}
    new = {one["code"]: one for one in after["rotations"]}
    for code, one in old.items():
        if code not in new:
            yield f"No longer in the plan: {_rotation(one)}."
    for code, one in new.items():
        if code not in old:
            yield f"New in the plan: {_rotation(one)}."


def _rotation(one: Item) -> str:
    span = DateSpan(date.fromisoformat(one["first"]), date.fromisoformat(one["last"]))
    return f"{one['rotation']}, {one['site']['name']}, {short_span(span)}"


def _dollars(before: Item, after: Item) -> Iterator[str]:
    old, new = before["costs"]["total_cents"], after["costs"]["total_cents"]
    if old != new:
        yield f"It costs {money(new)}, not {money(old)}."


def _doors(before: Item, after: Item) -> Iterator[str]:
    old = {one["id"]: one["name"] for one in before["doors"]["newly_open"]}
    new = {one["id"]: one["name"] for one in after["doors"]["newly_open"]}
    lost = [name for code, name in old.items() if code not in new]
    won = [name for code, name in new.items() if code not in old]
    if lost:
        yield f"{_said(lost, 'no longer opens', 'no longer open')} with it: {_named(lost)}"
    if won:
        yield f"{_said(won, 'opens', 'open')} with it besides: {_named(won)}"
    possible = [len(one["doors"]["newly_possible"]) for one in (before, after)]
    if possible[0] != possible[1]:
        yield f"{counted(possible[1], 'door')} would be possible, not {possible[0]:,}."


def _said(names: Sequence[str], one: str, many: str) -> str:
    return f"{counted(len(names), 'door')} {one if len(names) == 1 else many}"


def _named(names: Sequence[str]) -> str:
    return names_line(names, most=FEW)


def _proof(before: Item, after: Item) -> Iterator[str]:
    old, new = before["proof"]["proven"], after["proof"]["proven"]
    if old and not new:
        yield "It is no longer proven best: the search ran out of time."
    if new and not old:
        yield "It is proven best now."
