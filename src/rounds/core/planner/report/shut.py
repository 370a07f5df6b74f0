"""What stays closed or undecided, why, and what could still change that."""

from dataclasses import dataclass

from rounds.core.eligibility.assess import Assessment
from rounds.core.eligibility.rules import describe
from rounds.core.planner.candidates import SENTENCES
from rounds.core.planner.explain.honest import ShutDoor
from rounds.core.planner.explain.words import capitalized, counted
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.items import Item, program_item
from rounds.core.planner.report.words import program_name
from rounds.core.vocabulary import Door, Verdict

FEW, FEW_NAMES = 6, 3
FIRST = frozenset({0})


@dataclass(frozen=True, slots=True)
class ClosedGroup:
    """Doors that the same clauses close: what is asked and not met, and the programs."""

    clauses: str
    names: tuple[str, ...]


def shut_item(answer: Answer) -> Item:
    """Every door that is not open, the counts by reason, and the cures."""
    honest = answer.honest
    return {
        "sentence": honest.sentence,
        "by_reason": [
            {"reason": bar.value, "doors": count, "sentence": words}
            for bar, count, words in honest.by_bar
        ],
        "out_of_reach": list(honest.out_of_reach),
        "cures": [
            {"code": cure.code, "doors": cure.doors, "sentence": cure.sentence}
            for cure in honest.cures
        ],
        "rotations_left_out": {reason.value: count for reason, count in honest.terms_out},
        "programs": [_shut_item(one) for one in honest.shut],
    }


def closed_groups(answer: Answer) -> list[ClosedGroup]:
    """Doors closed after the plan by what closes them, the largest group first."""
    groups: dict[str, list[str]] = {}
    for one in answer.honest.shut:
        if one.assessment.door is Door.CLOSED:
            groups.setdefault(_clauses(one.assessment), []).append(
                program_name(one.assessment.program)
            )
    ordered = sorted(groups.items(), key=lambda group: -len(group[1]))
    return [ClosedGroup(clauses, tuple(names)) for clauses, names in ordered]


def left_out_line(answer: Answer) -> str:
    """How many rotations could enter; one may be left out for several reasons."""
    entered = counted(answer.honest.terms_in, "rotation date")
    return f"{entered} of {len(answer.problem.terms):,} could be chosen. The others, with overlaps:"


def reason_rows(answer: Answer) -> list[tuple[str, str]]:
    """How many rotations each reason keeps out."""
    return [
        (f"{count:,}", capitalized(SENTENCES[reason])) for reason, count in answer.honest.terms_out
    ]


def _clauses(assessment: Assessment) -> str:
    unmet = (f for f in assessment.decisive if f.verdict is Verdict.UNMET)
    return capitalized("; and also ".join(describe(f.requirement.rule) for f in unmet))


def _shut_item(one: ShutDoor) -> Item:
    assessment = one.assessment
    return {
        **program_item(assessment.program),
        "door": assessment.door.value,
        "reason": one.bar.value,
        "causes": [cause.value for cause in one.causes],
        "sentences": [finding.sentence for finding in assessment.decisive],
    }
