from datetime import date

import pytest

from rounds.web.dossier.bridge import season_of
from rounds.web.history.models import Entry
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.drafts import change_clauses, change_source, start_draft
from rounds.web.programs.actions.publishing import publish_draft, roll_back, withdraw_version
from rounds.web.programs.bridge.shelf import shelf
from rounds.web.programs.models import RuleState
from tests.web.programs.makers import NOW, make_bare_program, make_program

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 27)
SEASON = season_of(2028, today=ON)
VALUES = {
    "source_url": "https://a.example", "source_name": "A", "via": "live page",
    "read_on": "2026-11", "as_of": "2027-2028", "coverage": {}, "notes": [],
}  # fmt: skip


@pytest.fixture
def program(db):
    return make_program("gable")


def drafted(program, coordinator, **over):
    like = program.versions.filter(state="published").order_by("-number").first()
    draft = start_draft(program=program, like=like, by=coordinator, at=NOW)
    return change_source(draft=draft, values={**VALUES, **over}, version=1, by=coordinator, at=NOW)


def publish(draft, coordinator):
    return publish_draft(draft=draft, version=draft.version, by=coordinator, at=NOW, on=ON)


def states(program):
    return [(one.number, one.state) for one in program.versions.order_by("number")]


def clauses_on_shelf(code="gable"):
    (ruled,) = [one for one in shelf().programs if one.row.code == code]
    return [one.id for one in ruled.program_for(SEASON).requirements]


def test_a_published_draft_supersedes_the_version_of_its_season(program, coordinator):
    draft = drafted(program, coordinator)
    draft = change_clauses(
        draft=draft, change=lambda one: one[:1], version=draft.version, by=coordinator, at=NOW
    )
    publish(draft, coordinator)

    assert states(program) == [(1, "superseded"), (2, "published")]
    assert clauses_on_shelf() == ["usce"]
    entry = Entry.objects.get(verb="rules_published")
    assert entry.payload["changes"]["Clause “visa”"]["after"] == "nothing"


def test_a_version_for_another_season_leaves_the_earlier_one(program, coordinator):
    publish(drafted(program, coordinator, as_of="2028-2029"), coordinator)

    assert states(program) == [(1, "published"), (2, "published")]


def test_a_draft_with_findings_is_refused_with_all_of_them(coordinator):
    draft = start_draft(program=make_bare_program(), like=None, by=coordinator, at=NOW)
    with pytest.raises(Refusal) as refused:
        publish(draft, coordinator)

    assert refused.value.code == "not_ready"
    assert len(refused.value.params["findings"]) == 5


def test_a_draft_changed_meanwhile_is_not_published(program, coordinator):
    draft = drafted(program, coordinator)
    with pytest.raises(Refusal) as refused:
        publish_draft(draft=draft, version=1, by=coordinator, at=NOW, on=ON)

    assert refused.value.code == "changed_meanwhile"


def test_withdrawn_rules_speak_no_more(program, coordinator):
    withdraw_version(version=program.versions.get(), why="wrong page", by=coordinator, at=NOW)

    assert states(program) == [(1, "withdrawn")]
    assert clauses_on_shelf() == []
    with pytest.raises(Refusal) as refused:
        withdraw_version(version=program.versions.get(), why="again", by=coordinator, at=NOW)
    assert refused.value.code == "not_published"


def test_going_back_publishes_what_was_said_as_a_new_version(program, coordinator):
    publish(drafted(program, coordinator), coordinator)
    first = program.versions.get(number=1)
    made = roll_back(version=first, why="misread", by=coordinator, at=NOW)

    assert states(program) == [(1, "superseded"), (2, "superseded"), (3, "published")]
    assert (made.content, made.rule_hash) == (first.content, first.rule_hash)
    assert Entry.objects.get(verb="rules_rolled_back").payload["back_to"] == 1


@pytest.mark.parametrize("state", [RuleState.PUBLISHED, RuleState.DRAFT])
def test_there_is_no_way_back_to_what_has_not_ended(program, coordinator, state):
    drafted(program, coordinator)
    with pytest.raises(Refusal) as refused:
        roll_back(version=program.versions.get(state=state), why="x", by=coordinator, at=NOW)

    assert refused.value.code == "not_ended"
