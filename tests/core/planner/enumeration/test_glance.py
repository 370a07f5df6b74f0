import numpy as np
import pytest

from rounds.core.errors import BadInput
from rounds.core.planner.candidates import candidates
from rounds.core.planner.enumeration.layout import layout
from rounds.core.planner.enumeration.parts import SURE
from rounds.core.planner.instance import instance_of
from tests.core.planner.worlds import random_problem


@pytest.mark.parametrize("seed", range(60))
def test_a_glance_drops_no_family_that_the_bound_by_integers_keeps(seed):
    asked_for = random_problem(seed, 8)
    try:
        instance = instance_of(asked_for, candidates(asked_for).terms)
    except BadInput:
        return
    if instance.budget is None:
        return
    laid = layout(instance, tuple(range(len(instance.terms))))
    payable = np.flatnonzero(laid.costs <= laid.budget)
    left = laid.budget - laid.costs[payable]
    nothing = np.zeros_like(laid.pinned_amounts)

    for least in range(4):
        kept = laid.glance.promising(nothing, payable, left, least)
        for k, money in zip(payable.tolist(), left.tolist(), strict=True):
            part = laid.parts[k]
            own = part.adds[SURE] + part.letters[SURE]
            bound = laid.boards[SURE].worth(own + laid.reach.of(SURE, k, money))
            assert (k in kept) == (bound >= least)
