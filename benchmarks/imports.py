"""How fast the hospitals of CMS come into the catalog, on SQLite and on PostgreSQL.

`python3 dev.py bench imports [--instance FILE] [--json]`: reading the file, looking at it, applying
it, and looking at it again when nothing has changed. The file is made in the shape of CMS Hospital
General Information unless a real one is named. The naive twin saves one site after another.
"""

import csv
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import TypeVar

from databases import Found, tell

HOSPITALS = 5_426
SECONDS = 10
NOW = datetime.now(UTC)
Answer = TypeVar("Answer")


def made() -> bytes:
    """As many hospitals as CMS listed in 2026; none of them is real."""
    from rounds.web.catalog.importers.cms import COLUMNS  # noqa: PLC0415 -- after Django is set up

    chance = random.Random(20261127)
    places = (("NY", "10001"), ("TX", "73301"), ("CA", "94105"), ("IL", "60601"), ("GA", "30303"))
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    for n in range(HOSPITALS):
        state, zip_code = chance.choice(places)
        writer.writerow(
            dict(
                zip(
                    COLUMNS,
                    (
                        f"{n % 99:02d}{n:04d}", f"GABLE FALLS HOSPITAL {n} (FICTIONAL)",
                        f"{n} LANTERN ROAD", "GABLE FALLS", state, zip_code, "GABLE",
                        f"(555) 01{n % 100:02d}-{n:04d}"[:14], "Acute Care Hospitals",
                        "Voluntary non-profit - Private", chance.choice(("Yes", "No")),
                    ),
                    strict=True,
                )
            )
        )  # fmt: skip
    return out.getvalue().encode()


def timed(work: Callable[[], Answer]) -> tuple[Answer, float]:
    began = time.perf_counter()
    answer = work()
    return answer, round(time.perf_counter() - began, 2)


def measure(instance: str) -> Found:
    import django  # noqa: PLC0415 -- the settings are those of the environment

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 -- after setup
    from django.db import connection, transaction  # noqa: PLC0415 -- as above

    from rounds.web.catalog.actions.imports.hospitals import (  # noqa: PLC0415 -- as above
        CMS_COLUMNS,
        import_hospitals,
        preview_hospitals,
    )
    from rounds.web.catalog.importers.cms import read_hospitals  # noqa: PLC0415 -- as above
    from rounds.web.catalog.models import Site  # noqa: PLC0415 -- as above

    call_command("migrate", verbosity=0)
    data = Path(instance).read_bytes() if instance else made()
    file, reading = timed(lambda: read_hospitals(data))
    _, looking = timed(lambda: preview_hospitals(file=file))
    told = {"source": "cms.csv", "by": "user:1", "read_on": NOW.date(), "at": NOW}
    report, applying = timed(lambda: import_hospitals(file=file, **told))
    again, looking_again = timed(lambda: preview_hospitals(file=file))
    if again.same != len(file.hospitals):
        sys.exit("the same file changes something the second time")

    def naive() -> None:
        with transaction.atomic():
            Site.objects.all().delete()
            for one in file.hospitals:
                said = {name: getattr(one, name) for name in CMS_COLUMNS}
                Site.objects.update_or_create(
                    ccn=one.ccn, defaults={**said, "slug": f"cms-{one.ccn}"}
                )

    _, naively = timed(naive)
    return {
        "database": connection.vendor,
        "hospitals": len(file.hospitals),
        "refused rows": report.counts["refused"],
        "read s": reading,
        "look s": looking,
        "apply s": applying,
        "look again s": looking_again,
        "all in one s": round(reading + looking + applying, 2),
        "naive twin, apply alone s": naively,
    }


if __name__ == "__main__":
    sys.exit(
        tell(
            __file__,
            measure,
            about=str(__doc__),
            targets=(("all in one s", "read, look and apply, s", SECONDS),),
        )
    )
