"""How fast a plan's page answers, and whether searching for plans slows other pages.

`python3 dev.py bench plans [--json]`. The demo world, served by granian as `dev.py demo` serves it,
on SQLite: the hardest case, for the worker shares the process of the pages. Whole requests over
HTTP on this machine. The catalog is asked the same addresses in turn, first with nothing else to
do, then while four plans are worked out by four processes at once.
"""

import argparse
import json
import os
import platform
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PAGE_MS, TIMES_IDLE = 60, 2.0
IDLE_ROUNDS, PAGE_ROUNDS = 12, 40
SEARCHES = (
    "rotations/", "rotations/?specialty=neurology", "rotations/?q=internal+medicine",
    "rotations/?state=NY&kind=observership", "rotations/?sort=price&page=2",
)  # fmt: skip
PEOPLE = ("visitor", "resident", "student", "citizen")
ASK = """
import django; django.setup()
from django.utils import timezone
from rounds.web.accounts.models import User
from rounds.web.dossier.bridge import next_season
from rounds.web.planner.actions.asking import ask_for_plan
from rounds.web.planner.bridge.wishes import Asked
today = timezone.localdate(); season = next_season(today)
for key in {people!r}:
    user = User.objects.get(email=f"{{key}}@applicant.example")
    asked = Asked(season.year, today, season.apply_on, budget=700_000, letters=3)
    ask_for_plan(user=user, asked=asked, at=timezone.now())
"""
LEFT = """
import django; django.setup()
from rounds.web.planner.models import Plan
print(Plan.objects.filter(state="solving").count(), Plan.objects.exclude(state="done").count())
"""
PAGES = """
import django; django.setup()
import json, time
from django.test import Client
from rounds.web.planner.models import Plan
found = []
for plan in Plan.objects.filter(state="done"):
    client = Client(SERVER_NAME="localhost")
    client.force_login(plan.user, "allauth.account.auth_backends.AuthenticationBackend")
    for _ in range({rounds}):
        began = time.perf_counter()
        assert client.get(plan.address).status_code == 200
        found.append((time.perf_counter() - began) * 1000)
    found = found[1:]
print(json.dumps(found))
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def site(env: dict[str, str]) -> Iterator[str]:
    port = free_port()
    command = [str(BIN / "granian"), "--interface", "wsgi", "--no-ws", "--port", str(port)]
    command += ["--blocking-threads", "4", "--log-level", "error", "rounds.wsgi:application"]
    server = subprocess.Popen(command, env=env, cwd=ROOT)
    try:
        address = f"http://127.0.0.1:{port}/"
        for _ in range(200):
            try:
                ask(f"{address}healthz")
            except OSError:
                time.sleep(0.1)
            else:
                break
        yield address
    finally:
        server.terminate()
        server.wait()


def ask(address: str) -> float:
    """Milliseconds of a whole request."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    began = time.perf_counter()
    with opener.open(address, timeout=30) as answer:
        answer.read()
    return (time.perf_counter() - began) * 1000


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[18]


def python(code: str, env: dict[str, str]) -> str:
    said = subprocess.run(
        [sys.executable, "-c", code], env=env, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if said.returncode:
        sys.exit(said.stderr)
    return said.stdout.strip()


def measure() -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="rounds-bench-") as folder:
        env = {
            **os.environ, "ROUNDS_PROFILE": "demo", "ROUNDS_DATA": folder, "ROUNDS_SOLVERS": "4",
            "DJANGO_SETTINGS_MODULE": "rounds.settings",
        }  # fmt: skip
        for command in (["migrate", "-v", "0"], ["createcachetable", "-v", "0"]):
            subprocess.run([sys.executable, "-m", "django", *command], env=env, check=True)
        subprocess.run(
            [BIN / "rounds", "demo", "--site"], env=env, check=True, stdout=subprocess.DEVNULL
        )
        with site(env) as address:
            return under_load(address, env)


def under_load(address: str, env: dict[str, str]) -> dict[str, float]:
    for search in SEARCHES:
        ask(address + search)
    idle = [ask(address + search) for _ in range(IDLE_ROUNDS) for search in SEARCHES]
    python(ASK.format(people=PEOPLE), env)
    began, first, busy, most = time.monotonic(), 0.0, [], 0
    while True:
        solving, left = map(int, python(LEFT, env).split())
        if not left:
            break
        most = max(most, solving)
        if solving and not first:
            first = time.monotonic() - began
        times = [ask(address + search) for search in SEARCHES for _ in range(2)]
        busy += times if solving else []
    pages = json.loads(python(PAGES.format(rounds=PAGE_ROUNDS), env))
    return {
        "plan page p50 ms": round(statistics.median(pages), 1),
        "plan page p95 ms": round(p95(pages), 1),
        "catalog p95 ms, idle": round(p95(idle), 1),
        "catalog p95 ms, four plans being made": round(p95(busy), 1),
        "times idle": round(p95(busy) / p95(idle), 2),
        "most plans at once": most,
        "requests while plans were made": len(busy),
        "four plans whole after seconds": round(time.monotonic() - began, 1),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--instance", help="not used: the demo world is generated")
    told = parser.parse_args()
    row = measure()
    targets = [
        {"name": name, "value": row[name], "target": target, "ok": row[name] < target}
        for name, target in (("plan page p95 ms", PAGE_MS), ("times idle", TIMES_IDLE))
    ]
    for key, value in row.items():
        print(f"{key:<44} {value}")
    for one in targets:
        print(f"{one['name']}: {one['value']} (target {one['target']})")
    if told.json:
        machine = (
            f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
        )
        print(json.dumps({"name": "plans", "machine": machine, "rows": [row], "targets": targets}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
