"""One measurement on SQLite and on PostgreSQL, each in a process of its own, told the same way."""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
Found = dict[str, object]


def tell(
    file: str,
    measure: Callable[[str], Found],
    *,
    about: str,
    targets: Sequence[tuple[str, str, float]],
) -> int:
    """The command line of a benchmark.

    ``measure`` gets the instance named on the command line, or an empty text. ``targets`` are key,
    words and the most that the value of each database may be.
    """
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--measure", action="store_true", help="one database, for ourselves")
    parser.add_argument("--instance", default="", help="a file to measure instead of a made one")
    told = parser.parse_args()
    if told.measure:
        print(json.dumps(measure(told.instance)))
        return 0
    rows = [_run(file, told.instance), _run(file, told.instance, "-m", "tests.postgresql")]
    judged = [_judged(row, *target) for row in rows for target in targets]
    for row in rows:
        for key, value in row.items():
            print(f"{key:<34} {value}")
        print()
    for one in judged:
        print(f"{one['name']}: {one['value']} (target {one['target']})")
    if told.json:
        name = Path(file).stem
        print(json.dumps({"name": name, "machine": _machine(), "rows": rows, "targets": judged}))
    return 0


def _judged(row: Found, key: str, words: str, target: float) -> Found:
    value = float(str(row[key]))
    name = f"{words}, {row['database']}"
    return {"name": name, "value": value, "target": target, "ok": value < target}


def _run(file: str, instance: str, *before: str) -> Found:
    command = [sys.executable, *before, sys.executable, file, "--measure"]
    if not before:
        command = command[1:]
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    said = subprocess.run(
        [*command, "--instance", instance],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    if said.returncode:
        sys.exit(said.stdout + said.stderr)
    found: Found = json.loads(said.stdout.strip().splitlines()[-1])
    return found


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
