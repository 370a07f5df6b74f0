"""Forms of programs: what is typed becomes the core's own file form, and back."""

import pytest
from django.http import QueryDict

from rounds.core.eligibility.criteria import READERS
from rounds.web.desk.forms.programs.criteria import FORM_OF, FORMS
from rounds.web.desk.forms.programs.named import FindForm, ProgramForm, SettleForm
from rounds.web.desk.forms.programs.rules import ClauseForm, SourceForm, free_name
from rounds.web.programs.models import RequirementVersion

TYPED = [
    ("clinical_experience", "weeks=8&roles=hands_on&countries=US&within__years=3&within__to=start",
     {"weeks": 8, "roles": ["hands_on"], "countries": ["US"],
      "within": {"years": 3, "to": "start"}}),
    ("clinical_experience", "months=3&after_degree=on&counted=one_rotation",
     {"months": 3, "counted": "one_rotation", "since": "graduation"}),
    ("clinical_experience", "since=2024-07-01", {"since": "2024-07-01"}),
    ("exam_passed", "exam=step_2_ck&score=230&by=apply",
     {"exam": "step_2_ck", "score": 230, "by": "apply"}),
    ("exam_attempts", "failures=0&in_all=on", {"failures": 0, "in_all": True}),
    ("exam_attempts", "exams=step_1&attempts=2", {"exams": ["step_1"], "attempts": 2}),
    ("graduated_within", "years=3&fuzzy_years=5", {"years": 3, "fuzzy_years": 5}),
    ("letters", "at_least=2&us_physician=on", {"at_least": 2, "us_physician": True}),
    ("sponsorship", "", {"visas": []}),
    ("sponsorship", "visas=j1", {"visas": ["j1"]}),
    ("ecfmg_certified", "", {}),
    ("ecfmg_certified", "by=02-01", {"by": "02-01"}),
    ("status", "any_of=us_citizen&on=start", {"any_of": ["us_citizen"], "on": "start"}),
    ("standing", "is=graduate", {"is": "graduate"}),
    ("school", "countries=us_or_canada&countries=IN", {"countries": ["us_or_canada", "IN"]}),
    ("residency_training", "years=0&anywhere=on", {"years": 0, "acgme": False}),
    ("credential", "any_of=us_license", {"any_of": ["us_license"]}),
    ("not_testable", "text=a+good+word", {"text": "a good word"}),
]  # fmt: skip


def test_every_criterion_of_the_core_has_its_form():
    assert set(FORM_OF) == set(READERS)
    assert len({form.title for form in FORMS}) == len(FORMS)


@pytest.mark.parametrize(("kind", "typed", "values"), TYPED)
def test_what_is_typed_is_the_table_of_a_file(kind, typed, values):
    form = FORM_OF[kind].of({}, 1, QueryDict(f"version=1&{typed}"))

    assert form.is_valid(), form.errors
    assert form.test == {kind: values}


@pytest.mark.parametrize(("kind", "typed", "values"), TYPED)
def test_what_is_kept_comes_back_into_the_form(kind, typed, values):
    shown = FORM_OF[kind].of(values, 1)
    sent = QueryDict(mutable=True)
    for field in shown:
        value = field.initial
        if isinstance(value, list):
            sent.setlist(field.name, [str(one) for one in value])
        elif value is not None and value is not False and value != "":
            sent[field.name] = str(value)
    again = FORM_OF[kind].of({}, 1, sent)

    assert again.is_valid(), again.errors
    assert again.test == {kind: values}


@pytest.mark.parametrize(
    ("kind", "typed", "fields"),
    [
        ("clinical_experience", "weeks=8&months=2", {"months"}),
        ("clinical_experience", "since=2024-07-01&after_degree=on", {"since"}),
        ("clinical_experience", "since=2024-02-31", {"since"}),
        ("clinical_experience", "weeks=many&hours_a_week=900", {"weeks", "hours_a_week"}),
        ("exam_attempts", "", {"__all__"}),
        ("exam_attempts", "attempts=1&failures=1", {"__all__"}),
        ("graduated_within", "years=5&fuzzy_years=3", {"fuzzy_years"}),
        ("letters", "", {"at_least"}),
        ("ecfmg_certified", "by=soon", {"by"}),
        ("status", "", {"any_of"}),
        ("school", "", {"countries"}),
    ],
)
def test_what_the_core_refuses_stands_beside_its_field(kind, typed, fields):
    form = FORM_OF[kind].of({}, 1, QueryDict(f"version=1&{typed}"))

    assert not form.is_valid()
    assert set(form.errors) == fields


def test_the_source_form_gives_back_what_the_draft_holds():
    draft = RequirementVersion(
        source_url="https://a.example", source_name="A", via="live page", read_on="2026-11",
        content={"coverage": {"letters": "not_stated"}, "notes": ["one", "two"]}, version=4,
    )  # fmt: skip
    shown = SourceForm.of(draft)
    sent = {field.name: field.initial for field in shown if field.initial is not None}
    form = SourceForm.of(draft, sent)

    assert form.is_valid(), form.errors
    assert form.seen == 4
    assert form.values == {
        "source_url": "https://a.example", "source_name": "A", "via": "live page",
        "read_on": "2026-11", "as_of": "", "coverage": {"letters": "not_stated"},
        "notes": ["one", "two"],
    }  # fmt: skip


def test_source_and_date_are_asked_all_at_once():
    form = SourceForm.of(RequirementVersion(), {"read_on": "November"})

    assert set(form.errors) == {"source_url", "source_name", "via", "read_on"}


def test_a_clause_keeps_its_name_and_tree_and_drops_what_is_empty():
    kept = {"id": "visa", "topic": "other", "says": "old", "rule": {"standing": {"is": "student"}}}
    sent = {"topic": "sponsorship", "modality": "required", "stage": "apply", "version": "1"}
    form = ClauseForm.of(kept, 1, sent)

    assert form.is_valid(), form.errors
    assert form.data_with(kept, set()) == {
        "id": "visa", "topic": "sponsorship", "modality": "required", "stage": "apply",
        "rule": kept["rule"],
    }  # fmt: skip
    assert form.data_with({}, {"sponsorship"})["id"] == "sponsorship-2"


def test_a_new_clause_gets_a_name_no_other_has():
    assert free_name("exams", set()) == "exams"
    assert free_name("exams", {"exams", "exams-2"}) == "exams-3"


@pytest.mark.django_db
def test_a_programs_names_lose_the_blanks_around_them():
    form = ProgramForm(
        {"name": " Gable ", "specialty": "urology", "state_code": "NY", "nrmp_code": " 1 "}
    )

    assert form.is_valid(), form.errors
    assert (form.values["name"], form.values["nrmp_code"]) == ("Gable", "1")


def test_a_settlement_needs_a_reason():
    assert set(SettleForm({"state": "taken"}).errors) == {"answer"}
    assert set(SettleForm({"state": "waiting", "answer": "x"}).errors) == {"state"}


def test_a_search_of_the_desk_may_be_empty():
    assert FindForm({}).is_valid()
