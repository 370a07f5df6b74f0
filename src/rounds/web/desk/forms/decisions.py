"""The form of an agency decision on the law."""

from typing import Any, ClassVar  # Any: cleaned values are of every type

from django import forms

from rounds.core.vocabulary import STATUS_NAMES, Kind, Mode, Role
from rounds.web.catalog.models import AgencyDecision
from rounds.web.catalog.models.kept import choices_of
from rounds.web.kit.forms import Checks, Drawn, Radios
from rounds.web.kit.places import states
from rounds.web.kit.refusal import Refusal

CHOICES = [
    (True, "Allow where state law is unknown"),
    (False, "Refuse, whatever state law leaves open"),
]
STATUSES = [(status.value, name[0].upper() + name[1:]) for status, name in STATUS_NAMES.items()]


def _many(label: str, choices: Any, *, hint: str = "", required: bool = True) -> forms.Field:
    return forms.MultipleChoiceField(
        label=label, choices=choices, widget=Checks, required=required, help_text=hint
    )


class DecisionForm(Drawn, forms.ModelForm):
    """State × kind × status, named and dated. There is no choice that lifts what is forbidden."""

    allows = forms.TypedChoiceField(
        label="What is decided",
        choices=CHOICES,
        coerce=lambda value: {"True": True, "False": False}[str(value)],
        widget=Radios,
    )
    states = forms.MultipleChoiceField(
        label="States",
        choices=states,
        widget=forms.SelectMultiple(attrs={"size": 8}),
        help_text="Hold Ctrl or Cmd to choose several.",
    )
    kinds = _many("Kinds of rotation", choices_of(Kind))
    statuses = _many("Immigration statuses", STATUSES)
    roles = _many("Roles", choices_of(Role), hint="None chosen: all of them.", required=False)
    modes = _many("Modes", choices_of(Mode), hint="None chosen: all of them.", required=False)

    class Meta:
        model = AgencyDecision
        fields = (
            "allows", "states", "kinds", "statuses", "roles", "modes", "decided_by", "counsel",
            "reason", "decided_on", "until",
        )  # fmt: skip
        labels: ClassVar = {
            "decided_by": "Who decided",
            "counsel": "Counsel’s reference",
            "reason": "Reason",
            "decided_on": "Decided on",
            "until": "Holds until",
        }
        help_texts: ClassVar = {
            "decided_by": "A person’s name and office; applicants read it.",
            "counsel": "Opinion, number and day.",
        }

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned: dict[str, Any] = self.cleaned_data
        decided, until = cleaned.get("decided_on"), cleaned.get("until")
        if decided and until and until < decided:
            self.add_error("until", "The decision ends before it was taken.")
        return cleaned

    def take(self, refusal: Refusal) -> None:
        field = refusal.params.get("field")
        self.add_error(str(field) if field in self.fields else None, refusal.sentence)


class WhyForm(Drawn, forms.Form):
    """A reason in a sentence, for history."""

    why = forms.CharField(label="Why?", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
