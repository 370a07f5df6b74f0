from datetime import date

import pytest
from django.http import QueryDict

from rounds.core.vocabulary import SPECIALTIES, Setting
from rounds.web.catalog.forms.search import SearchForm, facet_choices
from rounds.web.catalog.queries.search.wanted import FACETS, Wanted


def asked(query):
    form = SearchForm(QueryDict(query))
    form.is_valid()
    return form


def test_the_address_becomes_a_search():
    form = asked(
        "q=heart&specialty=neurology&state=NY&state=TX&weeks=4&price=1500&free=on"
        "&earliest=2027-01-04&latest=2027-06-01&setting=clinic&letterhead=yes"
    )

    assert form.errors == {}
    assert form.wanted == Wanted(
        text="heart", specialty=frozenset({"neurology"}), state=frozenset({"NY", "TX"}),
        weeks=frozenset({4}), most_cents=150_000, only_free=True, earliest=date(2027, 1, 4),
        latest=date(2027, 6, 1), setting=frozenset({"clinic"}), letterhead=frozenset({"yes"}),
    )  # fmt: skip


def test_a_zip_becomes_a_place():
    found = asked("zip=10001&miles=100").wanted

    assert (round(found.near.latitude), round(found.near.longitude)) == (41, -74)
    assert (found.near.name, found.miles) == ("ZIP 10001", 100)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("zip=00000", "zip"), ("zip=abc", "zip"), ("price=-1", "price"), ("price=x", "price"),
        ("earliest=2027-02-30", "earliest"), ("state=ZZ", "state"), ("kind=party", "kind"),
        ("earliest=2027-06-01&latest=2027-01-04", "latest"), ("weeks=99", "weeks"),
        ("sort=magic", "sort"), (f"q={'x' * 201}", "q"),
    ],
)  # fmt: skip
def test_a_bad_answer_is_told_and_the_others_still_apply(query, field):
    form = asked(f"{query}&specialty=neurology")

    assert list(form.errors) == [field]
    assert form.wanted.specialty == {"neurology"}


@pytest.mark.parametrize("name", FACETS)
def test_every_value_of_a_facet_has_its_words(name):
    choices = facet_choices(name)

    assert len(dict(choices)) == len(choices) > 1
    assert all(words for _, words in choices)


def test_facets_know_all_words_of_the_core():
    assert {value for value, _ in facet_choices("specialty")} == set(SPECIALTIES)
    assert {value for value, _ in facet_choices("setting")} == {
        *map(str, Setting),
        "hospital",
        "clinic",
    }
