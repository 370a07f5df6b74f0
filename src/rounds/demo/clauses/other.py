"""The rest: signals, prior training, the school, things only a person can read."""

from random import Random

from rounds.core.vocabulary import Coverage, Modality
from rounds.demo.clauses.page import Clause, Page, Shares, pick, stated

UNASKED = Page(coverage=Coverage.NOT_STATED)
SIGNAL = '{ not_testable = { text = "a signal sent to the program" } }'
ROTATED = '{ not_testable = { text = "a rotation at the program itself" } }'
FRESH = "{ none = [{ residency_training = { years = 0 } }] }"
NORTH_AMERICAN = '{ school = { countries = ["us_or_canada"] } }'

SCHOOL: Shares[Page] = (
    (94, UNASKED),
    (4, stated(Clause(NORTH_AMERICAN, Modality.PREFERRED))),
    (2, stated(Clause(NORTH_AMERICAN))),
)
OTHER: Shares[Page] = (
    (74, UNASKED),
    (10, stated(Clause(SIGNAL, Modality.STRONGLY_PREFERRED))),
    (5, stated(Clause(ROTATED, Modality.PREFERRED))),
    (5, stated(Clause(FRESH))),
    (3, stated(Clause(ROTATED, Modality.UNKNOWN))),
    (3, stated(Clause('{ not_testable = { text = "no failed class" } }', Modality.PREFERRED))),
)


def school_page(chance: Random, _specialty: str) -> Page:
    """What a program says about the medical school."""
    return pick(SCHOOL, chance)


def other_page(chance: Random, _specialty: str) -> Page:
    """What else a program says."""
    return pick(OTHER, chance)
