from rounds.web.catalog.queries.looks import Look, differences


def told(before, now):
    return [(one.term_id, one.what, one.before, one.after) for one in differences(before, now)]


def test_each_difference_by_itself():
    free, full = Look(True, 100, "writes"), Look(False, 100, "writes")

    assert told({}, {1: free}) == [(1, "opened", "", "")]
    assert told({1: full}, {1: free}) == [(1, "freed", "", "")]
    assert told({1: free}, {1: full}) == []
    assert told({1: free}, {1: Look(True, None, "conditional")}) == [
        (1, "price", "100", ""), (1, "letter", "writes", "conditional"),
    ]  # fmt: skip
    assert told({1: free}, {}) == []
