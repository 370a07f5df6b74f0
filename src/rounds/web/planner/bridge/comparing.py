"""Two plans side by side: what each opens, costs and takes."""

from dataclasses import dataclass
from datetime import date
from typing import Any  # a kept document is JSON

from rounds.core.planner.report.words import short_span
from rounds.core.values import DateSpan, money
from rounds.web.planner.models import Plan

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of both plans, and whether it differs."""

    words: str
    one: str
    two: str

    @property
    def differs(self) -> bool:
        return self.one != self.two


@dataclass(frozen=True, slots=True)
class Door:
    """A program whose door a plan opens."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures, the rotations of each, and the doors that only one of them opens."""

    rows: tuple[Row, ...]
    rotations: tuple[tuple[str, ...], tuple[str, ...]]
    only_one: tuple[Door, ...]
    only_two: tuple[Door, ...]
    both: int


def compared(one: Plan, two: Plan) -> Comparison:
    """Both from their documents; nothing is solved again."""
    left, right = one.document, two.document
    doors = [{d["id"]: d["name"] for d in plan["doors"]["newly_open"]} for plan in (left, right)]
    rows = tuple(
        Row(words, a, b) for (words, a), (_, b) in zip(_figures(one), _figures(two), strict=True)
    )
    return Comparison(
        rows=rows,
        rotations=(_rotations(left), _rotations(right)),
        only_one=_doors(doors[0], doors[1]),
        only_two=_doors(doors[1], doors[0]),
        both=len(doors[0].keys() & doors[1].keys()),
    )


def _figures(plan: Plan) -> list[tuple[str, str]]:
    told: Document = plan.document
    doors, wishes = told["doors"], told["wishes"]
    lasts = [one["last"] for one in told["rotations"]]
    budget = "no limit" if wishes["budget_cents"] is None else money(wishes["budget_cents"])
    return [
        ("Doors that open", f"{len(doors['newly_open']):,}"),
        ("Doors open in all", f"{doors['open_after']:,}"),
        ("Possible doors", f"{len(doors['newly_possible']):,}"),
        ("Cost", money(told["costs"]["total_cents"])),
        ("of it estimated", money(told["costs"]["estimated_cents"])),
        ("Rotations", f"{len(told['rotations']):,}"),
        ("Weeks", f"{sum(one['weeks'] for one in told['rotations']):,}"),
        ("Letters in time", f"{told['letters_in_time']:,}"),
        ("Last day", _day(max(lasts)) if lasts else "–"),
        ("Budget asked for", budget),
        ("Season", str(told["season"]["year"])),
        ("Proof", "proven" if told["proof"]["proven"] else "not proven"),
    ]


def _day(text: str) -> str:
    value = date.fromisoformat(text)
    return f"{value:%b} {value.day}, {value.year}"


def _rotations(told: Document) -> tuple[str, ...]:
    return tuple(
        f"{short_span(DateSpan(date.fromisoformat(r['first']), date.fromisoformat(r['last'])))}: "
        f"{r['rotation']}, {r['site']['name']}"
        for r in told["rotations"]
    )


def _doors(mine: dict[str, str], other: dict[str, str]) -> tuple[Door, ...]:
    return tuple(Door(code, name) for code, name in mine.items() if code not in other)
