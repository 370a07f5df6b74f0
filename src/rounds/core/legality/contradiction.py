"""What a layer says when contradictory statuses are told: never what only the better one allows."""

from collections.abc import Sequence

from rounds.core.facts import exclude_each_other
from rounds.core.legality.ruling import PERMITTED, TWO_STATUSES, Answer, at_its_weakest
from rounds.core.vocabulary import STATUS_NAMES, Permission, Status


def whichever_is_true(told: frozenset[Status], readings: Sequence[Answer]) -> Answer:
    """One layer's answer from its answers to every set of told statuses that can be true.

    Permitted in all is permitted at its weakest, forbidden in all is forbidden. Anything else is
    *unknown* and names the statuses that contradict each other.
    """
    different = tuple(dict.fromkeys(readings))
    if len(different) == 1:
        return different[0]
    permissions = {reading.permission for reading in different}
    if permissions <= set(PERMITTED) or permissions == {Permission.NOT_ALLOWED}:
        return at_its_weakest(different)
    return Answer(
        different[0].layer,
        Permission.UNKNOWN,
        TWO_STATUSES,
        f"You have told statuses that nobody holds on the same day: {_names(told)}. "
        "They cannot all be true, and not all of them allow this.",
        could_change=("Correct the dates of these statuses, so that only what is true stays.",),
    )


def _names(told: frozenset[Status]) -> str:
    """``B-2 and permanent resident``: those that exclude another one, in a fixed order."""
    names = [
        STATUS_NAMES[one]
        for one in Status
        if one in told and any(exclude_each_other(one, other) for other in told)
    ]
    return f"{', '.join(names[:-1])} and {names[-1]}"
