import pytest
from django.db import IntegrityError, transaction

from rounds.web.programs.models import RequirementVersion, RuleState
from tests.web.programs.makers import NOW, make_bare_program

pytestmark = pytest.mark.django_db
SOURCED = {"source_url": "https://a.example", "via": "live page", "read_on": "2026-11"}


def make(program, number, state=RuleState.PUBLISHED, **over):
    at = None if state == RuleState.DRAFT else NOW
    told = {**SOURCED, "published_at": at, "made_at": NOW, **over}
    return RequirementVersion.objects.create(program=program, number=number, state=state, **told)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"state": RuleState.DRAFT}, {"state": RuleState.DRAFT}),
        ({"season_year": 2028}, {"season_year": 2028}),
        ({}, {}),
    ],
)
def test_there_is_one_draft_and_one_published_version_a_season(first, second):
    program = make_bare_program()
    make(program, 1, **first)
    with pytest.raises(IntegrityError), transaction.atomic():
        make(program, 2, **second)


def test_superseded_versions_may_be_many():
    program = make_bare_program()
    make(program, 1, RuleState.SUPERSEDED, season_year=2028)
    make(program, 2, RuleState.SUPERSEDED, season_year=2028)

    assert program.versions.count() == 2


@pytest.mark.parametrize("missing", ["source_url", "via", "read_on"])
def test_nothing_is_published_without_source_and_date(missing):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(make_bare_program(), 1, **{missing: ""})


def test_the_hash_stands_for_rules_and_source_and_not_for_their_order():
    one = RequirementVersion(content={"a": 1, "b": 2}, source_url="https://a.example")
    same = RequirementVersion(content={"b": 2, "a": 1}, source_url="https://a.example")
    other = RequirementVersion(content={"a": 1, "b": 2}, source_url="https://b.example")

    assert one.hash_of_rules() == same.hash_of_rules() != other.hash_of_rules()
