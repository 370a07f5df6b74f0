"""How fast the pages of programs answer, and how fast one person's doors are judged anew.

`python3 dev.py bench pages [--json]`. 6,000 generated programs, on SQLite and on PostgreSQL. Server
time of whole requests of a signed-in applicant, middleware and template included, through
Django's test client in one process. The naive twin judges every program within the request and
keeps nothing, in the same run; its doors must agree with ours.
"""

import argparse
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))
from assess import PROGRAMS, SEED, person, program, yardstick  # noqa: E402 -- the same person and programs

ROUNDS, WARM, JUDGINGS = 8, 2, 5
LIST_MS, PROGRAM_MS, JUDGE_MS = 200, 60, 500
QUERIES = (
    "", "?q=generated%20program%2017", "?door=open", "?door=undecided&cause=not_stated",
    "?specialty=neurology&sponsors=j1", "?stage=rank&rules=current", "?page=200", "?sort=name",
)  # fmt: skip


# ── one database ─────────────────────────────────────────────────────────────────────────────


def build() -> Any:
    """The generated programs, and the applicant of the benchmark of assessing."""
    from django.utils import timezone  # noqa: PLC0415 -- after Django is set up

    from rounds.demo.installation.facts import rows_of  # noqa: PLC0415 -- as above
    from rounds.web.accounts.models import User  # noqa: PLC0415 -- as above
    from rounds.web.programs.actions.imports import import_programs  # noqa: PLC0415 -- as above
    from rounds.web.programs.bridge.content import tables_told  # noqa: PLC0415 -- as above

    chance = random.Random(SEED)
    text = "\n".join(program(chance, number) for number in range(PROGRAMS))
    import_programs(told=tables_told(text, "generated.toml"), by="command:bench", at=timezone.now())
    user = User.objects.create_user("bench@applicant.example", name="Bench (fictional)")
    for row in rows_of(person(), user):
        row.save()
    return user


def times(jobs: list[Callable[[], object]], rounds: int) -> list[float]:
    """Milliseconds of each call, all jobs in turn."""
    found = []
    for _ in range(rounds):
        for job in jobs:
            began = time.perf_counter()
            job()
            found.append((time.perf_counter() - began) * 1000)
    return found


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[18]


def measure() -> dict[str, object]:
    """In a process of its own, with Django set up on one database."""
    import django  # noqa: PLC0415 -- the settings are those of the environment

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 -- after setup
    from django.db import connection  # noqa: PLC0415 -- as above
    from django.test import Client  # noqa: PLC0415 -- as above
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 -- as above

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    user = build()
    client = Client(SERVER_NAME="localhost")
    client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")

    def page(address: str) -> Callable[[], object]:
        def ask() -> None:
            if client.get(address).status_code != 200:
                sys.exit(f"{address} does not answer")

        return ask

    first = times([page("/programs/")], 1)[0]
    lists = [page(f"/programs/{query}") for query in QUERIES]
    pages = [page(f"/programs/generated-{number}/") for number in range(0, PROGRAMS, 200)]
    times([*lists, *pages], WARM)
    check_the_twin(user)
    asked = []
    for ask in lists:
        with CaptureQueriesContext(connection) as captured:
            ask()
        asked.append(len(captured))
    listing, showing = times(lists, ROUNDS), times(pages, ROUNDS)
    return {
        "database": connection.vendor,
        "list p50 ms": round(statistics.median(listing), 1),
        "list p95 ms": round(p95(listing), 1),
        "list queries": f"{min(asked)} to {max(asked)}",
        "program p95 ms": round(p95(showing), 1),
        "first look ever, doors judged and kept, ms": round(first, 1),
        "judged anew after a fact, median ms": round(statistics.median(after_a_fact(user)), 1),
        "a million additions, ms": round(yardstick(), 1),
        "naive judging in the request, median ms": round(
            statistics.median(times([lambda: naive(user)], 3)), 1
        ),
    }


def after_a_fact(user: Any) -> list[float]:
    """The background's work: a score changes each time, and with it many doors."""
    from django.utils import timezone  # noqa: PLC0415 -- after Django is set up

    from rounds.web.dossier.bridge import next_season  # noqa: PLC0415 -- as above
    from rounds.web.programs.actions.doors import current_doors  # noqa: PLC0415 -- as above

    season = next_season(timezone.localdate())
    sitting = user.exam_sittings.filter(exam="step_2_ck").get()
    found = []
    for number in range(JUDGINGS):
        sitting.score = 210 + 40 * (number % 2)
        sitting.save()
        found += times([lambda: current_doors(user=user, season=season, at=timezone.now())], 1)
    return found


def naive(user: Any) -> Counter[str]:
    """Every program judged, nothing kept."""
    from django.utils import timezone  # noqa: PLC0415 -- after Django is set up

    from rounds.web.dossier.bridge import next_season  # noqa: PLC0415 -- as above
    from rounds.web.programs.bridge.judging import facts_for, judged  # noqa: PLC0415 -- as above
    from rounds.web.programs.bridge.shelf import shelf  # noqa: PLC0415 -- as above

    season = next_season(timezone.localdate())
    found = judged(facts_for(user, season), shelf().programs, season)
    return Counter(one.door for one in found.values())


def check_the_twin(user: Any) -> None:
    from rounds.web.programs.models import DoorVerdict  # noqa: PLC0415 -- after Django is set up

    kept = Counter(DoorVerdict.objects.values_list("door", flat=True))
    if kept != (twin := naive(user)):
        sys.exit(f"the twin disagrees: {kept} against {twin}")


# ── both ─────────────────────────────────────────────────────────────────────────────────────


def run(*before: str) -> dict[str, object]:
    command = [sys.executable, *before, sys.executable, str(Path(__file__)), "--measure"]
    if not before:
        command = command[1:]
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    said = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if said.returncode:
        sys.exit(said.stdout + said.stderr)
    found: dict[str, object] = json.loads(said.stdout.strip().splitlines()[-1])
    return found


TARGETS = (
    ("list p95 ms", LIST_MS),
    ("program p95 ms", PROGRAM_MS),
    ("judged anew after a fact, median ms", JUDGE_MS),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--measure", action="store_true", help="one database, for ourselves")
    parser.add_argument("--instance", help="not used: the programs are generated")
    told = parser.parse_args()
    if told.measure:
        print(json.dumps(measure()))
        return 0
    rows = [run(), run("-m", "tests.postgresql")]
    targets = []
    for row in rows:
        for key, target in TARGETS:
            value = float(str(row[key]))
            name = f"{key}, {PROGRAMS:,} programs, {row['database']}"
            targets.append({"name": name, "value": value, "target": target, "ok": value < target})
    for row in rows:
        for key, value in row.items():
            print(f"{key:<44} {value}")
        print()
    for one in targets:
        print(f"{one['name']}: {one['value']} (target {one['target']})")
    if told.json:
        machine = (
            f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
        )
        print(json.dumps({"name": "pages", "machine": machine, "rows": rows, "targets": targets}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
