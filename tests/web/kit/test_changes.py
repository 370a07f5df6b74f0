from rounds.web.kit.changes import changes


def test_only_what_differs_is_told_with_both_values():
    before = {"name": "Old", "weeks": 4, "gone": 1, "empty": None}
    after = {"name": "New", "weeks": 4, "added": 2, "empty": None}

    assert changes(before, after) == {
        "name": {"before": "Old", "after": "New"},
        "gone": {"before": 1, "after": None},
        "added": {"before": None, "after": 2},
    }


def test_nothing_changed_is_an_empty_answer():
    assert changes({"a": 1}, {"a": 1}) == {}
