import pytest

from rounds.web.history.models import Entry
from rounds.web.programs.actions.keeping import mark_changed, note
from rounds.web.programs.models import RuleMark
from tests.web.programs.makers import NOW, make_bare_program

pytestmark = pytest.mark.django_db


def test_every_mark_differs_from_the_one_before():
    mark_changed(at=NOW)
    first = RuleMark.objects.get().number
    mark_changed(at=NOW)

    assert RuleMark.objects.get().number != first


def test_history_names_the_program():
    program = make_bare_program()
    note(program, "read", by="user:1", at=NOW, why="asked")

    entry = Entry.objects.get()
    assert (entry.object, entry.verb, entry.payload) == (program.ref, "read", {"why": "asked"})
