"""The dated steps of a plan: what begins, what must be there, what is still to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rounds.core.facts import StatusSpan
from rounds.core.planner.offers import Term
from rounds.core.planner.report.answer import Answer
from rounds.core.seasons import Season
from rounds.core.vocabulary import (
    EXAM_NAMES,
    STATUS_NAMES,
    ExamResult,
    LetterPolicy,
    SeasonStatus,
    Status,
)

ON_A_VISA = frozenset(
    {
        Status.J1,
        Status.H1B,
        Status.F1,
        Status.B1,
        Status.B2,
    }
)
MAY_WRITE = (LetterPolicy.WRITES, LetterPolicy.CONDITIONAL)
DOCUMENTS = (
    "The catalog does not say by when these sites want your documents (health forms, insurance, "
    "background check); ask before you book."
)


class Step(StrEnum):
    """What a dated step is; codes never change."""

    BEGINS = "begins"
    ENDS = "ends"
    LETTER = "letter"
    APPLY = "apply"
    RANK = "rank"
    START = "start"
    EXAM = "exam"
    CERTIFICATE = "certificate"
    VISA = "visa"
    STATUS_ENDS = "status_ends"


@dataclass(frozen=True, slots=True)
class DatedStep:
    """One step. ``number`` is the rotation it belongs to, 0 for none."""

    on: date
    step: Step
    words: str
    number: int = 0


def dated_steps(answer: Answer) -> tuple[DatedStep, ...]:
    """Every dated step of a plan, by day; what has passed is left out."""
    season = answer.problem.season
    found = [
        *(step for term in answer.plan.terms for step in _of_term(answer, term)),
        *_of_season(season),
        *_of_facts(answer),
    ]
    ahead = [one for one in found if one.on >= season.today]
    return tuple(sorted(ahead, key=lambda one: (one.on, list(Step).index(one.step), one.number)))


def undated_steps(answer: Answer) -> list[str]:
    """What must be there too, and nobody has stated when."""
    terms = answer.plan.terms
    letters = [
        f"Nobody has stated when the letter of {term.author} comes."
        for term in terms
        if term.letter_policy in MAY_WRITE and term.turnaround_days is None
    ]
    return [*letters, *([DOCUMENTS] if terms else [])]


def _of_term(answer: Answer, term: Term) -> Iterator[DatedStep]:
    number = answer.numbers[term.code]
    name = f"{term.rotation}, {term.site.name}"
    yield DatedStep(term.span.first, Step.BEGINS, f"{name} begins", number)
    yield DatedStep(term.span.last, Step.ENDS, f"{name} ends", number)
    letter = term.as_letter()
    if letter is not None:
        may = "" if letter.is_certain else ", if the writer agrees"
        late = "" if letter.ready_on <= answer.problem.season.apply_on else ": too late to apply"
        words = f"Letter of {term.author} usually there{may}{late}"
        yield DatedStep(letter.ready_on, Step.LETTER, words, number)


def _of_season(season: Season) -> Iterator[DatedStep]:
    sure = " (projected)" if season.status is SeasonStatus.PROJECTED else ""
    yield DatedStep(season.apply_on, Step.APPLY, f"Applications open{sure}; letters due")
    yield DatedStep(season.rank_on, Step.RANK, f"Rank lists close{sure}")
    yield DatedStep(season.start_on, Step.START, f"Training begins{sure}")


def _of_facts(answer: Answer) -> Iterator[DatedStep]:
    facts, today = answer.problem.facts, answer.problem.season.today
    for sitting in facts.exams:
        if sitting.result_seen(today) is ExamResult.PENDING:
            yield DatedStep(sitting.taken_on, Step.EXAM, f"{EXAM_NAMES[sitting.exam]}")
    if facts.ecfmg.expected_on:
        words = "ECFMG certificate expected, as you told"
        yield DatedStep(facts.ecfmg.expected_on, Step.CERTIFICATE, words)
    for span in facts.statuses:
        yield from _of_status(span, answer)


def _of_status(span: StatusSpan, answer: Answer) -> Iterator[DatedStep]:
    """A visa must be there on the day its status begins; the law looks at every day of a term."""
    name = STATUS_NAMES[span.status]
    today, terms = answer.problem.season.today, answer.plan.terms
    if span.status in ON_A_VISA and span.first and span.first > today:
        yield DatedStep(
            span.first, Step.VISA, f"You tell {name} from this day: the visa must be there"
        )
    if span.last and terms and span.last <= max(term.span.last for term in terms):
        yield DatedStep(span.last, Step.STATUS_ENDS, f"Status “{name}” ends, as you told")
