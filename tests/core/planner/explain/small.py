"""A world small enough to work out by hand.

Two observerships in one town, no housing and no travel to pay: MARCH ($1,000, 4 weeks from Mar 1)
and MAY ($500, 4 weeks from May 3). Any program that asks for weeks can be followed on one's
fingers: 4 weeks cost $500 (MAY), 8 weeks cost $1,500 (both).
"""

from dataclasses import replace

from rounds.core.facts import ApplicantFacts
from rounds.core.planner.offers import Term
from rounds.core.planner.plan import Plan, StageName, StageProof
from rounds.core.planner.problem import Problem
from rounds.core.vocabulary import Door, LetterPolicy, Role
from tests.core.planner.brute import all_plans
from tests.core.planner.worlds import CITIZEN, asked, problem, program, site, term

HERE = site(0, housing=0, travel=0)
MARCH = term("MARCH", week=8, at=HERE, fee=100_000)
MAY = term("MAY", week=17, at=HERE, fee=50_000)
HANDS_ON = term("HANDS", week=26, at=HERE, fee=70_000, role=Role.HANDS_ON)
FOUR = program("FOUR", asked(4))
EIGHT = program("EIGHT", asked(8))
TWELVE = program("TWELVE", asked(12))
NOTHING = Plan((), 0, 0, 0, (), 0, None, ())


def world(
    terms: tuple[Term, ...] = (MARCH, MAY),
    programs=(FOUR, EIGHT),
    facts: ApplicantFacts = CITIZEN,
    **wishes: object,
) -> Problem:
    """The small world, or another one of the same sort."""
    return problem(list(terms), list(programs), facts, **wishes)


def writing(one: Term, author: str, days: int = 30) -> Term:
    """The same term with a letter to expect."""
    return replace(one, author=author, letter_policy=LetterPolicy.WRITES, turnaround_days=days)


def plan_of(*terms: Term, is_proven: bool = True) -> Plan:
    """These terms as a plan, with nothing but what the explanations read from one."""
    cost = sum(line.cents or 0 for one in terms for line in one.price)
    bound = 0 if is_proven else 9
    return Plan(terms, 0, 0, cost, (), 0, None, (StageProof(StageName.SURE_DOORS, 0, bound),))


def most_sure_doors(question: Problem, entering: tuple[Term, ...]) -> int:
    """The most weighted sure doors, by trying every set."""
    return max(-one.rank[0] for one in all_plans(question, entering))


def names(changes) -> list[str]:
    """Program ids of door changes."""
    return [change.program.id for change in changes]


def is_open(assessment) -> bool:
    return assessment.door is Door.OPEN
