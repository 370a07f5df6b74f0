"""Keep doors current: judge anew what changed, write what differs, tell who wants to know."""

from datetime import datetime

from django.db import transaction

from rounds.core.seasons import Season
from rounds.web.accounts.models import User
from rounds.web.history.models import Entry
from rounds.web.outbox.actions import enqueue, enqueue_mail
from rounds.web.programs.bridge.judging import Doors, Judged, doors_of, judged
from rounds.web.programs.mails import door_changed
from rounds.web.programs.models import DoorSheet, DoorVerdict, FactsWatch, Program, Star

BATCH = 500
WRITTEN = ("door", "causes", "later", "is_possible", "rule_hash", "was", "changed_at")
FACTS_TOLD = ("saved_facts", "saved_fact", "removed_fact")
LATE_COMMITS = 1000  # an entry with a smaller number may be committed after one with a larger


def current_doors(*, user: User, season: Season, at: datetime) -> Doors:
    """The doors as they are now; what is outdated is judged first."""
    doors = doors_of(user, season)
    return _judge_again(user, season, at) if doors.outdated else doors


@transaction.atomic
def _judge_again(user: User, season: Season, at: datetime) -> Doors:
    told = {"facts_hash": "", "judged_on": season.today, "judged_at": at}
    year = season.year
    DoorSheet.objects.get_or_create(user=user, season_year=year, defaults=told)
    sheet = DoorSheet.objects.select_for_update().get(user=user, season_year=year)
    doors = doors_of(user, season)
    found = judged(doors.facts, doors.outdated, season)
    changed = _changed(sheet, doors, found, at)
    DoorVerdict.objects.bulk_create(
        changed,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["sheet", "program"],
        update_fields=WRITTEN,
    )
    sheet.facts_hash, sheet.judged_on, sheet.judged_at = doors.facts_hash, season.today, at
    sheet.save(update_fields=["facts_hash", "judged_on", "judged_at"])
    return Doors(season, doors.facts, doors.facts_hash, doors.by_program, ())


def _changed(
    sheet: DoorSheet, doors: Doors, found: dict[Program, Judged], at: datetime
) -> list[DoorVerdict]:
    """The rows that differ, new or as they shall be; those whose rules moved a door are told."""
    changed, moved = [], []
    for program, now in found.items():
        row = doors.by_program.get(program.pk)
        if row is None:
            row = DoorVerdict(sheet=sheet, program=program, changed_at=at)
        elif _is_same(row, now):
            continue
        elif row.door != now.door:
            row.was, row.changed_at = row.door, at
            if row.rule_hash != now.rule_hash:
                row.program = program
                moved.append((row, now))
        _write(row, now)
        doors.by_program[program.pk] = row
        changed.append(row)
    _tell(sheet, moved)
    return changed


def _is_same(row: DoorVerdict, now: Judged) -> bool:
    return all(getattr(row, name) == getattr(now, name) for name in Judged.__slots__)


def _write(row: DoorVerdict, now: Judged) -> None:
    for name in Judged.__slots__:
        setattr(row, name, getattr(now, name))


def _tell(sheet: DoorSheet, moved: list[tuple[DoorVerdict, Judged]]) -> None:
    """A mail about each program the person has given weight to, once for each set of rules."""
    if not moved:
        return
    starred = set(
        Star.objects.filter(user=sheet.user, weight__gt=1).values_list("program_id", flat=True)
    )
    for row, now in moved:
        if row.program_id in starred:
            mail = door_changed(row.program, was=row.was, now=now.door)
            enqueue_mail(
                key=f"door:{sheet.pk}:{row.program_id}:{now.rule_hash[:16] or 'withdrawn'}",
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
