"""Since when doors stand as they stand."""

from collections.abc import Iterable

from rounds.web.accounts.models import User
from rounds.web.programs.models import DoorVerdict


def moved_doors(user: User, *, season_year: int, programs: Iterable[int]) -> dict[int, DoorVerdict]:
    """Of some programs those whose door was another one before, by program."""
    rows = DoorVerdict.objects.filter(
        sheet__user=user, sheet__season_year=season_year, program__in=list(programs)
    )
    return {row.program_id: row for row in rows.exclude(was="")}
