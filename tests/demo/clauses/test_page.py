"""Pages hold together, and shares are respected."""

from random import Random

import pytest

from rounds.core.vocabulary import Coverage
from rounds.demo.clauses.page import NONE_ASKED, SILENT, Clause, Page, always, pick, stated

CLAUSE = Clause("{ ecfmg_certified = {} }")


def test_a_topic_is_stated_exactly_when_it_has_clauses():
    with pytest.raises(ValueError, match="exactly when it has clauses"):
        Page()
    with pytest.raises(ValueError, match="exactly when it has clauses"):
        Page((CLAUSE,), Coverage.NOT_STATED)

    assert stated(CLAUSE).coverage is Coverage.STATED
    assert SILENT.clauses == ()


def test_values_are_picked_by_their_share():
    chance = Random(1)
    picked = [pick(((3, "often"), (1, "seldom"), (0, "never")), chance) for _ in range(1_000)]

    assert set(picked) == {"often", "seldom"}
    assert 700 < picked.count("often") < 800


def test_a_fixed_shape_leaves_nothing_to_chance():
    assert always(NONE_ASKED)(Random(1), "neurology") is NONE_ASKED
