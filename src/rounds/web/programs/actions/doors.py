"""Keep doors current: judge anew what changed, write what differs, tell who wants to know."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from rounds.core.collector import collector_paused
from rounds.core.seasons import Season
from rounds.web.accounts.models import User
from rounds.web.history.models import Entry
from rounds.web.outbox.actions import enqueue, enqueue_mail
from rounds.web.programs.bridge.judging import Doors, Judged, doors_of, judged
from rounds.web.programs.mails import door_changed
from rounds.web.programs.models import DoorSheet, DoorVerdict, FactsWatch, Star

BATCH = 500
FACTS_TOLD = ("saved_facts", "saved_fact", "removed_fact")
LATE_COMMITS = 1000  # an entry with a smaller number may be committed after one with a larger


def current_doors(*, user: User, season: Season, at: datetime) -> Doors:
    """The doors as they are now; what is outdated is judged first."""
    doors = doors_of(user, season)
    return judge_again(user=user, season=season, at=at) if doors.outdated else doors


@transaction.atomic
def judge_again(*, user: User, season: Season, at: datetime) -> Doors:
    """Judge what is outdated and write what differs, one at a time for each person."""
    with collector_paused():
        return _judged_again(user, season, at)


def _judged_again(user: User, season: Season, at: datetime) -> Doors:
    told = {"facts_hash": "", "judged_on": season.today, "judged_at": at}
    year = season.year
    DoorSheet.objects.get_or_create(user=user, season_year=year, defaults=told)
    sheet = DoorSheet.objects.select_for_update().get(user=user, season_year=year)
    doors = doors_of(user, season)
    found = judged(doors.facts, doors.outdated, season)
    _write(sheet, doors.by_program, found, at)
    sheet.facts_hash, sheet.judged_on, sheet.judged_at = doors.facts_hash, season.today, at
    sheet.save(update_fields=["facts_hash", "judged_on", "judged_at"])
    now = {**doors.by_program, **found}
    return Doors(season, doors.facts, doors.facts_hash, now, ())


def _write(
    sheet: DoorSheet, before: Mapping[int, Judged], found: Mapping[int, Judged], at: datetime
) -> None:
    """Only what differs; a door that moved keeps what it was, and since when it is otherwise."""
    new, moved, same_door, alike = [], [], [], defaultdict(list)
    for program, now in found.items():
        kept = before.get(program)
        if kept == now:
            continue
        if kept is None:
            new.append(_row(sheet, program, now, at))
        elif kept.rule_hash == now.rule_hash:
            alike[kept.door, now._replace(rule_hash="")].append(program)
        elif kept.door == now.door:
            same_door.append(_row(sheet, program, now, at))
        else:
            moved.append(_row(sheet, program, now, at, was=kept.door))
    DoorVerdict.objects.bulk_create(new, batch_size=BATCH)
    for (was, now), programs in alike.items():
        _write_alike(sheet, programs, was, now, at)
    _write_each(same_door, Judged._fields)
    _write_each(moved, (*Judged._fields, "was", "changed_at"))
    _tell(sheet, moved)


def _row(
    sheet: DoorSheet, program: int, now: Judged, at: datetime, *, was: str = ""
) -> DoorVerdict:
    told = now._asdict()
    return DoorVerdict(sheet=sheet, program_id=program, was=was, changed_at=at, **told)


def _write_each(rows: list[DoorVerdict], names: tuple[str, ...]) -> None:
    """Rows by other rules than before, of which each has its own hash."""
    DoorVerdict.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["sheet", "program"],
        update_fields=names,
    )


def _write_alike(
    sheet: DoorSheet, programs: list[int], was: str, now: Judged, at: datetime
) -> None:
    """Thousands of doors move in a few ways: one statement for each way."""
    told = {name: value for name, value in now._asdict().items() if name != "rule_hash"}
    for start in range(0, len(programs), BATCH):
        rows = DoorVerdict.objects.filter(sheet=sheet, program__in=programs[start : start + BATCH])
        rows.update(**told, **({} if was == now.door else {"was": was, "changed_at": at}))


def _tell(sheet: DoorSheet, moved: list[DoorVerdict]) -> None:
    """A mail about each program that counts more than once for the person and whose rules moved it.

    Once for each set of rules.
    """
    if not moved:
        return
    numbers = [row.program_id for row in moved]
    stars = Star.objects.filter(user=sheet.user, weight__gt=1, program__in=numbers)
    starred = {star.program_id: star.program for star in stars.select_related("program")}
    for row in moved:
        if program := starred.get(row.program_id):
            mail = door_changed(program, was=row.was, now=row.door)
            enqueue_mail(
                key=f"door:{sheet.pk}:{program.pk}:{row.rule_hash[:16] or 'withdrawn'}",
                to=sheet.user.email,
                subject=mail.subject,
                text=mail.text,
            )


# ── what workers do ──────────────────────────────────────────────────────────────────────────


@transaction.atomic
def follow_facts(*, at: datetime) -> None:
    """Put in one judging for each person who told something since the last look."""
    watch, _ = FactsWatch.objects.select_for_update().get_or_create(pk=1)
    entries = Entry.objects.filter(id__gt=watch.entry - LATE_COMMITS, verb__in=FACTS_TOLD)
    latest = {entry.object: entry.pk for entry in entries.order_by("id")}
    known = set(DoorSheet.objects.values_list("user_id", flat=True).distinct())
    for object_, number in latest.items():
        person = int(object_.partition(":")[2])
        if person in known:
            enqueue(
                key=f"doors:facts:{person}:{number}",
                task="programs.judge_person",
                arguments={"user": person},
                at=at,
            )
    newest = Entry.objects.order_by("-id").values_list("id", flat=True).first()
    watch.entry = newest or 0
    watch.save(update_fields=["entry"])


@transaction.atomic
def judge_everybody(*, season: Season, why: str, at: datetime) -> None:
    """Put in one judging for each person whose doors are kept; over seasons are dropped."""
    DoorSheet.objects.filter(season_year__lt=season.year).delete()
    people = DoorSheet.objects.filter(season_year=season.year).values_list("user_id", flat=True)
    for person in people:
        enqueue(
            key=f"doors:{why}:{person}",
            task="programs.judge_person",
            arguments={"user": person},
            at=at,
        )
