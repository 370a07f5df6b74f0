"""What every verb about rules does alike: tell history, and mark that the rules have changed."""

from datetime import datetime
from secrets import randbits

from rounds.web.history.actions import record
from rounds.web.kit.refusal import Refusal
from rounds.web.outbox.actions import enqueue
from rounds.web.programs.models import Program, RuleMark


def mark_changed(*, at: datetime) -> None:
    """Whoever keeps programs in memory reads them anew, and everybody's doors are judged again."""
    number = randbits(62)
    RuleMark.objects.update_or_create(pk=1, defaults={"number": number})
    enqueue(
        key=f"programs:rules:{number}",
        task="programs.rules_changed",
        arguments={"mark": number},
        at=at,
    )


def note(program: Program, verb: str, *, by: str, at: datetime, **payload: object) -> None:
    """Tell history what happened to a program."""
    record(actor=by, verb=verb, object=program.ref, at=at, payload=payload)


def changed_meanwhile(version: int) -> Refusal:
    """The second of two editors is told; ``version`` is the one that was on the screen."""
    return Refusal(
        "changed_meanwhile",
        "Somebody else has changed this since you opened it. Nothing of yours was saved.",
        since=version,
    )
