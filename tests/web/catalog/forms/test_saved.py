from rounds.web.catalog.forms.saved import SavedSearchForm


def test_a_search_keeps_a_name():
    assert SavedSearchForm({"name": ""}).errors == {"name": ["Give the search a name."]}
    assert SavedSearchForm({"name": "Mine", "is_paused": "on"}).is_valid()
