import pytest

from rounds.web.history.models import Entry
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.programs import create_program, edit_program
from rounds.web.programs.bridge.shelf import shelf
from rounds.web.programs.models import Program
from tests.web.programs.makers import NOW

pytestmark = pytest.mark.django_db
VALUES = {
    "name": "Gable Hospital", "specialty": "urology", "state_code": "NY", "city": "Gable Falls",
    "acgme_id": "", "nrmp_code": "1062480C0",
}  # fmt: skip


def create(coordinator, **over):
    return create_program(values={**VALUES, **over}, by=coordinator, at=NOW)


def test_a_program_gets_its_code_from_its_name_and_is_on_the_shelf(coordinator):
    one = create(coordinator)
    two = create(coordinator, nrmp_code="")

    assert (one.code, two.code) == ("gable-hospital-urology", "gable-hospital-urology-2")
    assert {ruled.row.code for ruled in shelf().programs} == {one.code, two.code}
    assert Entry.objects.filter(verb="created", object=one.ref).exists()


def test_a_name_of_other_letters_still_gets_a_code(coordinator):
    assert create(coordinator, name="病院", specialty="urology").code == "urology"


def test_an_nrmp_code_that_another_program_has_is_refused(coordinator):
    create(coordinator)
    with pytest.raises(Refusal) as refused:
        create(coordinator, name="Other")

    assert refused.value.params["field"] == "nrmp_code"
    assert "Gable Hospital" in refused.value.sentence


def test_an_edit_tells_before_and_after_and_shows_at_once(coordinator):
    program = create(coordinator)
    edited = edit_program(
        program=program, values={**VALUES, "city": "Moss End"}, version=1, by=coordinator, at=NOW
    )

    entry = Entry.objects.get(verb="changed")
    assert edited.version == 2
    assert entry.payload["changes"] == {"city": {"before": "Gable Falls", "after": "Moss End"}}
    assert shelf().programs[0].row.city == "Moss End"


def test_saving_the_same_changes_nothing(coordinator):
    program = create(coordinator)
    edit_program(program=program, values=VALUES, version=1, by=coordinator, at=NOW)

    assert Program.objects.get().version == 1


def test_the_second_of_two_editors_is_refused(coordinator):
    program = create(coordinator)

    def edit(town):
        values = {**VALUES, "city": town}
        edit_program(program=program, values=values, version=1, by=coordinator, at=NOW)

    edit("Moss End")
    with pytest.raises(Refusal) as refused:
        edit("Otherwhere")

    assert refused.value.code == "changed_meanwhile"
    assert Program.objects.get().city == "Moss End"
