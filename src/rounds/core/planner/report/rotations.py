"""The chosen rotations: dates, place, kind, role, permission, letter, and what each one does."""

from rounds.core.legality.ruling import Ruling
from rounds.core.planner.explain.doors import TermEffect
from rounds.core.planner.explain.figures import TermFigures
from rounds.core.planner.explain.words import counted
from rounds.core.planner.offers import Term
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.items import Item
from rounds.core.planner.report.ruling import ruling_item
from rounds.core.planner.report.words import hours_line, kind_line

FEW = 3
Row = tuple[Term, TermEffect, Ruling, TermFigures]


def rotations_item(answer: Answer) -> list[Item]:
    """The chosen terms."""
    return [
        {
            "code": term.code,
            "rotation": term.rotation,
            "first": term.span.first.isoformat(),
            "last": term.span.last.isoformat(),
            "weeks": term.weeks,
            "kind": term.kind.value,
            "role": term.role.value,
            "mode": term.mode.value,
            "specialty": term.specialty,
            "hours": {setting.value: hours for setting, hours in term.hours},
            "site": {
                "id": term.site.id,
                "name": term.site.name,
                "city": term.site.city,
                "state": term.site.state,
            },
            "author": term.author,
            "letter_policy": term.letter_policy.value,
            "letter_ready_on": _ready_on(term),
            "legality": ruling_item(ruling),
            "opens_alone": list(effect.opens_alone),
            "opens_together": list(effect.opens_together),
            "counts_toward": _counts(figures),
        }
        for term, effect, ruling, figures in rows(answer)
    ]


def figures_item(answer: Answer) -> list[Item]:
    """Three figures of every rotation date that may enter a plan."""
    return [
        {
            "code": one.term.code,
            "opens_alone": len(one.opens_alone),
            "makes_possible_alone": len(one.makes_possible_alone),
            "counts_toward": _counts(one),
            "in_plan": one.is_in_plan,
        }
        for one in answer.figures
    ]


def rows(answer: Answer) -> list[Row]:
    """What is known of each chosen term, by date."""
    figures = {one.term.code: one for one in answer.figures}
    each = zip(answer.plan.terms, answer.doors.effects, answer.rulings, strict=True)
    return [(term, effect, ruling, figures[term.code]) for term, effect, ruling in each]


def place_line(term: Term) -> str:
    """Where, and the code to book it by."""
    return f"{term.site.name}, {term.site.town} ({term.code})"


def what_line(term: Term) -> str:
    """``externship, hands-on, in person, 4 weeks; 30 hours a week on the wards``."""
    return "; ".join(part for part in (kind_line(term), hours_line(term)) if part)


def effect_line(effect: TermEffect, figures: TermFigures) -> str:
    """What this rotation opens alone, together with others, and counts toward."""
    parts = []
    if effect.opens_alone:
        parts.append(f"opens {counted(len(effect.opens_alone), 'door')} by itself")
    if effect.opens_together:
        parts.append(f"helps to open {counted(len(effect.opens_together), 'door')}")
    if figures.makes_possible_alone:
        doors = counted(len(figures.makes_possible_alone), "door")
        parts.append(f"makes {doors} possible by itself")
    parts += [row.sentence for row in figures.counts_toward[:FEW]]
    text = "; ".join(parts) or "opens no door by itself"
    return f"{text[:1].upper()}{text[1:]}."


def _counts(figures: TermFigures) -> list[Item]:
    return [
        {
            "unit": row.unit.value,
            "amount": row.amount,
            "asked": row.asked,
            "programs": row.programs,
        }
        for row in figures.counts_toward
    ]


def _ready_on(term: Term) -> str | None:
    letter = term.as_letter()
    return letter.ready_on.isoformat() if letter else None
