"""The planner explains itself: what a plan opens, costs, is allowed, proves and leaves shut."""

from rounds.core.planner.explain.added_up import added_up
from rounds.core.planner.explain.catalog import catalog_hash
from rounds.core.planner.explain.costs import cost_sheet
from rounds.core.planner.explain.doors import doors_before_and_after
from rounds.core.planner.explain.figures import term_figures
from rounds.core.planner.explain.frontier import frontier
from rounds.core.planner.explain.honest import honest_page
from rounds.core.planner.explain.limits import limits
from rounds.core.planner.explain.one_more import one_more_rotation
from rounds.core.planner.explain.proof import proof
from rounds.core.planner.explain.rulings import term_rulings
from rounds.core.planner.explain.told import untold_facts

__all__ = [
    "added_up",
    "catalog_hash",
    "cost_sheet",
    "doors_before_and_after",
    "frontier",
    "honest_page",
    "limits",
    "one_more_rotation",
    "proof",
    "term_figures",
    "term_rulings",
    "untold_facts",
]
