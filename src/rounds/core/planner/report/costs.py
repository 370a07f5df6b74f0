"""What it costs, line by line, to the cent."""

from itertools import groupby

from rounds.core.planner.plan import CostLine
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.items import Item

ESTIMATES = "Lines marked ≈ are estimates; travel is counted once per town, an upper bound."


def costs_item(answer: Answer) -> Item:
    """Lines and their sum in cents."""
    return {
        "total_cents": answer.costs.total,
        "estimated_cents": answer.costs.estimated,
        "lines": [
            {
                "term": line.term,
                "label": line.label,
                "cents": line.cents,
                "estimate": line.is_estimate,
            }
            for line in answer.costs.lines
        ],
    }


def by_rotation(answer: Answer) -> list[tuple[str, list[CostLine]]]:
    """The lines under the number of their rotation."""
    groups = groupby(answer.costs.lines, key=lambda line: line.term)
    return [(str(answer.numbers.get(code, "")), list(lines)) for code, lines in groups]


def label_of(line: CostLine) -> str:
    """What the line is for; estimates are marked."""
    return f"≈ {line.label}" if line.is_estimate else line.label
