import pytest

from tests.web.catalog.makers import make_rotation

pytestmark = pytest.mark.django_db


def ask(client, *slugs):
    response = client.get("/rotations/compare/", {"r": slugs})
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_rotations_stand_side_by_side_in_the_order_chosen(client):
    one, two = make_rotation(title="Alpha"), make_rotation(title="Beta")
    page = ask(client, two.slug, one.slug)

    assert page.index("Beta") < page.index("Alpha")
    assert page.count('<th scope="col"') == 2


def test_of_more_than_four_the_first_are_shown_and_it_is_said(client):
    slugs = [make_rotation().slug for _ in range(6)]
    page = ask(client, *slugs)

    assert page.count('<th scope="col"') == 4
    assert "the first four are shown, 2 left out" in page


def test_what_is_gone_is_counted_and_the_same_one_is_shown_once(client):
    slug = make_rotation().slug
    page = ask(client, slug, slug, "gone", make_rotation(state="draft").slug)

    assert page.count('<th scope="col"') == 1
    assert "2 of the chosen rotations are no longer published." in page


def test_nothing_chosen_is_told_how_to_choose(client):
    assert "Nothing to compare yet." in ask(client)
