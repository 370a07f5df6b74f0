from dataclasses import replace

from rounds.core.eligibility.case import Anchor
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.planner.explain.limits.limit import LimitName, not_a_limit
from rounds.core.planner.explain.limits.untold import untold_limit
from tests.core.planner.explain.small import FOUR, NOTHING, world
from tests.core.planner.worlds import CITIZEN, program

YOUNG = program("YOUNG", GraduatedWithin(5, Anchor.APPLY, 5))


def test_untold_facts_are_a_limit_with_one_change_each():
    question = world(
        programs=(YOUNG, FOUR), facts=replace(CITIZEN, degree_on=None), weights=(("YOUNG", 3),)
    )
    limit = untold_limit(question, NOTHING)

    assert (limit.name, limit.is_proven) == (LimitName.UNTOLD, True)
    assert (limit.gained, limit.opened) == (3, ("YOUNG",))
    assert [(one.code, one.doors) for one in limit.least] == [("untold.degree", 3)]
    assert limit.least[0].sentence.startswith("Tell us the date of your medical degree")


def test_when_all_is_told_there_is_no_such_limit():
    assert untold_limit(world(programs=(FOUR,)), NOTHING) == not_a_limit(
        LimitName.UNTOLD, "No door waits for a fact you have not told us."
    )
