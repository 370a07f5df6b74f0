"""Look at the public catalog and keep what differs from the last look."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from rounds.web.catalog.models import ShelfMark, TermChange, TermLook
from rounds.web.catalog.queries.looks import Look, differences, looks_kept, looks_now

KEPT = timedelta(days=60)
AT_A_TIME = 500


@transaction.atomic
def look_at_catalog(*, at: datetime) -> int:
    """How many differences were found. Two workers that look at once look one after the other."""
    if ShelfMark.objects.select_for_update().first() is None:
        return 0  # nothing was ever published here
    before, now = looks_kept(), looks_now(on=timezone.localdate(at))
    found = differences(before, now)
    for change in found:
        change.seen_at = at
    TermChange.objects.bulk_create(found, batch_size=AT_A_TIME)
    _keep({term: look for term, look in now.items() if before.get(term) != look})
    _forget(sorted(set(before) - set(now)))
    TermChange.objects.filter(seen_at__lt=at - KEPT).delete()
    return len(found)


def _keep(looks: dict[int, Look]) -> None:
    TermLook.objects.bulk_create(
        [
            TermLook(
                term_id=term,
                is_free=look.is_free,
                cents=look.cents,
                letter_policy=look.letter_policy,
            )
            for term, look in looks.items()
        ],
        batch_size=AT_A_TIME,
        update_conflicts=True,
        unique_fields=["term"],
        update_fields=["is_free", "cents", "letter_policy"],
    )


def _forget(terms: list[int]) -> None:
    """What is open no more is news again when it opens again."""
    for start in range(0, len(terms), AT_A_TIME):
        TermLook.objects.filter(term__in=terms[start : start + AT_A_TIME]).delete()
