"""Doors against dollars as a drawn staircase: geometry only."""

from collections.abc import Sequence
from dataclasses import dataclass

from rounds.core.values import Cents, money

WIDTH, HEIGHT = 440, 260
LEFT, RIGHT, TOP, BOTTOM = 44, 22, 32, 44
STEPS = (1, 2, 5)
MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid with its figure; ``at`` is in the picture's own units."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """One plan of the frontier."""

    x: float
    y: float
    doors: int
    is_proven: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that is drawn. ``path`` is the staircase from the origin to the last point."""

    width: int
    height: int
    left: int
    right: int
    base: int
    top: int
    dollars: tuple[Tick, ...]
    doors: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    path: str
    budget: float | None


@dataclass(frozen=True, slots=True)
class Point:
    """What is drawn of one plan."""

    cost: Cents
    doors: int
    is_proven: bool
    is_chosen: bool = False


def chart_of(points: Sequence[Point], *, budget: Cents | None) -> Chart:
    """The staircase through points that rise in cost and in doors."""
    ordered = sorted(points, key=lambda point: (point.cost, point.doors))
    most_cents = max([point.cost for point in ordered] + [100_00])
    if budget is not None and budget <= 2 * most_cents:
        most_cents = max(most_cents, budget)
    dollar_step = _step(most_cents / 100) * 100
    door_step = _step(max([point.doors for point in ordered] + [1]))
    end_cents = _round_up(most_cents, dollar_step)
    end_doors = _round_up(max([point.doors for point in ordered] + [1]), door_step)
    base = HEIGHT - BOTTOM

    def across(cents: Cents) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * cents / end_cents, 1)

    def up(doors: int) -> float:
        return round(base - (base - TOP) * doors / end_doors, 1)

    dots = tuple(
        Dot(across(p.cost), up(p.doors), p.doors, p.is_proven, p.is_chosen) for p in ordered
    )
    return Chart(
        WIDTH,
        HEIGHT,
        LEFT,
        WIDTH - RIGHT,
        base,
        TOP,
        tuple(Tick(across(c), money(c)) for c in range(0, end_cents + 1, dollar_step)),
        tuple(Tick(up(d), str(d)) for d in range(0, end_doors + 1, door_step)),
        dots,
        _staircase(dots, LEFT, base, WIDTH - RIGHT),
        across(budget) if budget is not None and budget <= end_cents else None,
    )


def _step(most: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, … that needs at most six lines."""
    power = 1
    while True:
        for step in STEPS:
            if most <= step * power * MOST_TICKS:
                return step * power
        power *= 10


def _round_up(value: int, step: int) -> int:
    return max(step, -(-value // step) * step)


def _staircase(dots: Sequence[Dot], left: float, base: float, right: float) -> str:
    parts, height = [f"M{left} {base}"], base
    for dot in dots:
        parts.append(f"H{dot.x}")
        if dot.y != height:
            parts.append(f"V{dot.y}")
            height = dot.y
    return "".join((*parts, f"H{right}"))
