import pytest
from django.contrib.sessions.models import Session

from rounds.web.accounts.models import User
from rounds.web.kit.backup.numbering import last_id, set_last_id

pytestmark = pytest.mark.django_db


def test_the_last_number_is_that_of_a_deleted_row_too():
    kept = User.objects.create_user(email="a@b.example")
    User.objects.create_user(email="b@b.example").delete()

    assert last_id(User) == kept.pk + 1


def test_a_table_can_be_told_where_to_go_on():
    set_last_id(User, 4711)

    assert last_id(User) == 4711
    assert User.objects.create_user(email="a@b.example").pk == 4712


def test_a_table_that_numbers_nothing_has_no_last_number():
    assert last_id(Session) == 0
    set_last_id(Session, 0)
