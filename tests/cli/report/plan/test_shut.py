from rounds.cli.report.plan import shut
from rounds.cli.report.plan.shut import show_shut
from rounds.core.planner.report.shut import closed_groups


def test_every_door_that_stays_shut_has_a_reason(answer, shown):
    lines = shown(show_shut, answer)

    assert lines[1] == f"What stays closed or undecided: {len(answer.honest.shut)}"
    assert sum(count for _, count, _ in answer.honest.by_bar) == len(answer.honest.shut) == 8


def test_a_long_list_is_cut_and_says_how_much_is_left(with_older_layer, shown, monkeypatch):
    monkeypatch.setattr(shut, "FEW", 1)
    lines = shown(show_shut, with_older_layer)

    left = sum(len(group.names) for group in closed_groups(with_older_layer)[1:])
    assert left > 0
    assert f"  and {left} more for other clauses; --html lists them all." in lines
