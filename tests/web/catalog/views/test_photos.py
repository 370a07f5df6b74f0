import pytest

pytestmark = pytest.mark.django_db


def test_a_picture_that_is_not_there_is_not_found(client):
    assert client.get("/pictures/1/").status_code == 404
