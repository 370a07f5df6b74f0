"""How fast the planner proves its plans, beside three other ways; ``--json`` for machines."""

import argparse
import json
import os
import platform
import resource
import statistics
import tempfile
import time
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from planner_twins.big_m import big_m
from planner_twins.cp_sat import cp_sat, python
from planner_twins.instance_file import plain
from planner_twins.mix import Mix, problem_of, shares

from rounds.core.applicant_file import read_applicant
from rounds.core.eligibility.program_file import read_programs
from rounds.core.planner.candidates import candidates
from rounds.core.planner.greedy import greedy
from rounds.core.planner.instance import instance_of
from rounds.core.planner.model import terms_that_matter
from rounds.core.planner.problem import Problem
from rounds.core.planner.solve import solve
from rounds.core.planner.stop import Stop

BUDGETS = (300_000, 800_000, 1_400_000)
SEEDS = (1, 2, 3)
LIMIT_SECONDS = 20.0
SIMPLE = Mix(10_000, 6_000, 1, 800_000, is_simple=True)
LARGE = Mix(6_000, 1_200, 1, 800_000)
MEGABYTE = 1024


def measured(name: str, problem: Problem) -> dict[str, object]:
    """One row: all stages by the planner within the limit."""
    began, first = time.monotonic(), [0.0]

    def told(_: object) -> None:
        first[0] = first[0] or time.monotonic() - began

    worked = time.process_time()
    stop = Stop(seconds=LIMIT_SECONDS, clock=time.monotonic)
    plan = solve(problem, stop=stop, progress=told)
    doors = plan.stages[0]
    return {
        "instance": name,
        "way": "rounds",
        "doors": doors.value,
        "bound": doors.bound,
        "all stages proven": plan.is_proven,
        "first plan s": round(first[0], 2),
        "seconds": round(time.monotonic() - began, 2),
        "cpu s": round(time.process_time() - worked, 2),
        "terms": len(plan.terms),
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE,
    }


def twins(name: str, problem: Problem, cp_python: Path | None) -> Iterator[dict[str, object]]:
    """Rows of the other ways: the first stage only, over the same compiled doors."""
    instance = instance_of(problem, candidates(problem).terms)
    began = time.monotonic()
    doors = instance.value(greedy(instance, terms_that_matter(instance))).sure
    seconds = round(time.monotonic() - began, 2)
    yield {"instance": name, "way": "greedy", "doors": doors, "bound": None, "seconds": seconds}
    told = plain(instance)
    yield {"instance": name, "way": "grouped big-M, HiGHS", **big_m(told, LIMIT_SECONDS)}
    if cp_python is not None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "instance.json"
            file.write_text(json.dumps(told), encoding="utf-8")
            yield {"instance": name, "way": "CP-SAT", **cp_sat(cp_python, file, LIMIT_SECONDS)}


def own_instance(file: Path) -> Problem:
    """A problem out of files: see docs/science.md, benchmark."""
    from rounds.core.planner.offer_file import read_offers  # noqa: PLC0415 -- only for files

    told = tomllib.loads(file.read_text(encoding="utf-8"))
    base = problem_of(Mix(1, 1, 1, round(told["budget"] * 100)))

    def text(name: str) -> str:
        return (file.parent / name).read_text(encoding="utf-8")

    programs = [one for name in told["programs"] for one in read_programs(text(name), name)]
    wishes = replace(
        base.wishes,
        earliest=told.get("from", date.min),
        latest=told.get("until", date.max),
        letters=told.get("letters", 0),
        include_unknown_permission=told.get("include_unknown_permission", False),
    )
    return replace(
        base,
        facts=read_applicant(text(told["applicant"]), told["applicant"]),
        programs=tuple(programs),
        terms=read_offers(text(told["offers"]), told["offers"]),
        wishes=wishes,
    )


def targets(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """The targets against what was measured."""
    ours = [row for row in rows if row["way"] == "rounds"]
    usual = [row for row in ours if "1500x300" in str(row["instance"])]
    simple = [row for row in ours if str(row["instance"]).startswith("simple")]
    seconds = [float(str(row["seconds"])) for row in usual]
    values = [
        ("1,500 x 300, median seconds", statistics.median(seconds), 10.0),
        ("1,500 x 300, worst seconds", max(seconds), 20.0),
        ("1,500 x 300, rows unproven", sum(not r["all stages proven"] for r in usual), 0),
        ("1,500 x 300, worst first plan s", max(float(str(r["first plan s"])) for r in usual), 1.0),
        ("10,000 x 6,000 simple, seconds", float(str(simple[0]["seconds"])), 2.5),
        ("peak MB", max(int(str(row["peak MB"])) for row in ours), 500),
    ]
    return [
        {"name": name, "value": value, "target": target, "ok": value <= target}
        for name, value, target in values
    ]


def everything() -> tuple[list[dict[str, object]], list[str]]:
    """All rows, and notes about what could not be measured."""
    cp_python, why = python()
    notes = [f"CP-SAT skipped: {why}"] if why else []
    rows = []
    for seed in SEEDS:
        for budget in BUDGETS:
            mix = Mix(1_500, 300, seed, budget)
            problem = problem_of(mix)
            rows.append(measured(mix.name, problem))
            show(rows[-1])
            if seed == SEEDS[0]:
                for row in twins(mix.name, problem, cp_python):
                    rows.append(row)
                    show(row)
    notes.append(f"shares of the realistic mix: {shares(problem_of(Mix(1_500, 300, 1, 0)))}")
    for mix in (SIMPLE, LARGE):
        rows.append(measured(mix.name, problem_of(mix)))
        show(rows[-1])
    return rows, notes


def show(row: dict[str, object]) -> None:
    print("  ".join(f"{key}: {value}" for key, value in row.items()), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--instance", type=Path, help="a TOML file that names a problem's files")
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")
    told = parser.parse_args()
    if told.instance:
        rows, notes = [measured(told.instance.name, own_instance(told.instance))], []
        show(rows[0])
        judged: list[dict[str, object]] = []
    else:
        rows, notes = everything()
        judged = targets(rows)
    for line in [*notes, *(str(one) for one in judged)]:
        print(line)
    if told.json:
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
        machine = {"cores": os.cpu_count(), "python": platform.python_version(), "load": load}
        print(json.dumps({"name": "planner", "machine": machine, "rows": rows, "targets": judged}))


if __name__ == "__main__":
    main()
