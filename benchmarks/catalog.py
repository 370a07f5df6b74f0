"""How fast the public catalog answers over 20,000 dates, on SQLite and on PostgreSQL.

`python3 dev.py bench catalog [--json]`. Server time of whole requests, middleware and template
included, through Django's test client in one process. The naive twin asks the database for each
facet by itself, in the same run and over the same data; its counts must agree with ours.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

from databases import tell

ROTATIONS, TERMS = 1_500, 20_000
ROUNDS, WARM = 6, 2
SEARCH_MS, ROTATION_MS = 60, 40
TODAY = date.today()  # noqa: DTZ011 -- the dates lie ahead of the day of the run
QUERIES = (
    "", "?q=medicine", "?q=gable%20falls", "?state=NY&state=TX", "?specialty=neurology&free=on",
    "?kind=observership&setting=clinic&sort=price", "?price=2000&weeks=4&letterhead=yes",
    "?zip=10001&miles=250&sort=distance", "?role=hands_on&emr_access=notes&language=es",
    "?view=calendar", "?page=30", "?specialty=urology&state=WY&kind=research",
)  # fmt: skip


# ── one database ─────────────────────────────────────────────────────────────────────────────


def build() -> None:
    """1,500 rotations at 300 sites with 20,000 dates in the coming year; nothing is real."""
    from rounds.core.vocabulary import SPECIALTIES  # noqa: PLC0415 -- after Django is set up
    from rounds.web.catalog import models as m  # noqa: PLC0415 -- as above
    from rounds.web.catalog.actions.search_index import refresh  # noqa: PLC0415 -- as above

    chance = random.Random(20261127)
    states = ("NY", "TX", "CA", "IL", "OH", "FL", "PA", "GA", "MI", "NJ")
    sites = m.Site.objects.bulk_create(
        m.Site(
            slug=f"site-{n}", name=f"Gable Hospital {n} (fictional)", city=f"Gable Falls {n % 40}",
            state_code=chance.choice(states), state="published", time_zone="America/New_York",
            latitude=chance.uniform(28, 45), longitude=chance.uniform(-120, -74),
        )
        for n in range(300)
    )  # fmt: skip
    preceptors = m.Preceptor.objects.bulk_create(
        m.Preceptor(
            slug=f"preceptor-{n}", first_name="Ada", last_name=f"Moss {n} (fictional)",
            specialty=chance.choice(SPECIALTIES), state="published", named_since=TODAY,
        )
        for n in range(500)
    )  # fmt: skip
    kinds = (("observership", "observing"), ("externship", "hands_on"), ("elective", "hands_on"))
    rotations = []
    for n in range(ROTATIONS):
        kind, role = chance.choice(kinds)
        specialty = chance.choice(SPECIALTIES)
        rotations.append(
            m.Rotation(
                slug=f"rotation-{n}", title=f"{specialty} {kind} {n}", kind=kind, role=role,
                site=chance.choice(sites), preceptor=chance.choice(preceptors), state="published",
                specialty=specialty, summary="Work beside one attending in internal medicine.",
                emr_access=chance.choice(("none", "read", "notes")),
                letter_policy=chance.choice(("writes", "conditional", "does_not_write")),
                is_on_letterhead=chance.choice((True, False, None)),
                languages=chance.choice((["en"], ["en", "es"])), turnaround_days=21,
            )
        )  # fmt: skip
    m.Rotation.objects.bulk_create(rotations)
    settings = ("inpatient", "office", "emergency", "hospital_outpatient")
    m.RotationHours.objects.bulk_create(
        m.RotationHours(rotation=one, setting=setting, hours=20)
        for one in rotations
        for setting in chance.sample(settings, 2)
    )
    m.PriceLine.objects.bulk_create(
        m.PriceLine(rotation=one, label=label, cents=chance.randrange(5_000, 300_000, 500))
        for one in rotations
        for label in ("tuition", "malpractice")
    )
    m.Term.objects.bulk_create(
        m.Term(
            rotation=one, code=f"T-{n}", weeks=4, seats=2, taken=chance.choice((0, 1, 2)),
            first=TODAY + timedelta(days=7 + 7 * (n // ROTATIONS) * 3 + n % 5), state="published",
            last=TODAY + timedelta(days=32 + 7 * (n // ROTATIONS) * 3 + n % 5),
        )
        for n in range(TERMS)
        for one in (rotations[n % ROTATIONS],)
    )  # fmt: skip
    refresh(rotations=[one.pk for one in rotations])


def naive_facets() -> dict[str, dict[str, int]]:
    """One query a facet, counting different rotations: how it would be written first."""
    from django.db.models import Count  # noqa: PLC0415 -- after Django is set up

    from rounds.web.catalog.models import Term  # noqa: PLC0415 -- as above

    fields = {
        "specialty": "rotation__specialty", "kind": "rotation__kind", "role": "rotation__role",
        "mode": "rotation__mode", "state": "rotation__site__state_code",
        "letter_policy": "rotation__letter_policy", "emr_access": "rotation__emr_access",
        "setting": "rotation__hours__setting",
    }  # fmt: skip
    open_terms = Term.objects.filter(
        state="published", rotation__state="published", rotation__site__state="published",
        first__gt=TODAY,
    )  # fmt: skip
    return {
        name: dict(open_terms.values_list(field).annotate(n=Count("rotation", distinct=True)))
        for name, field in fields.items()
    }


def check_the_twin() -> None:
    from rounds.web.catalog.queries.search.find import find  # noqa: PLC0415 -- as above
    from rounds.web.catalog.queries.search.wanted import Wanted  # noqa: PLC0415 -- as above

    facets = find(Wanted(), on=TODAY).facets
    for name, counts in naive_facets().items():
        ours = {value: n for value, n in facets[name] if value not in ("hospital", "clinic")}
        if ours != counts:
            sys.exit(f"the twin disagrees about {name}: {ours} against {counts}")


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


def measure(_instance: str) -> dict[str, object]:
    """In a process of its own, with Django set up on one database."""
    import django  # noqa: PLC0415 -- the settings are those of the environment

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 -- after setup
    from django.db import connection  # noqa: PLC0415 -- as above
    from django.test import Client  # noqa: PLC0415 -- as above
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 -- as above

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    build()
    client = Client(SERVER_NAME="localhost")

    def page(address: str) -> Callable[[], object]:
        def ask() -> None:
            if client.get(address).status_code != 200:
                sys.exit(f"{address} does not answer")

        return ask

    searches = [page(f"/rotations/{query}") for query in QUERIES]
    rotations = [page(f"/rotations/rotation-{n}/") for n in range(0, ROTATIONS, 50)]
    times([*searches, *rotations], WARM)
    check_the_twin()
    asked = []
    for search in searches:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            search()
        asked.append(len(captured))
    searching = times(searches, ROUNDS)
    showing = times(rotations, ROUNDS)
    return {
        "database": connection.vendor,
        "search p50 ms": round(statistics.median(searching), 1),
        "search p95 ms": round(p95(searching), 1),
        "search queries": f"{min(asked)} to {max(asked)}",
        "rotation p95 ms": round(p95(showing), 1),
        "naive facets alone, median ms": round(statistics.median(times([naive_facets], 3)), 1),
        "first search after a change ms": round(after_a_change(searches[0]), 1),
    }


def after_a_change(search: Callable[[], object]) -> float:
    from rounds.web.catalog.actions.search_index import refresh  # noqa: PLC0415 -- after setup

    refresh(rotations=[])
    return times([search], 1)[0]


if __name__ == "__main__":
    sys.exit(
        tell(
            __file__,
            measure,
            about=str(__doc__),
            targets=(
                ("search p95 ms", f"search p95 ms, {TERMS:,} dates", SEARCH_MS),
                ("rotation p95 ms", f"rotation p95 ms, {TERMS:,} dates", ROTATION_MS),
            ),
        )
    )
