"""What the plan costs, line by line, and that the lines sum to the cent."""

from dataclasses import dataclass

from rounds.core.errors import InternalDisagreement
from rounds.core.planner.plan import CostLine, Plan
from rounds.core.values import Cents, money


@dataclass(frozen=True, slots=True)
class CostSheet:
    """The plan's lines in order; ``estimated`` is the part that rests on estimates."""

    lines: tuple[CostLine, ...]
    total: Cents
    estimated: Cents

    @property
    def sentence(self) -> str:
        if not self.estimated:
            return f"{money(self.total)} in all."
        return f"{money(self.total)} in all, of which {money(self.estimated)} is estimated."


def cost_sheet(plan: Plan) -> CostSheet:
    """The plan's cost lines; raises InternalDisagreement unless they sum to its cost."""
    total = sum(line.cents for line in plan.cost_lines)
    if total != plan.cost:
        raise InternalDisagreement(
            f"the cost lines sum to {money(total)}, the plan says {money(plan.cost)}"
        )
    estimated = sum(line.cents for line in plan.cost_lines if line.is_estimate)
    return CostSheet(plan.cost_lines, total, estimated)
