"""What terms cost together, and what one more adds: shared costs are paid once."""

from rounds.core.planner.costs import cost_lines, shared_cents
from rounds.core.planner.offers import Term
from rounds.core.planner.problem import Problem
from rounds.core.values import Cents


class Pricing:
    """Prices beside terms already chosen; the catalog's shared costs are looked up once."""

    def __init__(self, problem: Problem, chosen: tuple[Term, ...]) -> None:
        self._chosen = chosen
        self._paid_once = problem.wishes.paid_once
        self._amounts = shared_cents(problem.terms)
        self.cost = self._sum(chosen)

    def added_by(self, term: Term) -> Cents:
        """What one more term adds to the cost of the chosen ones."""
        return self._sum((*self._chosen, term)) - self.cost

    def _sum(self, terms: tuple[Term, ...]) -> Cents:
        return sum(line.cents for line in cost_lines(terms, self._paid_once, self._amounts))


def cost_of(problem: Problem, terms: tuple[Term, ...]) -> Cents:
    """What these terms cost together."""
    return Pricing(problem, terms).cost
