from datetime import date

import pytest

from rounds.core.eligibility.program_file import read_programs
from rounds.web.dossier.bridge import season_of
from rounds.web.programs.actions.keeping import mark_changed
from rounds.web.programs.bridge import shelf as shelves
from rounds.web.programs.bridge.shelf import published_programs, shelf
from rounds.web.programs.models import RequirementVersion
from tests.web.programs.makers import (
    NOW,
    RULES,
    imported,
    make_bare_program,
    make_program,
    program_text,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)
SEASON = season_of(2028, today=TODAY)


def test_the_site_and_the_files_give_the_same_programs():
    text = "\n".join(program_text(f"p-{number}") for number in (3, 1, 2))
    imported(text)

    from_file = sorted(read_programs(text, "programs.toml"), key=lambda one: one.id)
    assert published_programs(SEASON) == tuple(from_file)


def test_equal_trees_of_different_programs_are_one_object():
    make_program()
    make_program()

    one, two = published_programs(SEASON)
    assert one.requirements[0].rule is two.requirements[0].rule


def test_drafts_and_programs_without_rules_are_not_planned_for():
    make_bare_program()
    make_program("kept")
    make_program("hidden")
    RequirementVersion.objects.filter(program__code="hidden").update(
        state="draft", published_at=None
    )
    mark_changed(at=NOW)

    assert [one.id for one in published_programs(SEASON)] == ["kept"]
    assert len(shelf().programs) == 3


@pytest.mark.parametrize(
    ("cycles", "wanted", "chosen"),
    [
        (("2026-2027", "2027-2028", "2028-2029"), 2028, 2028),
        (("2025-2026", "2028-2029"), 2028, 2026),
        (("", "2025-2026"), 2028, 2026),
        (("", "2028-2029"), 2028, None),
        (("2028-2029",), 2028, 2029),
        (("2028-2029", "2029-2030"), 2028, 2029),
    ],
)
def test_the_newest_rules_not_meant_for_a_later_season_speak(cycles, wanted, chosen):
    for cycle in cycles:
        text = program_text("p", name="P", as_of=cycle)
        imported(text if cycle else text.replace("live page", "archived copy"))

    (ruled,) = shelf().programs
    version = ruled.version_for(season_of(wanted, today=TODAY))
    assert version.season_year == chosen
    assert ruled.program_for(SEASON).source.as_of == version.as_of


def test_a_shelf_that_nothing_has_changed_asks_once(django_assert_num_queries):
    make_program()
    shelf()
    with django_assert_num_queries(1):
        shelf()


def test_only_new_rules_are_read_anew(monkeypatch, django_assert_num_queries):
    make_program("old")
    shelf()
    imported(program_text("new", rules=RULES))
    read = []
    real = shelves.program_with
    monkeypatch.setattr(
        shelves, "program_with", lambda row, *told: read.append(row.code) or real(row, *told)
    )
    with django_assert_num_queries(4):
        shelf()

    assert read == ["new"]


def test_what_is_no_longer_published_is_forgotten():
    make_program("p")
    shelf()
    RequirementVersion.objects.update(state="withdrawn")
    mark_changed(at=NOW)

    assert [one.rules for one in shelf().programs] == [()]
    (kept,) = [one for one in shelves._kept.values() if one.shelf is shelf()]
    assert kept.read == {}


def test_before_anything_is_kept_the_shelf_is_empty():
    assert shelf().programs == ()
    assert published_programs(SEASON) == ()
