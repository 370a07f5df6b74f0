import pytest
from django.http import QueryDict

from rounds.web.programs.bridge.listing import VALUES
from rounds.web.programs.forms.search import FACETS, LABELS, SearchForm, facet_choices


def form(query):
    found = SearchForm(QueryDict(query))
    found.is_valid()
    return found


@pytest.mark.parametrize("name", FACETS)
def test_every_value_of_a_facet_has_its_words(name):
    assert {value for value, _ in facet_choices(name)} == set(VALUES[name])
    assert LABELS[name]


def test_what_is_asked_is_read_from_the_address():
    wanted = form("q=gable&specialty=urology&state=NY&state=TX&mine=on&sort=name").wanted

    assert wanted.text == "gable"
    assert wanted.chosen["state"] == {"NY", "TX"}
    assert wanted.chosen["specialty"] == {"urology"}
    assert (wanted.only_weighed, wanted.sort) == (True, "name")


def test_a_wrong_answer_is_dropped_and_the_good_ones_apply():
    wanted = form("state=NY&specialty=sorcery").wanted

    assert wanted.chosen["specialty"] == frozenset()
    assert wanted.chosen["state"] == {"NY"}
