"""What names a program."""

from typing import Any, ClassVar  # Any: cleaned values are of every type

from django import forms

from rounds.web.desk.forms.fields import specialty, state
from rounds.web.desk.forms.kept import KeptForm
from rounds.web.kit.forms import Drawn, Radios
from rounds.web.programs.bridge.listing import CURRENT, NO_RULES, OLDER
from rounds.web.programs.models import Program, ReportState, ResidentShare, ShareOf


class ProgramForm(KeptForm):
    """The names of a program. Its rules are a draft of their own."""

    groups: ClassVar = (
        ("Program", ("name", "specialty", "city", "state_code")),
        ("Numbers", ("acgme_id", "nrmp_code")),
    )
    specialty = specialty()
    state_code = state()

    class Meta:
        model = Program
        fields = ("name", "specialty", "city", "state_code", "acgme_id", "nrmp_code")
        labels: ClassVar = {"name": "Name, as the program writes it", "city": "Town"}
        help_texts: ClassVar = {
            "acgme_id": "Ten digits, if known.",
            "nrmp_code": "Nine characters, such as 1062140C0. Files of quotas are joined by it.",
        }

    @property
    def values(self) -> dict[str, Any]:
        return {name: str(value).strip() for name, value in super().values.items()}


class ShareForm(Drawn, forms.ModelForm):
    """A figure with its day and source; there is no field for an estimate."""

    share_of = forms.ChoiceField(
        label="Who is counted",
        choices=[(one.value, one.label[0].upper() + one.label[1:]) for one in ShareOf],
        widget=Radios,
    )

    class Meta:
        model = ResidentShare
        fields = ("share_of", "count", "residents", "as_of", "source_name", "source_url")
        labels: ClassVar = {"count": "How many of them", "as_of": "As of which day"}

    def clean(self) -> dict[str, Any]:
        super().clean()
        told: dict[str, Any] = self.cleaned_data
        count, residents = told.get("count"), told.get("residents")
        if residents == 0:
            self.add_error("residents", "A program without residents has no share.")
        elif count is not None and residents and count > residents:
            self.add_error("count", "There cannot be more of them than residents in all.")
        return told

    def validate_constraints(self) -> None:
        """What the database would refuse is said above, in words."""


class FindForm(Drawn, forms.Form):
    """Which programs the desk looks for."""

    q = forms.CharField(label="Words", max_length=100, required=False)
    show = forms.ChoiceField(
        label="Show",
        required=False,
        choices=[
            ("", "All"),
            (OLDER, "Rules of an older season"),
            (NO_RULES, "No rules yet"),
            (CURRENT, "Rules current"),
            ("draft", "With a draft"),
        ],
    )


class SettleForm(Drawn, forms.Form):
    """What becomes of a report."""

    state = forms.ChoiceField(
        label="What was done",
        choices=[
            (ReportState.TAKEN.value, "Taken in: the rules say so now"),
            (ReportState.DECLINED.value, "Declined"),
        ],
        widget=Radios,
    )
    answer = forms.CharField(
        label="Why, in a sentence",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The reporter reads it.",
    )
