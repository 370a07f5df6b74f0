"""One form for each sort of test that a clause can hold, in the words of a curator.

A field is named as the core's file form names it; ``within__years`` stands inside ``within``.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar  # Any: values of tests are of every type

from django import forms

from rounds.core.vocabulary import (
    EXAM_NAMES,
    SETTING_GROUPS,
    STATUS_NAMES,
    VISA_NAMES,
    Credential,
    Kind,
    Mode,
    Role,
    Setting,
)
from rounds.web.desk.forms.fields import SPECIALTY_CHOICES
from rounds.web.desk.forms.programs.rules import VersionedForm
from rounds.web.kit.forms import Checks, Radios
from rounds.web.kit.places import countries
from rounds.web.programs.bridge.trees import problems_of_test

Choices = list[tuple[str, str]]
INSIDE = "__"
DUE: Choices = [("", "The day the clause is due")]
ANCHORS: Choices = [
    ("apply", "The day applications open"),
    ("rank", "The rank-list deadline"),
    ("start", "The first day of training"),
]
FROM_WHEN: Choices = [("", "The page does not say"), *ANCHORS, ("due", "The day it is due")]
CLASSES: Choices = [
    ("us_or_canada", "The US or Canada"),
    ("english_speaking", "An English-speaking country"),
]
EXAMS: Choices = [(exam.value, name) for exam, name in EXAM_NAMES.items()]
STATUSES: Choices = [(one.value, name[0].upper() + name[1:]) for one, name in STATUS_NAMES.items()]


def _said(words: type[StrEnum]) -> Choices:
    return [(one.value, one.value.replace("_", " ").capitalize()) for one in words]


def _many(label: str, choices: Any, hint: str = "None chosen: any.") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, widget=Checks, required=False, help_text=hint
    )


def _list(label: str, choices: Any, hint: str) -> forms.MultipleChoiceField:
    """A long list to choose several of."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        widget=forms.SelectMultiple(attrs={"size": 8}),
        required=False,
        help_text=f"{hint} Hold Ctrl or Cmd to choose several.",
    )


def _number(
    label: str, low: int, high: int, *, hint: str = "", required: bool = False
) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=low,
        max_value=high,
        required=required,
        help_text=hint,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
    )


def _one(label: str, choices: Any, *, required: bool = False) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=required)


def _yes(label: str, hint: str = "") -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False, help_text=hint)


def _countries() -> Choices:
    return [*CLASSES, *countries()]


class TestForm(VersionedForm):
    """The values of one test; the core itself says what is wrong with them."""

    __test__ = False  # no case of pytest
    kind: ClassVar[str]
    title: ClassVar[str]
    kept_empty: ClassVar[tuple[str, ...]] = ()  # lists that mean something when empty

    @classmethod
    def of(cls, values: Mapping[str, Any], version: int, data: Any = None) -> "TestForm":
        return cls(data, initial={**cls.flat(values), "version": version})

    @classmethod
    def flat(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        told: dict[str, Any] = {}
        for key, value in values.items():
            if isinstance(value, Mapping):
                told |= {f"{key}{INSIDE}{name}": one for name, one in value.items()}
            else:
                told[key] = value
        return told

    def values_of(self) -> dict[str, Any]:
        """The test's table as the core reads it; what is empty is left out."""
        told: dict[str, Any] = {}
        for name, value in self.cleaned_data.items():
            is_empty = value is None or value in ("", [], False)
            if name == "version" or (is_empty and name not in self.kept_empty):
                continue
            outer, _, inner = name.partition(INSIDE)
            if inner:
                told.setdefault(outer, {})[inner] = value
            else:
                told[name] = value
        return told

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.errors:
            for key, sentence in problems_of_test(self.kind, self.values_of()):
                name = key.replace(".", INSIDE)
                self.add_error(name if name in self.fields else None, sentence)
        cleaned: dict[str, Any] = self.cleaned_data
        return cleaned

    @property
    def test(self) -> dict[str, Any]:
        return {self.kind: self.values_of()}


class ExperienceForm(TestForm):
    kind, title = "clinical_experience", "Clinical experience"
    weeks = _number("Weeks", 1, 260, hint="One of weeks, months or years; none for “some”.")
    months = _number("or months", 1, 60)
    years = _number("or years", 1, 5)
    weeks_a_month = _number(
        "Weeks in a month", 4, 5, hint="Only if the page says it; else every usual reading counts."
    )
    counted = _one(
        "Weeks of several rotations",
        [("", "May be added up"), ("one_rotation", "Must be of one rotation")],
    )
    roles = _many("What the applicant does", _said(Role))
    kinds = _many("Kind of rotation", _said(Kind))
    not_counting = _many("What does not count", _said(Kind), "None chosen: all kinds count.")
    modes = _many("Where the applicant is", _said(Mode))
    countries = _list("In which countries", _countries, "None chosen: anywhere.")
    settings = _many(
        "In which setting",
        [*((name, name.capitalize()) for name in SETTING_GROUPS), *_said(Setting)],
    )
    specialties = _list("In which specialties", SPECIALTY_CHOICES, "None chosen: any.")
    within__years = _number("Within the last … years", 1, 50)
    within__months = _number("or within the last … months", 1, 600)
    within__to = _one("counted back from", FROM_WHEN)
    since = forms.RegexField(
        label="Or since a day",
        regex=r"^\d{4}-\d{2}-\d{2}$",
        required=False,
        help_text="Such as 2024-07-01.",
        error_messages={"invalid": "Write the day as 2024-07-01."},
    )
    after_degree = _yes("Only after the medical degree")
    hours_a_week = _number("Hours a week at least", 1, 80, hint="Empty: 20, below is part-time.")

    @classmethod
    def flat(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        told = super().flat(values)
        if told.get("since") == "graduation":
            return {**told, "since": "", "after_degree": True}
        return told

    def values_of(self) -> dict[str, Any]:
        told = super().values_of()
        if told.pop("after_degree", False):
            told["since"] = "graduation"
        return told

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("since") and self.cleaned_data.get("after_degree"):
            self.add_error("since", "Give a day, or the degree, not both.")
        return super().clean()


class ExamForm(TestForm):
    kind, title = "exam_passed", "An exam passed"
    exam = _one("Which exam", EXAMS, required=True)
    score = _number("With a score of at least", 100, 500, hint="Empty: a pass is enough.")
    by = _one("By", [*DUE, *ANCHORS])


class AttemptsForm(TestForm):
    kind, title = "exam_attempts", "Few attempts or failures"
    exams = _many("Which exams", EXAMS, "None chosen: all USMLE Steps.")
    attempts = _number("At most so many attempts", 1, 20, hint="Attempts or failures, one of them.")
    failures = _number("or at most so many failures", 0, 20)
    in_all = _yes("Over all these exams together", "Else for each exam.")

    def values_of(self) -> dict[str, Any]:
        told = super().values_of()
        if self.cleaned_data.get("failures") == 0:
            told["failures"] = 0
        return told


class GraduatedForm(TestForm):
    kind, title = "graduated_within", "A recent medical degree"
    years = _number("Within the last … years", 1, 30, required=True)
    fuzzy_years = _number("or up to … years", 1, 30, hint="For a page that says “3 to 5 years”.")
    to = _one("counted back from", FROM_WHEN)


class LettersForm(TestForm):
    kind, title = "letters", "Letters of recommendation"
    at_least = _number("At least so many letters", 1, 6, required=True)
    us_physician = _yes("By physicians of the US")
    specialties = _list("By authors of these specialties", SPECIALTY_CHOICES, "None chosen: any.")
    roles = _many("By authors who saw the applicant", _said(Role))
    letterhead = _yes("On letterhead")


class SponsorshipForm(TestForm):
    kind, title = "sponsorship", "Visas the program sponsors"
    kept_empty = ("visas",)
    visas = _many(
        "It sponsors",
        [(visa.value, name) for visa, name in VISA_NAMES.items()],
        "None chosen: it sponsors no visa.",
    )


class EcfmgForm(TestForm):
    kind, title = "ecfmg_certified", "ECFMG certification"
    by = forms.CharField(
        label="By",
        required=False,
        max_length=10,
        help_text=(
            "Empty: the day the clause is due. Or apply, rank or start; or month and day, such as "
            "02-01."
        ),
    )


class StatusForm(TestForm):
    kind, title = "status", "An immigration status"
    any_of = _many("One of", STATUSES, "")
    on = _one("On", [*DUE, *ANCHORS])


class StandingForm(TestForm):
    kind, title = "standing", "Student or graduate"

    def __init__(self, *args: Any, **told: Any) -> None:
        super().__init__(*args, **told)
        self.fields["is"] = forms.ChoiceField(  # a word of Python: it cannot be an attribute
            label="The applicant is a",
            choices=[("student", "Student"), ("graduate", "Graduate")],
            widget=Radios,
        )


class SchoolForm(TestForm):
    kind, title = "school", "A school in certain countries"
    countries = _list("Countries", _countries, "")


class TrainingForm(TestForm):
    kind, title = "residency_training", "Residency training already done"
    years = _number("At least so many years", 0, 10, hint="0: any at all.", required=True)
    anywhere = _yes("Also in programs that ACGME did not accredit")
    by = _one("By", [*DUE, *ANCHORS])

    @classmethod
    def flat(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        return {**super().flat(values), "anywhere": values.get("acgme") is False}

    def values_of(self) -> dict[str, Any]:
        told = super().values_of()
        if told.pop("anywhere", False):
            told["acgme"] = False
        if self.cleaned_data.get("years") == 0:
            told["years"] = 0
        return told


class CredentialForm(TestForm):
    kind, title = "credential", "A US license or the Fifth Pathway"
    any_of = _many("One of", _said(Credential), "")


class WordsForm(TestForm):
    kind, title = "not_testable", "Anything else, in words"
    text = forms.CharField(
        label="What is asked",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="As the end of “The program requires …”. Nobody but a person can judge it.",
    )


FORMS: tuple[type[TestForm], ...] = (
    ExperienceForm, ExamForm, AttemptsForm, GraduatedForm, LettersForm, SponsorshipForm, EcfmgForm,
    StatusForm, StandingForm, SchoolForm, TrainingForm, CredentialForm, WordsForm,
)  # fmt: skip
FORM_OF = {form.kind: form for form in FORMS}
