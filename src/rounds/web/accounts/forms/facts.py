"""The applicant's facts, one topic a form; everything may stay unknown."""

from typing import Any, ClassVar  # Any: cleaned values are of every type

from django import forms

from rounds.core.vocabulary import SPECIALTIES, Complete, Exam, ExamResult, Setting, Visa
from rounds.web.accounts.models import (
    ExamSitting,
    Experience,
    KnownLanguage,
    LetterFact,
    Profile,
    StatusPeriod,
    TrainingFact,
)
from rounds.web.accounts.models.facts import COMPLETE_CHOICES, CREDENTIAL_CHOICES
from rounds.web.kit.forms import NOT_KNOWN, Checks, Drawn, Radios, YesNo
from rounds.web.kit.places import Choices, countries, languages, states

UNKNOWN: Choices = [("", NOT_KNOWN)]
SPECIALTY_CHOICES = UNKNOWN + [(name, name[0].upper() + name[1:]) for name in SPECIALTIES]
CHOOSE_COUNTRY: Choices = [("", "Choose a country")]
VISA_CHOICES = [(Visa.J1.value, "J-1"), (Visa.H1B.value, "H-1B")]
SCORES = {Exam.STEP_1: (1, 300), Exam.STEP_2_CK: (1, 300), Exam.STEP_3: (1, 300)}
MOST_HOURS = 100


def yes_no(label: str) -> YesNo:
    return YesNo(label=label, not_known=NOT_KNOWN)


def one_of(label: str, choices: Choices, hint: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False, help_text=hint)


class FactForm(Drawn, forms.ModelForm):
    """One topic. ``why`` says why we ask; ``ordered`` are pairs whose second may not be earlier."""

    why: ClassVar[str] = ""
    ordered: ClassVar[tuple[tuple[str, str, str], ...]] = ()

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned: dict[str, Any] = self.cleaned_data
        for first, last, says in self.ordered:
            if cleaned.get(first) and cleaned.get(last) and cleaned[last] < cleaned[first]:
                self.add_error(last, says)
        return cleaned


class NamesForm(FactForm):
    why = "Sites write your passport name on clearance papers; ERAS has its own. Letters need both."

    class Meta:
        model = Profile
        fields = ("passport_given", "passport_family", "eras_given", "eras_family")


class SchoolForm(FactForm):
    why = "Programs limit the years since graduation, and the law treats students otherwise."
    ordered = (("clinical_first", "clinical_last", "The clinical years end before they begin."),)
    school_country = forms.ChoiceField(
        label="Country of the school", choices=lambda: UNKNOWN + countries(), required=False
    )

    class Meta:
        model = Profile
        fields = ("school_name", "school_country", "degree_on", "clinical_first", "clinical_last")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if bool(cleaned.get("clinical_first")) != bool(cleaned.get("clinical_last")):
            missing = "clinical_last" if cleaned.get("clinical_first") else "clinical_first"
            if missing not in self.errors:
                self.add_error(missing, "Tell both days of the clinical years, or neither.")
        return cleaned


class VisaForm(FactForm):
    why = "Some programs sponsor no visa. This is about residency, not about the rotation."
    needs_sponsorship = yes_no("Will you need a visa sponsored for residency?")
    visas = forms.MultipleChoiceField(
        label="Which would you take?", choices=VISA_CHOICES, widget=Checks, required=False
    )

    class Meta:
        model = Profile
        fields = ("needs_sponsorship", "visas")


class EcfmgForm(FactForm):
    why = (
        "Programs ask for the ECFMG certificate, some already when you apply. A license or a Fifth "
        "Pathway certificate stands in for it in some places, and changes what the law lets you do."
    )
    ecfmg_certified = yes_no("Are you certified by ECFMG?")
    credentials = forms.MultipleChoiceField(
        label="Which of these do you have?",
        choices=CREDENTIAL_CHOICES,
        widget=Checks,
        required=False,
    )
    credentials_complete = forms.ChoiceField(
        label="Is this all of these that you have?",
        choices=COMPLETE_CHOICES,
        widget=Radios,
        required=False,
    )

    class Meta:
        model = Profile
        fields = (
            "ecfmg_certified", "ecfmg_certified_on", "ecfmg_expected_on", "credentials",
            "credentials_complete",
        )  # fmt: skip
        labels: ClassVar = {
            "ecfmg_certified_on": "Day of the certificate",
            "ecfmg_expected_on": "If not yet: the day you expect it",
        }

    def clean_credentials_complete(self) -> str:
        return str(self.cleaned_data["credentials_complete"] or Complete.UNKNOWN)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("ecfmg_certified") is False and cleaned.get("ecfmg_certified_on"):
            self.add_error(
                "ecfmg_certified_on", "You say you are not certified: leave this day empty."
            )
        return cleaned


class ExamForm(FactForm):
    why = "Programs count attempts and failures apart, so every sitting matters."

    class Meta:
        model = ExamSitting
        fields = ("exam", "taken_on", "result", "score")
        labels: ClassVar = {"taken_on": "Day of the exam", "score": "Score, if it has one"}
        widgets: ClassVar = {"result": Radios}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        exam, score = cleaned.get("exam"), cleaned.get("score")
        low, high = SCORES.get(Exam(exam), (1, 500)) if exam else (1, 500)
        if score is not None and not low <= score <= high:
            self.add_error("score", f"A score of this exam lies between {low} and {high}.")
        if score and cleaned.get("result") == ExamResult.PENDING:
            self.add_error("score", "A pending result has no score yet.")
        return cleaned


class StatusForm(FactForm):
    why = "What you may do in a rotation depends on your status on each of its days."
    ordered = (("first", "last", "The status ends before it begins."),)

    class Meta:
        model = StatusPeriod
        fields = ("status", "first", "last")
        labels: ClassVar = {
            "first": "First day (empty if it has always been so)",
            "last": "Last day (empty if it has no end)",
        }


class ExperienceForm(FactForm):
    why = "Programs ask for weeks of a kind, a setting, a specialty, within some years."
    ordered = (("first", "last", "The experience ends before it begins."),)
    country = forms.ChoiceField(label="Country", choices=lambda: CHOOSE_COUNTRY + countries())
    state_code = forms.ChoiceField(
        label="State, if in the US", choices=lambda: UNKNOWN + states(), required=False
    )
    specialty = one_of("Specialty", SPECIALTY_CHOICES)

    class Meta:
        model = Experience
        fields = (
            "place", "country", "state_code", "first", "last", "weeks", "kind", "role", "mode",
            "specialty",
        )  # fmt: skip
        labels: ClassVar = {
            "place": "Hospital or practice",
            "first": "First day",
            "last": "Last day",
            "weeks": "Weeks the site certifies",
        }

    def __init__(self, *args: Any, **told: Any) -> None:
        super().__init__(*args, **told)
        for setting in Setting:
            name = f"hours_{setting.value}"
            self.fields[name] = forms.IntegerField(
                label=f"Hours a week, {setting.value.replace('_', ' ')}",
                required=False,
                min_value=0,
                max_value=MOST_HOURS,
                initial=self.instance.hours.get(setting.value),
                widget=forms.NumberInput(attrs={"class": "input"}),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        hours = {s.value: cleaned.get(f"hours_{s.value}") for s in Setting}
        cleaned["hours"] = {setting: count for setting, count in hours.items() if count}
        if sum(cleaned["hours"].values()) > MOST_HOURS:
            self.add_error("hours_inpatient", f"More than {MOST_HOURS} hours a week in all.")
        self._certified(cleaned)
        return cleaned

    def _certified(self, cleaned: dict[str, Any]) -> None:
        first, last, weeks = (cleaned.get(key) for key in ("first", "last", "weeks"))
        if not (first and last and weeks) or last < first:
            return
        touched = (last.toordinal() - 1) // 7 - (first.toordinal() - 1) // 7 + 1
        if weeks > touched:
            self.add_error("weeks", f"These days touch only {touched} calendar weeks.")

    def save(self, commit: bool = True) -> Experience:  # noqa: FBT001, FBT002 -- Django's
        self.instance.hours = self.cleaned_data["hours"]
        saved: Experience = super().save(commit=commit)
        return saved


class LetterForm(FactForm):
    why = "Programs ask for so many letters by US physicians. Rounds never sees a letter itself."
    specialty = one_of("The writer's specialty", SPECIALTY_CHOICES)
    is_us_physician = yes_no("Is the writer a physician in the US?")
    is_on_letterhead = yes_no("Is it on institutional letterhead?")

    class Meta:
        model = LetterFact
        fields = (
            "author", "specialty", "is_us_physician", "ready_on", "role", "is_on_letterhead",
        )  # fmt: skip
        labels: ClassVar = {
            "author": "Who writes it",
            "ready_on": "Day it was, or will be, uploaded",
            "role": "What the writer saw you do",
        }


class TrainingForm(FactForm):
    why = "Training already done counts for some programs and rules out others."
    ordered = (("first", "last", "The training ends before it begins."),)
    country = forms.ChoiceField(label="Country", choices=lambda: CHOOSE_COUNTRY + countries())
    specialty = one_of("Specialty", SPECIALTY_CHOICES)
    is_acgme = yes_no("Was the program accredited by ACGME?")

    class Meta:
        model = TrainingFact
        fields = ("country", "specialty", "first", "last", "is_acgme")


class LanguageForm(FactForm):
    why = "Sites with patients of your language look for you."
    code = forms.ChoiceField(label="Language", choices=languages)

    class Meta:
        model = KnownLanguage
        fields = ("code", "level")


class CompleteForm(Drawn, forms.Form):
    """Is this list all there is? Only a complete list can prove that something is missing."""

    complete = forms.ChoiceField(label="Is this all?", choices=COMPLETE_CHOICES, widget=Radios)
