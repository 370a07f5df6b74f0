import json
from datetime import date

from rounds.core.planner.problem import Wishes
from rounds.web.planner.bridge.wishes import (
    Asked,
    asked_again,
    keeping,
    kept,
    leaving_out,
    wishes_of,
)

WHOLE = Asked(
    season_year=2028, earliest=date(2027, 1, 4), latest=date(2027, 8, 31), budget=350_000,
    letters=3, cents_for_a_letter=20_000, travel_days=2, include_unknown_permission=True,
    apply_to=("neurology",), specialties=("internal medicine", "neurology"), states=("NY", "OH"),
    weights=(("a", 3), ("b", 0)), pinned=("ONE",), excluded=("TWO", "GONE"), visa_weeks=6,
)  # fmt: skip


def test_what_is_asked_comes_back_from_json_as_it_was():
    assert asked_again(json.loads(json.dumps(kept(WHOLE))), season_year=2028) == Asked(
        **{**{name: getattr(WHOLE, name) for name in Asked.__slots__}, "excluded": ("GONE", "TWO")}
    )
    bare = Asked(2028, date(2027, 1, 4), date(2027, 8, 31))
    assert asked_again(kept(bare), season_year=2028) == bare


def test_the_core_hears_every_wish_and_nothing_of_what_is_gone():
    wishes = wishes_of(WHOLE, terms=["ONE", "TWO"], programs=["a"])

    assert wishes == Wishes(
        earliest=date(2027, 1, 4), latest=date(2027, 8, 31), budget=350_000, letters=3,
        cents_for_a_letter=20_000, travel_days=2, include_unknown_permission=True,
        weights=(("a", 3),), pinned=frozenset({"ONE"}), excluded=frozenset({"TWO"}),
        specialties=frozenset({"internal medicine", "neurology"}), states=frozenset({"NY", "OH"}),
    )  # fmt: skip


def test_a_date_is_kept_or_left_out_and_never_both():
    left = leaving_out(WHOLE, "ONE")
    assert (left.pinned, left.excluded) == ((), ("TWO", "GONE", "ONE"))

    back = keeping(left, "ONE")
    assert (back.pinned, back.excluded) == (("ONE",), ("TWO", "GONE"))
    assert keeping(back, "ONE") == back
