"""One more rotation, and what each limit costs."""

from dataclasses import dataclass

from rounds.core.planner.explain.limits.limit import Limit
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.items import Item


@dataclass(frozen=True, slots=True)
class LimitRow:
    """One limit in words, and the least changes that open a door."""

    sentence: str
    least: tuple[str, ...]


def one_more_item(answer: Answer) -> Item:
    """The best single additions, budget aside."""
    return {
        "sentence": answer.one_more.sentence,
        "tried": answer.one_more.tried,
        "best": [
            {
                "code": addition.term.code,
                "cents": addition.price,
                "price_complete": addition.is_price_complete,
                "opens": list(addition.opened),
                "makes_possible": list(addition.made_possible),
                "other_dates": list(addition.also),
                "sentence": addition.sentence,
            }
            for addition in answer.one_more.best
        ],
    }


def limits_item(answer: Answer) -> list[Item]:
    """Every limit with the doors gained without it and the least changes."""
    return [_limit_item(limit) for limit in answer.limits]


def one_more_lines(answer: Answer) -> list[str]:
    """The best addition and the next ones."""
    others = [f"Or: {addition.sentence}" for addition in answer.one_more.best[1:]]
    return [answer.one_more.sentence, *others]


def limit_rows(answer: Answer) -> list[LimitRow]:
    """The limits in words."""
    return [
        LimitRow(limit.sentence, tuple(change.sentence for change in limit.least))
        for limit in answer.limits
    ]


def _limit_item(limit: Limit) -> Item:
    return {
        "limit": limit.name.value,
        "applies": limit.applies,
        "more_doors": limit.gained,
        "opens": list(limit.opened),
        "proven": limit.is_proven,
        "rotations_kept_out": limit.terms,
        "sentence": limit.sentence,
        "least_changes": [
            {
                "code": change.code,
                "more_doors": change.doors,
                "amount": change.amount,
                "proven": change.is_proven,
                "sentence": change.sentence,
            }
            for change in limit.least
        ],
    }
