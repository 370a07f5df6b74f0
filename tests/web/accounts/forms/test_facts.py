import pytest

from rounds.web.accounts.forms.facts import (
    EcfmgForm,
    ExamForm,
    ExperienceForm,
    NamesForm,
    SchoolForm,
    StatusForm,
    VisaForm,
)
from rounds.web.accounts.models import Experience, Profile

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", [NamesForm, SchoolForm, VisaForm, EcfmgForm])
def test_every_topic_of_the_profile_may_stay_unknown(form):
    filled = form({}, instance=Profile())

    assert filled.is_valid()
    assert {value for value in filled.cleaned_data.values() if value} <= {"unknown"}


@pytest.mark.parametrize(("answer", "value"), [("True", True), ("False", False), ("", None)])
def test_yes_no_and_not_known_are_three_answers(answer, value):
    form = VisaForm({"needs_sponsorship": answer}, instance=Profile())

    assert form.is_valid()
    assert form.cleaned_data["needs_sponsorship"] is value


def test_a_choice_nobody_has_to_make_is_called_not_known():
    names = dict(ExperienceForm(instance=Experience()).fields["kind"].choices)

    assert names[""] == "I do not know yet"
    assert "---------" not in names.values()


def test_hours_of_an_entry_are_shown_again():
    form = ExperienceForm(instance=Experience(hours={"office": 30}))

    assert form.fields["hours_office"].initial == 30
    assert form.fields["hours_inpatient"].initial is None


def test_all_problems_of_an_exam_are_told_at_once():
    form = ExamForm({"exam": "step_9", "taken_on": "never", "result": "", "score": "-1"})

    assert sorted(form.errors) == ["exam", "result", "score", "taken_on"]


def test_a_status_may_have_open_ends_and_no_end_before_its_start():
    assert StatusForm({"status": "b2"}).is_valid()
    backward = StatusForm({"status": "b2", "first": "2027-02-01", "last": "2027-01-01"})
    assert backward.errors == {"last": ["The status ends before it begins."]}
