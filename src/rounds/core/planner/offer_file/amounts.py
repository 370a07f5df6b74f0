"""Money and price lines as people type them, read strictly into integer cents."""

import re

from rounds.core.planner.offers import PriceLine
from rounds.core.reading import shown
from rounds.core.values import Cents

UNKNOWN = "unknown"
ESTIMATE = "(estimate)"
MAX_DOLLARS = 1_000_000
AMOUNT = re.compile(r"\$?(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(?P<part>\d{2}))?", re.ASCII)
LINE = re.compile(
    r"(?P<label>[^\[\]]*[^\[\]\s])\s*(?:\[(?P<once>[^\[\]]+)\])?\s+(?P<amount>\S+)", re.ASCII
)


class NotAnAmount(ValueError):
    """The text is no amount; the message says so and what to write."""


def read_amount(text: str) -> Cents | None:
    """Cents of ``$1,800``, ``1800`` or ``1,800.00``; ``None`` for blank or ``unknown``.

    Raises NotAnAmount for anything else: a guess such as ``~$200-400`` is no price.
    """
    text = text.strip()
    if not text or text.lower() == UNKNOWN:
        return None
    found = AMOUNT.fullmatch(text)
    if found is None:
        raise NotAnAmount(
            f"{shown(text)} is no exact amount; write dollars such as 1,800.00, "
            "or unknown when nobody states it."
        )
    dollars = int(found["whole"].replace(",", ""))
    if dollars > MAX_DOLLARS:
        raise NotAnAmount(f"{shown(text)} is more than a rotation can cost.")
    return dollars * 100 + int(found["part"] or 0)


def read_price(text: str) -> tuple[PriceLine, ...]:
    """Lines such as ``tuition 1,800.00; malpractice 450 (estimate); background [background] 54``.

    A key in square brackets marks a cost paid once per plan. Blank means that the price is not
    stated: one line of unknown amount. Raises NotAnAmount.
    """
    if not text.strip() or text.strip().lower() == UNKNOWN:
        return (PriceLine("price", None),)
    return tuple(_line(part.strip()) for part in text.split(";") if part.strip())


def _line(text: str) -> PriceLine:
    bare = text.removesuffix(ESTIMATE).strip()
    found = LINE.fullmatch(bare)
    if found is None:
        raise NotAnAmount(
            f"{shown(text)} is no price line; "
            "write a label and an amount, such as tuition 1,800.00."
        )
    return PriceLine(
        found["label"].strip(),
        read_amount(found["amount"]),
        (found["once"] or "").strip(),
        is_estimate=bare != text,
    )
