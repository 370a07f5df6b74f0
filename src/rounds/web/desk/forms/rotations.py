"""Forms of a rotation, one tab each, and of its price lines."""

from typing import Any, ClassVar  # Any: cleaned values are of every type

from django import forms

from rounds.core.vocabulary import LetterPolicy, Setting
from rounds.web.catalog.models import PriceLine, Rotation
from rounds.web.desk.forms.fields import Chosen, Dollars, specialty, yes_no
from rounds.web.desk.forms.kept import KeptForm, number_told
from rounds.web.desk.queries import preceptors_to_choose, sites_we_work_with
from rounds.web.kit.forms import Radios
from rounds.web.kit.places import languages

MOST_HOURS = 100
HOURS = tuple(f"hours_{setting.value}" for setting in Setting)
POLICIES = [
    (LetterPolicy.WRITES.value, "Writes a letter"),
    (LetterPolicy.CONDITIONAL.value, "Writes a letter on a condition"),
    (LetterPolicy.DOES_NOT_WRITE.value, "Writes no letters"),
    (LetterPolicy.UNKNOWN.value, "Not stated"),
]


class RotationForm(KeptForm):
    """Who offers what, and what the learner may do; hours by setting stand beside it."""

    groups = (
        ("Where and with whom", ("site", "preceptor", "name_visibility")),
        ("What it is", ("title", "summary", "kind", "role", "mode", "specialty")),
        ("What the learner does", ("may_do", "emr", "emr_access", "learner_cap", "languages")),
        ("Hours a week, by setting", HOURS),
        (
            "What the law asks",
            ("is_supervised_by_faculty", "is_part_of_degree", "is_paid"),
        ),
    )
    specialty = specialty()
    languages = forms.MultipleChoiceField(
        label="Languages spoken there",
        choices=languages,
        required=False,
        help_text="Hold Ctrl or Cmd to choose several.",
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )
    is_supervised_by_faculty = yes_no("Is the preceptor on the faculty of a US medical school?")
    is_part_of_degree = yes_no("Does a medical school give credit for it?")

    class Meta:
        model = Rotation
        fields = (
            "site", "preceptor", "name_visibility", "title", "summary", "kind", "role", "mode",
            "specialty", "may_do", "emr", "emr_access", "learner_cap", "languages",
            "is_supervised_by_faculty", "is_part_of_degree", "is_paid",
        )  # fmt: skip
        labels: ClassVar = {
            "name_visibility": "Who reads the preceptor’s name",
            "summary": "In one or two sentences",
            "may_do": "What the learner may do",
            "emr": "Electronic medical record",
            "emr_access": "What the learner may do in it",
            "learner_cap": "Learners at most at a time",
            "is_paid": "The learner is paid",
        }

    def __init__(self, *args: Any, **told: Any) -> None:
        super().__init__(*args, **told)
        self.fields["site"] = Chosen(sites_we_work_with(number_told(self, "site")), label="Site")
        self.fields["preceptor"] = Chosen(
            preceptors_to_choose(number_told(self, "preceptor")), label="Preceptor"
        )
        kept = (
            {one.setting: one.hours for one in self.instance.hours.all()}
            if self.instance.pk
            else {}
        )
        for setting in Setting:
            self.fields[f"hours_{setting.value}"] = forms.IntegerField(
                label=setting.value.replace("_", " ").capitalize(),
                required=False,
                min_value=0,
                max_value=MOST_HOURS,
                initial=kept.get(setting.value),
                widget=forms.NumberInput(attrs={"class": "input"}),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if sum(self.hours.values()) > MOST_HOURS:
            self.add_error(HOURS[0], f"These are more than {MOST_HOURS} hours a week in all.")
        return cleaned

    @property
    def values(self) -> dict[str, Any]:
        return {**super().values, "hours": self.hours}

    @property
    def hours(self) -> dict[str, int]:
        """Hours a week by setting; what was left empty is absent."""
        told = {
            setting.value: self.cleaned_data.get(f"hours_{setting.value}") for setting in Setting
        }
        return {setting: count for setting, count in told.items() if count}


class LettersForm(KeptForm):
    """What the preceptor says about letters before anybody pays."""

    groups = (
        ("Policy", ("letter_policy", "letter_condition", "turnaround_days")),
        ("The letter", ("is_on_letterhead", "letterhead", "letter_forms")),
    )
    letter_policy = forms.ChoiceField(
        label="Does the preceptor write letters?", choices=POLICIES, widget=Radios
    )
    is_on_letterhead = yes_no("On a letterhead?")

    class Meta:
        model = Rotation
        fields = (
            "letter_policy", "letter_condition", "turnaround_days", "is_on_letterhead",
            "letterhead", "letter_forms",
        )  # fmt: skip
        labels: ClassVar = {
            "letter_condition": "On what condition",
            "turnaround_days": "Days from the last day to the letter, usually",
            "letterhead": "Whose letterhead",
            "letter_forms": "In which forms, and how it is handed in",
        }


class PriceForm(KeptForm):
    """The words that go with the price lines."""

    groups = (("Cancellation", ("cancellation",)),)

    class Meta:
        model = Rotation
        fields = ("cancellation",)
        labels: ClassVar = {"cancellation": "What happens to the money when somebody cancels"}
        help_texts: ClassVar = {
            "cancellation": "Days before the first day, amounts, a refused visa, the host’s own no."
        }


class EntryForm(KeptForm):
    """The condition to be let in, in the tree language."""

    groups = (("Entry condition", ("entry",)),)

    class Meta:
        model = Rotation
        fields = ("entry",)
        labels: ClassVar = {"entry": "Condition, as a tree in TOML"}
        help_texts: ClassVar = {
            "entry": 'For example: { all = [{ standing = { is = "student" } }, '
            '{ exam_passed = { exam = "step_1" } }] }. Empty: everybody is let in.'
        }
        widgets: ClassVar = {
            "entry": forms.Textarea(
                attrs={"rows": 8, "spellcheck": "false", "class": "input font-mono"}
            )
        }


class PriceLineForm(KeptForm):
    groups = (("Price line", ("label", "cents", "per", "is_optional", "is_estimate", "once_key")),)
    cents = Dollars(label="Amount in dollars", help_text="Empty: nobody has stated it yet.")

    class Meta:
        model = PriceLine
        fields = ("label", "cents", "per", "is_optional", "is_estimate", "once_key")
        labels: ClassVar = {
            "label": "What for",
            "per": "Counted",
            "is_optional": "Only who wants it pays it",
            "is_estimate": "An estimate, not a fixed amount",
            "once_key": "Paid once a person under this name",
        }
        help_texts: ClassVar = {
            "once_key": "For example visa: lines of the same name are paid once, "
            "however many rotations."
        }
