"""How far the plan is proven, in one sentence a person can hold us to."""

from dataclasses import dataclass

from rounds.core.planner.explain.catalog import catalog_hash
from rounds.core.planner.explain.words import capitalized, counted, listed
from rounds.core.planner.plan import Plan, StageName, StageProof
from rounds.core.planner.problem import Problem
from rounds.core.values import day, money

STAGE_WORDS = {
    StageName.SURE_DOORS: "sure doors",
    StageName.POSSIBLE_DOORS: "possible doors",
    StageName.COST: "cost",
    StageName.LETTERS: "letters",
    StageName.FINISH: "finish",
    StageName.CODES: "choice among equals",
}


@dataclass(frozen=True, slots=True)
class Proof:
    """``sentence`` says what is proven and what is not; ``catalog`` is the SHA-256 in hex."""

    is_proven: bool
    sentence: str
    catalog: str
    stages: tuple[StageProof, ...]


def proof(problem: Problem, plan: Plan) -> Proof:
    """The proof of a plan against the catalog it was chosen from.

    The catalog is all terms and programs the problem holds, as of the season's ``today``.
    """
    digest = catalog_hash(problem.terms, problem.programs)
    catalog = f"the catalog of {day(problem.season.today)} (SHA-256 {digest})"
    if plan.is_proven:
        text = f"No better plan exists in {catalog}, by the order Rounds states."
    else:
        text = f"{_unproven(plan)} Searched: {catalog}."
    return Proof(plan.is_proven, text, digest, plan.stages)


def _unproven(plan: Plan) -> str:
    open_stages = [stage for stage in plan.stages if not stage.is_proven]
    proven = [STAGE_WORDS[stage.stage] for stage in plan.stages if stage.is_proven]
    text = f"The search stopped before its proof was complete: {gap(open_stages[0])}."
    if proven:
        text += f" {capitalized(listed(proven))}: proven."
    return text


def gap(stage: StageProof) -> str:
    """Value and bound of one stage in words."""
    match stage.stage:
        case StageName.SURE_DOORS | StageName.POSSIBLE_DOORS:
            words = STAGE_WORDS[stage.stage]
            return f"{stage.value:,} {words}, and no plan can have more than {stage.bound:,}"
        case StageName.COST:
            return f"as many doors for less than {money(stage.value)} were not ruled out"
        case StageName.LETTERS:
            return f"{counted(stage.value, 'letter')}, at most {stage.bound:,} could be had"
        case StageName.FINISH:
            return "an equal plan that ends earlier was not ruled out"
        case StageName.CODES:
            return "an equal plan with other codes was not ruled out"
