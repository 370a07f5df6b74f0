import pytest

from rounds.core.planner.explain.limits.limit import LeastChange, Limit, LimitName, not_a_limit

BUDGET = LimitName.BUDGET


def test_a_limit_that_keeps_nothing_out_is_proven_to_cost_nothing():
    none = not_a_limit(BUDGET, "You set no budget.")

    assert none == Limit(
        BUDGET, 0, (), is_proven=True, least=(), terms=0, applies=False, note="You set no budget."
    )


def test_a_limit_applies_and_needs_no_note_unless_told_otherwise():
    limit = Limit(BUDGET, 1, ("P",), is_proven=True)

    assert (limit.least, limit.terms, limit.applies, limit.note) == ((), 0, True, "")


def test_a_change_is_not_proven_unless_told_so():
    change = LeastChange("budget.more", "$300 more opens 1 more door.", 1)

    assert (change.amount, change.is_proven) == (0, False)


def test_the_codes_of_limits_never_change():
    assert list(LimitName) == [
        "budget",
        "dates",
        "permission_unknown",
        "not_allowed",
        "seats",
        "untold",
    ]


@pytest.mark.parametrize(
    ("limit", "sentence"),
    [
        (Limit(BUDGET, 3, (), is_proven=True), "3 more doors would open without the budget."),
        (
            Limit(BUDGET, 1, (), is_proven=False),
            "At least 1 more door would open without the budget.",
        ),
        (Limit(BUDGET, 0, (), is_proven=True), "No further door would open without the budget."),
        (Limit(BUDGET, 0, (), is_proven=False), "No further door was found without the budget."),
        (
            Limit(LimitName.UNTOLD, 2, (), is_proven=True),
            "2 more doors could open if you told us everything, at best.",
        ),
        *(
            (Limit(name, 2, (), is_proven=True), f"2 more doors would open {where}.")
            for name, where in (
                (LimitName.DATES, "with any dates"),
                (LimitName.PERMISSION_UNKNOWN, "if every unclear permission were given"),
                (LimitName.NOT_ALLOWED, "if the law allowed every rotation"),
                (LimitName.SEATS, "if every rotation had a free seat"),
            )
        ),
        (not_a_limit(BUDGET, "You set no budget."), "You set no budget."),
    ],
)
def test_a_limit_says_what_it_costs_and_how_sure_that_is(limit, sentence):
    assert limit.sentence == sentence
