"""What workers do for programs: keep everybody's doors current."""

from django.utils import timezone

from rounds.web.accounts.models import User
from rounds.web.dossier.bridge import next_season
from rounds.web.programs.actions import doors


def follow_facts() -> None:
    """By the clock: whose facts have changed?"""
    doors.follow_facts(at=timezone.now())


def new_day() -> None:
    """By the clock: a door can move because a day has passed."""
    today = timezone.localdate()
    doors.judge_everybody(
        season=next_season(today), why=f"day:{today.isoformat()}", at=timezone.now()
    )


def rules_changed(*, mark: int) -> None:
    """After a change of rules, named by the mark it left."""
    season = next_season(timezone.localdate())
    doors.judge_everybody(season=season, why=f"rules:{mark}", at=timezone.now())


def judge_person(*, user: int) -> None:
    """Bring one person's doors up to date; nothing to do for somebody who has left."""
    person = User.objects.filter(pk=user).first()
    if person is not None:
        season = next_season(timezone.localdate())
        doors.judge_again(user=person, season=season, at=timezone.now())
