from rounds.web.catalog.queries.search.wanted import Wanted


def test_a_search_knows_which_filters_it_uses_and_how_to_do_without():
    wanted = Wanted(text="x", state=frozenset({"NY"}), miles=100)

    assert wanted.used == ("text", "state")
    assert wanted.without("text") == Wanted(state=frozenset({"NY"}), miles=100)
    assert Wanted().used == ()
