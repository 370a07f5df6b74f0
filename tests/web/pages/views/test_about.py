import pytest

from rounds.core.legality.rules import Layer, Rule, When
from rounds.core.vocabulary import Permission
from rounds.web.accounts.bridge import shipped_rulebook
from rounds.web.pages.views.about import chapters


def rule(name, **told):
    return Rule(name, told.pop("layer", Layer.STATE), Permission.ALLOWED, "Says so.", **told)


def test_immigration_comes_first_then_every_state_then_the_states():
    texas = rule("t", when=When(states=frozenset({"TX", "FL"})))
    read = chapters([texas, rule("all"), rule("b", layer=Layer.IMMIGRATION)])

    assert [chapter.title for chapter in read] == [
        "Immigration", "Every state", "Florida", "Texas"
    ]  # fmt: skip
    assert [one.id for one in read[-1].rules] == ["t"]


def test_a_chapter_without_rules_is_not_shown():
    assert [chapter.title for chapter in chapters([rule("all")])] == ["Every state"]


@pytest.mark.django_db
def test_every_rule_is_there_with_every_source(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = client.get("/sources/").content.decode()

    for one in shipped_rulebook().rules:
        for source in one.sources:
            assert source.url in page.replace("&amp;", "&")
    assert "not legal advice" in page
    assert "Sep 2, 2026" in page


@pytest.mark.django_db
def test_the_method_says_what_is_not_claimed(client):
    page = client.get("/method/").content.decode()

    for words in ("No odds", "undecided, not open", "not legal advice", "20 a week"):
        assert words in page
