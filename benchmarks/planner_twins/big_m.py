"""Twin: HiGHS with a row for each door and clause, equal doors grouped (no shared thresholds)."""

from planner_twins.instance_file import Plain
from rounds.core.planner.rows import Limits, Rows, run


def big_m(plain: Plain, seconds: float) -> dict[str, object]:
    """Most sure doors within the limit, the bound, and the seconds HiGHS took."""
    rows = Rows()
    terms = [rows.column(0, 1, is_integer=True) for _ in range(plain["terms"])]
    cost = {terms[n]: float(cents) for n, cents in enumerate(plain["own"]) if cents}
    for shared in plain["shared"]:
        column = rows.column(0, 1, is_integer=False)
        cost[column] = float(shared["cents"])
        for n in shared["terms"]:
            rows.at_least(0, [(column, 1.0), (terms[n], -1.0)])
    rows.at_most(plain["budget"], cost.items())
    for clique in plain["cliques"]:
        rows.at_most(1, [(terms[n], 1.0) for n in clique])
    objective = {_door(rows, terms, plain, door): float(door["weight"]) for door in plain["doors"]}
    result = run(rows.program(objective, maximize=True), Limits(seconds, None))
    found = 0
    if result.values is not None:
        found = round(sum(result.values[c] * weight for c, weight in objective.items()))
    return {
        "doors": plain["sure_now"] + found,
        "bound": plain["sure_now"] + int(result.bound + 1e-6),
        "seconds": round(result.seconds, 2),
    }


def _door(rows: Rows, terms: list[int], plain: Plain, door: dict[str, object]) -> int:
    column = rows.column(0, 1, is_integer=False)
    choices = []
    for one in door["alternatives"]:
        choice = rows.column(0, 1, is_integer=True)
        choices.append((choice, 1.0))
        for number in one:
            asked = plain["thresholds"][number]
            entries = [(_any(rows, terms, group), float(w)) for w, group in asked["groups"]]
            rows.at_least(0, [*entries, (choice, -float(asked["need"]))])
    rows.at_least(0, [*choices, (column, -1.0)])
    return column


def _any(rows: Rows, terms: list[int], group: list[int]) -> int:
    if len(group) == 1:
        return terms[group[0]]
    column = rows.column(0, 1, is_integer=False)
    rows.at_least(0, [*((terms[n], 1.0) for n in group), (column, -1.0)])
    return column
