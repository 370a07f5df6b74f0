"""Visas for residency: one, both, none, conditions, and silence, the commonest gap of all."""

from random import Random

from rounds.demo.clauses.page import (
    SILENT,
    UNREAD,
    Clause,
    Page,
    Shape,
    Shares,
    always,
    pick,
    stated,
)

J1 = '{ sponsorship = { visas = ["j1"] } }'
BOTH = '{ sponsorship = { visas = ["j1", "h1b"] } }'
NEITHER = "{ sponsorship = { visas = [] } }"
STEP_3 = '{ exam_passed = { exam = "step_3" } }'
RESIDENTS = '{ status = { any_of = ["us_citizen", "permanent_resident"], on = "apply" } }'


def sponsorship_page(chance: Random, specialty: str) -> Page:
    """What a program says about visas."""
    return pick(SHAPES, chance)(chance, specialty)


SHAPES: Shares[Shape] = (
    (43, always(stated(Clause(J1)))),
    (13, always(stated(Clause(BOTH)))),
    (18, always(stated(Clause(NEITHER)))),
    (4, always(stated(Clause(f"{{ any = [{J1}, {{ all = [{BOTH}, {STEP_3}] }}] }}")))),
    (4, always(stated(Clause(RESIDENTS)))),
    (16, always(SILENT)),
    (2, always(UNREAD)),
)
