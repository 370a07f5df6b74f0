"""Put a choice of sorts on the calendar: earliest end, then smallest codes."""

from collections.abc import Callable, Iterator, Sequence

from rounds.core.planner.calendar import clash
from rounds.core.planner.instance import Instance


def on_calendar(
    instance: Instance,
    options: Sequence[tuple[int, ...]],
    latest: int | None,
    step: Callable[[], None],
) -> frozenset[int] | None:
    """One term of each option without a clash, beside the pins; ``None`` when there is none.

    Of all such choices the one that ends first (by ``latest`` if given), then the smallest codes.
    ``step`` is called for each term put on the calendar and may raise to end the search.
    """
    stays = instance.stays
    pins = tuple(sorted(instance.pinned))
    after_pins = max((stays[n].last for n in pins), default=0)
    open_options = [
        _one_a_stay(instance, [n for n in terms if not _clashes(instance, n, pins)])
        for terms in options
    ]
    if not all(open_options):
        return None
    soonest = max([after_pins, *(min(stays[n].last for n in terms) for terms in open_options)])
    ends = sorted({soonest, *(stays[n].last for terms in open_options for n in terms)})
    for end in ends:
        if end < soonest:
            continue
        if latest is not None and end > latest:
            return None
        in_time = [tuple(n for n in terms if stays[n].last <= end) for terms in open_options]
        found = min(_choices(instance, sorted(in_time, key=len), (), step), default=None)
        if found is not None:
            return frozenset((*found, *pins))
    return None


def _one_a_stay(instance: Instance, terms: Sequence[int]) -> tuple[int, ...]:
    """Of terms on the same days in the same town the one of the smallest code: two would clash."""
    smallest = {instance.stays[n]: n for n in sorted(terms, reverse=True)}
    return tuple(sorted(smallest.values()))


def _choices(
    instance: Instance,
    options: Sequence[tuple[int, ...]],
    chosen: tuple[int, ...],
    step: Callable[[], None],
) -> Iterator[tuple[int, ...]]:
    if not options:
        yield tuple(sorted((*chosen, *instance.pinned)))
        return
    for n in options[0]:
        if not _clashes(instance, n, chosen):
            step()
            yield from _choices(instance, options[1:], (*chosen, n), step)


def _clashes(instance: Instance, n: int, chosen: Sequence[int]) -> bool:
    stays = instance.stays
    return any(n == one or clash(stays[n], stays[one], instance.travel_days) for one in chosen)
