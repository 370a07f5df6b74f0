import pytest

from rounds.web.accounts.bridge import shipped_rulebook

pytestmark = pytest.mark.django_db


def test_every_rule_is_there_with_every_source(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = client.get("/sources/").content.decode()

    for one in shipped_rulebook().rules:
        for source in one.sources:
            assert source.url in page.replace("&amp;", "&")
    assert "not legal advice" in page
    assert "Sep 2, 2026" in page


def test_the_method_says_what_is_not_claimed(client):
    page = client.get("/method/").content.decode()

    for words in ("No odds", "undecided, not open", "not legal advice", "20 a week"):
        assert words in page
