import pytest

from rounds.web.catalog.actions.search_index import refresh
from rounds.web.catalog.models import RotationText, ShelfMark
from tests.web.catalog.makers import make_rotation

pytestmark = pytest.mark.django_db


def test_the_words_of_published_rotations_are_kept_and_of_others_dropped():
    rotation = make_rotation(title="Sleep")
    refresh(rotations=[rotation.pk])
    assert RotationText.objects.get().body.startswith("sleep ")

    rotation.state = "withdrawn"
    rotation.save()
    refresh(rotations=[rotation.pk])
    assert RotationText.objects.count() == 0


def test_each_change_is_marked_by_a_new_number_in_one_row():
    refresh(rotations=[])
    first = ShelfMark.objects.get().number
    refresh(rotations=[])

    assert ShelfMark.objects.get().number != first


@pytest.mark.parametrize("count", [1, 3])
def test_many_rotations_are_refreshed_in_as_many_queries(count, django_assert_max_num_queries):
    pks = [make_rotation().pk for _ in range(count)]

    with django_assert_max_num_queries(12):
        refresh(rotations=pks)
