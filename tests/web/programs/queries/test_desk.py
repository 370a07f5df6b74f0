import pytest

from rounds.web.programs.actions.drafts import change_clauses, start_draft
from rounds.web.programs.queries.desk import draft_changes_since, drafts, versions_of
from tests.web.programs.makers import NOW, make_program

pytestmark = pytest.mark.django_db


def test_drafts_and_versions_are_found_newest_first(coordinator):
    program = make_program()
    assert drafts() == {}
    start_draft(program=program, like=None, by=coordinator, at=NOW)

    assert drafts() == {program.pk: 2}
    assert [one.number for one in versions_of(program)] == [2, 1]


def test_what_others_did_since_is_told_and_nothing_before(coordinator):
    program = make_program()
    draft = start_draft(program=program, like=program.versions.get(), by=coordinator, at=NOW)
    for version in (1, 2):
        change_clauses(
            draft=draft, change=lambda one: one[1:], version=version, by=coordinator, at=NOW
        )

    assert [e.payload["version"] for e in draft_changes_since(draft=draft, version=1)] == [2, 3]
    assert [e.payload["version"] for e in draft_changes_since(draft=draft, version=2)] == [3]
