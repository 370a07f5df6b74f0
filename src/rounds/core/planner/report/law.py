"""May you do these? Equal rulings are said once, with the rotations they hold for."""

from dataclasses import dataclass

from rounds.core.legality.ruling import Finding, Ruling
from rounds.core.planner.explain.words import listed
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.items import Item
from rounds.core.planner.report.ruling import LEADS

SILENT = "silent"


@dataclass(frozen=True, slots=True)
class LawGroup:
    """The rotations one ruling holds for, by their numbers."""

    numbers: tuple[int, ...]
    ruling: Ruling

    @property
    def title(self) -> str:
        """``Rotations 1 and 2: allowed, on a condition``."""
        names = listed([str(number) for number in self.numbers])
        word = "Rotation" if len(self.numbers) == 1 else "Rotations"
        return f"{word} {names}: {permission_words(self.ruling)}"

    @property
    def sentences(self) -> tuple[str, ...]:
        """What each layer says, what it depends on, and what nobody has stated."""
        conditions = tuple(f"Condition: {text}" for text in self.ruling.conditions)
        unsaid = tuple(f"Nobody has stated {question}." for question in self.ruling.questions)
        return (*(finding.sentence for finding in telling(self.ruling)), *conditions, *unsaid)


def law_groups(answer: Answer) -> list[LawGroup]:
    """The rulings of the chosen rotations, equal ones together, in the order first met."""
    groups: dict[tuple[str, ...], LawGroup] = {}
    for number, ruling in enumerate(answer.rulings, start=1):
        key = (permission_words(ruling), *LawGroup((), ruling).sentences)
        known = groups.get(key, LawGroup((), ruling))
        groups[key] = LawGroup((*known.numbers, number), known.ruling)
    return list(groups.values())


def added_up_lines(answer: Answer) -> list[str]:
    """Each condition that spans rotations, with the sum of the weeks chosen and told."""
    return [f"{one.condition} Added up: {one.sentence}" for one in answer.added_up]


def added_up_item(answer: Answer) -> list[Item]:
    """The same as plain JSON."""
    return [
        {
            "rule": one.rule,
            "condition": one.condition,
            "rotations": [term.code for term in one.terms],
            "told_weeks": one.told,
            "weeks": one.weeks,
            "most_weeks": one.limit.weeks,
            "passed": one.is_passed,
            "sentence": one.sentence,
        }
        for one in answer.added_up
    ]


def permission_words(ruling: Ruling) -> str:
    """``allowed, on a condition``."""
    words = LEADS[ruling.permission]
    condition = ", on a condition" if ruling.conditions else ""
    return f"{words[:1].lower()}{words[1:]}{condition}"


def telling(ruling: Ruling) -> tuple[Finding, ...]:
    """The layers that say more than that nothing is on record, none of them twice."""
    spoken = tuple(one for one in ruling.findings if one.code != SILENT)
    return tuple(one for one in spoken if not _is_said(one, spoken))


def _is_said(finding: Finding, others: tuple[Finding, ...]) -> bool:
    """True when another layer's sentence says this one whole."""
    return any(
        finding.sentence in other.sentence for other in others if other.sentence != finding.sentence
    )
