"""The ECFMG certificate: by when, and what may stand in its place."""

from random import Random

from rounds.core.vocabulary import Stage
from rounds.demo.clauses.page import SILENT, UNREAD, Clause, Page, Shares, pick, stated

CERTIFIED = "{ ecfmg_certified = {} }"
LICENSE = '{ credential = { any_of = ["us_license", "fifth_pathway"] } }'

PAGES: Shares[Page] = (
    (10, stated(Clause(CERTIFIED))),
    (8, stated(Clause(CERTIFIED, stage=Stage.INTERVIEW))),
    (22, stated(Clause(CERTIFIED, stage=Stage.RANK))),
    (26, stated(Clause(CERTIFIED, stage=Stage.START))),
    (4, stated(Clause('{ ecfmg_certified = { by = "02-01" } }', stage=Stage.RANK))),
    (4, stated(Clause('{ ecfmg_certified = { by = "12-31" } }', stage=Stage.RANK))),
    (6, stated(Clause(f"{{ any = [{CERTIFIED}, {LICENSE}] }}", stage=Stage.START))),
    (17, SILENT),
    (3, UNREAD),
)


def certification_page(chance: Random, _specialty: str) -> Page:
    """What a program says about the certificate."""
    return pick(PAGES, chance)
