import pytest

from rounds.web.catalog.actions.search_index import refresh
from rounds.web.catalog.queries.search.shelf import shelf
from tests.web.catalog.makers import make_rotation, make_term

pytestmark = pytest.mark.django_db


def test_the_shelf_is_read_once_for_each_change(django_assert_num_queries):
    rotation = make_term().rotation
    refresh(rotations=[rotation.pk])
    first = shelf()

    with django_assert_num_queries(1):
        assert shelf() is first
    refresh(rotations=[rotation.pk])
    assert shelf() is not first


@pytest.mark.parametrize("count", [1, 3])
def test_reading_it_takes_as_many_queries_for_many_terms(count, django_assert_num_queries):
    for _ in range(count):
        make_term(make_rotation())
    refresh(rotations=[])

    with django_assert_num_queries(5):
        assert len(shelf().term) == count
