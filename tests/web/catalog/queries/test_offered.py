from datetime import date

import pytest

from rounds.web.catalog.queries.offered import offered
from tests.web.catalog.makers import make_rotation, make_site, make_term

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)


def test_only_what_is_published_and_still_to_come_is_offered():
    good = make_term(first=date(2026, 11, 27))
    full = make_term(seats=1, taken=1)
    make_term(first=date(2026, 11, 26))
    make_term(state="withdrawn")
    make_term(make_rotation(state="draft"))
    make_term(make_rotation(site=make_site(state="withdrawn")))

    assert [term.pk for term in offered(on=TODAY).terms] == [good.pk, full.pk]


def test_a_page_may_ask_for_some_rotations_alone():
    one, _ = make_term(), make_term()
    found = offered(on=TODAY, rotations=[one.rotation_id])

    assert [term.pk for term in found.terms] == [one.pk]
    assert list(found.rotations) == [one.rotation_id]


@pytest.mark.parametrize("count", [1, 3])
def test_the_queries_are_four_however_many_terms_there_are(count, django_assert_num_queries):
    for _ in range(count):
        make_term()

    with django_assert_num_queries(4):
        found = offered(on=TODAY)
        for rotation in found.rotations.values():
            assert rotation.site.name
            assert rotation.preceptor.full_name
            assert len(rotation.hours.all()) == len(rotation.price_lines.all()) == 2
