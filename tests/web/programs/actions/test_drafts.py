import pytest

from rounds.web.history.models import Entry
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.drafts import (
    change_clauses,
    change_source,
    discard_draft,
    start_draft,
)
from rounds.web.programs.models import RequirementVersion, RuleState
from tests.web.programs.makers import NOW, make_bare_program, make_program

pytestmark = pytest.mark.django_db
VISA = {
    "id": "visa", "topic": "sponsorship", "modality": "required",
    "rule": {"sponsorship": {"visas": ["j1"]}},
}  # fmt: skip
VALUES = {
    "source_url": "https://a.example", "source_name": "A", "via": "live page",
    "read_on": "2026-11", "as_of": "2027-2028", "coverage": {"letters": "not_stated"},
    "notes": ["b"],
}  # fmt: skip


@pytest.fixture
def program(db):
    return make_program("gable")


@pytest.fixture
def draft(program, coordinator):
    return start_draft(program=program, like=program.versions.get(), by=coordinator, at=NOW)


def put(draft, version, coordinator, *clauses):
    return change_clauses(
        draft=draft, change=lambda _: list(clauses), version=version, by=coordinator, at=NOW
    )


def test_a_draft_is_a_copy_that_leaves_the_published_version_alone(program, draft, coordinator):
    published = program.versions.get(state=RuleState.PUBLISHED)
    put(draft, 1, coordinator, VISA)

    assert (draft.number, draft.season_year) == (2, 2028)
    assert draft.source_url == published.source_url
    published.refresh_from_db()
    assert [one["id"] for one in published.content["requirement"]] == ["usce", "visa"]


def test_a_program_nobody_has_read_begins_with_nothing(coordinator):
    draft = start_draft(program=make_bare_program(), like=None, by=coordinator, at=NOW)

    assert (draft.number, draft.content, draft.season_year) == (1, {}, None)


def test_a_program_has_one_draft_at_a_time(program, draft, coordinator):
    with pytest.raises(Refusal) as refused:
        start_draft(program=program, like=None, by=coordinator, at=NOW)

    assert refused.value.code == "draft_exists"


def test_a_change_is_told_in_words_with_the_version_it_made(draft, coordinator):
    clauses = draft.content["requirement"]
    row = put(draft, 1, coordinator, *clauses[:1])

    entry = Entry.objects.get(verb="draft_changed")
    assert row.version == 2
    assert (entry.payload["number"], entry.payload["version"]) == (2, 2)
    assert entry.payload["changes"]["Clause “visa”"]["after"] == "nothing"


def test_a_change_of_nothing_is_no_change(draft, coordinator):
    assert put(draft, 1, coordinator, *draft.content["requirement"]).version == 1
    assert not Entry.objects.filter(verb="draft_changed").exists()


def test_the_source_is_changed_and_what_is_empty_is_left_out(draft, coordinator):
    row = change_source(draft=draft, values=VALUES, version=1, by=coordinator, at=NOW)
    assert (row.source_name, row.content["coverage"], row.content["notes"]) == (
        "A", {"letters": "not_stated"}, ["b"],
    )  # fmt: skip

    empty = {**VALUES, "coverage": {}, "notes": [], "as_of": "2026-2027"}
    row = change_source(draft=row, values=empty, version=2, by=coordinator, at=NOW)
    assert row.season_year == 2027
    assert set(row.content) == {"requirement"}


def test_the_second_of_two_editors_is_refused_and_nothing_is_lost(draft, coordinator):
    put(draft, 1, coordinator, VISA)
    with pytest.raises(Refusal) as refused:
        put(draft, 1, coordinator)

    assert (refused.value.code, refused.value.params["since"]) == ("changed_meanwhile", 1)
    assert RequirementVersion.objects.get(pk=draft.pk).content["requirement"] == [VISA]


def test_a_draft_thrown_away_stays_in_history(program, draft, coordinator):
    discard_draft(draft=draft, version=1, by=coordinator, at=NOW)

    entry = Entry.objects.get(verb="draft_discarded")
    assert "Clause “visa”" in entry.payload["changes"]
    assert program.versions.count() == 1
    with pytest.raises(Refusal) as refused:
        discard_draft(draft=draft, version=1, by=coordinator, at=NOW)
    assert refused.value.code == "no_draft"
