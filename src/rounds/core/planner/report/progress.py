"""What the search has found so far, in one sentence."""

from rounds.core.planner.explain.proof import gap
from rounds.core.planner.explain.words import counted
from rounds.core.planner.plan import Plan, StageName
from rounds.core.values import money


def sentence(plan: Plan, *, is_first: bool) -> str:
    """``First plan: 2 rotations, $4,340; 3 sure doors, and no plan can have more than 7.``"""
    start = "First plan" if is_first else "Proven" if plan.is_proven else "Better plan"
    what = f"{counted(len(plan.terms), 'rotation')}, {money(plan.cost)}"
    doors = next((one for one in plan.stages if one.stage is StageName.SURE_DOORS), None)
    if doors is None or doors.is_proven:
        return f"{start}: {what}, {counted(plan.sure_doors, 'sure door')}."
    return f"{start}: {what}; {gap(doors)}."
