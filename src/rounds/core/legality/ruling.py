"""The answer: one permission, a finding per layer, and what is missing or could change it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from rounds.core.legality.rules import Citation, Grade, Layer, LegalFact, question
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Permission

NOT_LEGAL_ADVICE = (
    "This is not legal advice. It restates dated public sources; confirm it with the school, "
    "the site and an attorney before you pay or travel."
)
ORDER = tuple(Permission)
RANK = {permission: rank for rank, permission in enumerate(ORDER)}
Item = TypeVar("Item")
TWO_STATUSES = "two_statuses"
PERMITTED = (Permission.ALLOWED, Permission.ALLOWED_BY_AGENCY_DECISION)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one layer says about one situation.

    ``code`` is the id of the deciding rule or decision, or one of ``no_rule``, ``no_status``,
    ``two_statuses``, ``depends`` and ``silent``; ``rule`` that id or empty. ``condition`` is what
    must be done or kept for a permission to hold.
    """

    layer: Layer
    permission: Permission
    code: str
    sentence: str
    rule: str = ""
    cites: str = ""
    grade: Grade | None = None
    sources: tuple[Citation, ...] = ()
    condition: str = ""
    missing: tuple[LegalFact, ...] = ()
    could_change: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[str, ...]:
        """What nobody has stated, in words."""
        return tuple(question(fact) for fact in self.missing)


@dataclass(frozen=True, slots=True)
class Finding:
    """The worst answer of one layer over the whole activity, and the first days it holds."""

    layer: Layer
    answer: Answer
    span: DateSpan

    @property
    def permission(self) -> Permission:
        return self.answer.permission

    @property
    def code(self) -> str:
        return self.answer.code

    @property
    def sentence(self) -> str:
        return self.answer.sentence


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which nothing changes, with the answers of the four layers in their order."""

    span: DateSpan
    answers: tuple[Answer, ...]

    @property
    def permission(self) -> Permission:
        return worst(answer.permission for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Ruling:
    """May this person do this, here, on every day of it? Worst layer and worst day have won."""

    permission: Permission
    stretches: tuple[Stretch, ...]
    notice: str = NOT_LEGAL_ADVICE

    @property
    def findings(self) -> tuple[Finding, ...]:
        """One finding per layer, in the order of the layers."""
        return tuple(_finding(layer, index, self.stretches) for index, layer in enumerate(Layer))

    @property
    def decisive(self) -> Finding:
        """The finding that decides: the worst, on its first days, in the first such layer."""
        at_fault = [finding for finding in self.findings if finding.permission is self.permission]
        return min(at_fault, key=lambda finding: finding.span.first)

    @property
    def timeline(self) -> tuple[tuple[DateSpan, Permission], ...]:
        """The permission day by day, equal days merged."""
        merged: list[tuple[DateSpan, Permission]] = []
        for stretch in self.stretches:
            first = stretch.span.first
            if merged and merged[-1][1] is stretch.permission:
                first = merged.pop()[0].first
            merged.append((DateSpan(first, stretch.span.last), stretch.permission))
        return tuple(merged)

    @property
    def conditions(self) -> tuple[str, ...]:
        """What must be done or kept on some day; nothing when it is not allowed anyway."""
        if self.permission is Permission.NOT_ALLOWED:
            return ()
        return _distinct(
            answer.condition
            for stretch in self.stretches
            for answer in stretch.answers
            if answer.condition
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """The code of every answer that is as bad as the whole."""
        return _distinct(answer.code for answer in self._at_fault)

    @property
    def missing(self) -> tuple[LegalFact, ...]:
        """The unknown facts behind every answer that is as bad as the whole."""
        return _distinct(fact for answer in self._at_fault for fact in answer.missing)

    @property
    def questions(self) -> tuple[str, ...]:
        """``missing`` in words."""
        return tuple(question(fact) for fact in self.missing)

    @property
    def could_change(self) -> tuple[str, ...]:
        """What would lead to another answer, for every answer that is as bad as the whole."""
        return _distinct(text for answer in self._at_fault for text in answer.could_change)

    @property
    def _at_fault(self) -> tuple[Answer, ...]:
        return tuple(
            answer
            for stretch in self.stretches
            for answer in stretch.answers
            if answer.permission is self.permission
        )


def worst(permissions: Iterable[Permission]) -> Permission:
    """The worst of several, none of which may improve another."""
    return ORDER[max(RANK[permission] for permission in permissions)]


def badness(answer: Answer) -> tuple[int, bool]:
    """Sorts answers from best to worst; a permission with a condition is the weaker one."""
    return RANK[answer.permission], bool(answer.condition)


def at_its_weakest(answers: Sequence[Answer]) -> Answer:
    """The weakest of several answers, with the sentences of all that give its permission."""
    weakest = max(answers, key=badness)
    sentences = dict.fromkeys(
        answer.sentence for answer in answers if answer.permission is weakest.permission
    )
    return replace(weakest, sentence=" ".join(sentences)) if len(sentences) > 1 else weakest


def _finding(layer: Layer, index: int, stretches: tuple[Stretch, ...]) -> Finding:
    """The worst answer of one layer, on the first unbroken run of days that give it."""
    weakest = max((stretch.answers[index] for stretch in stretches), key=badness)
    run: list[DateSpan] = []
    for stretch in stretches:
        if stretch.answers[index] == weakest:
            run.append(stretch.span)
        elif run:
            break
    return Finding(layer, weakest, DateSpan(run[0].first, run[-1].last))


def _distinct(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(items))
