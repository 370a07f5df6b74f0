"""How far the plan is proven, and against which catalog."""

from rounds.core.planner.explain.proof import STAGE_WORDS, gap
from rounds.core.planner.explain.words import capitalized, counted
from rounds.core.planner.plan import StageName, StageProof
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.items import Item
from rounds.core.values import day, money

ORDER = (
    "The order of what counts: doors that surely open, then possible doors, then least cost, "
    "then letters, then the earliest finish."
)


def proof_item(answer: Answer) -> Item:
    """Stages with value and bound, and the catalog's hash."""
    return {
        "proven": answer.proof.is_proven,
        "sentence": answer.proof.sentence,
        "catalog_sha256": answer.proof.catalog,
        "catalog_of": answer.problem.season.today.isoformat(),
        "terms": len(answer.problem.terms),
        "programs": len(answer.problem.programs),
        "stages": [
            {
                "stage": stage.stage.value,
                "value": stage.value,
                "bound": stage.bound,
                "proven": stage.is_proven,
            }
            for stage in answer.proof.stages
        ],
    }


def catalog_line(answer: Answer) -> str:
    """How much was searched, the fictional and the real layer apart."""
    programs = answer.problem.programs
    fictional = sum(program.is_fictional for program in programs)
    parts = [counted(len(answer.problem.terms), "rotation date")]
    if fictional:
        parts.append(counted(fictional, "fictional program"))
    if real := len(programs) - fictional:
        parts.append(counted(real, "real program"))
    text = f"Searched: {', '.join(parts)}."
    if answer.doors.stale:
        season = answer.problem.season.year
        text += (
            f" The rules of {counted(answer.doors.stale, 'program')} are older than season "
            f"{season}; such doors are never counted as open."
        )
    return text


def stage_rows(answer: Answer) -> list[tuple[str, str, str]]:
    """Each stage in words: what it counts, the value reached, and how far that is proven."""
    return [
        (
            capitalized(STAGE_WORDS[stage.stage]),
            _value(answer, stage),
            "proven" if stage.is_proven else gap(stage),
        )
        for stage in answer.proof.stages
    ]


def _value(answer: Answer, stage: StageProof) -> str:
    match stage.stage:
        case StageName.COST:
            return money(answer.plan.cost)
        case StageName.FINISH:
            return day(answer.plan.finish) if answer.plan.finish else "–"
        case StageName.CODES:
            return ", ".join(term.code for term in answer.plan.terms) or "–"
        case _:
            return f"{stage.value:,}"
