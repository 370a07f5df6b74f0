"""Plans people asked for, the dates they hold, and the links under which they are shared."""

from rounds.web.planner.models.plans import Plan, PlanState, PlanTerm
from rounds.web.planner.models.shares import Share

__all__ = ["Plan", "PlanState", "PlanTerm", "Share"]
