from dataclasses import replace

from rounds.core.planner.plan import StageName
from rounds.core.planner.value import Value

BASE = Value(sure=3, possible=5, cost=900, net=700, letters=2, finish=740_000, codes=("B", "C"))


def test_earlier_stages_outweigh_all_later_ones():
    worse_later = {"possible": 0, "net": 9**9, "letters": 0, "finish": 9**9, "codes": ("Z",)}

    assert replace(BASE, sure=4, **worse_later).rank < BASE.rank
    del worse_later["possible"]
    assert replace(BASE, possible=6, **worse_later).rank < BASE.rank
    del worse_later["net"]
    assert replace(BASE, net=699, **worse_later).rank < BASE.rank
    del worse_later["letters"]
    assert replace(BASE, letters=3, **worse_later).rank < BASE.rank
    del worse_later["finish"]
    assert replace(BASE, finish=739_999, **worse_later).rank < BASE.rank


def test_fewer_terms_come_before_smaller_codes():
    assert replace(BASE, codes=("Z",)).rank < BASE.rank
    assert replace(BASE, codes=("A", "Z")).rank < BASE.rank


def test_each_stage_has_its_figure():
    assert [BASE.of(stage) for stage in StageName] == [3, 5, 700, 2, 740_000, 2]
