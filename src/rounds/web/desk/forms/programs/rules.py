"""Where rules were read, and the frame of one clause."""

from typing import Any  # cleaned values are of every type

from django import forms
from django.utils.text import slugify

from rounds.core.vocabulary import Coverage, Modality, Stage, Topic
from rounds.web.kit.forms import Drawn, Radios
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.bridge.drafts import LIVE_PAGE
from rounds.web.programs.models import RequirementVersion

SOURCE = ("source_url", "source_name", "via", "read_on", "as_of")
FRAME = ("topic", "modality", "stage", "recomputed_yearly", "says", "source", "as_of")
LONG = forms.Textarea(attrs={"rows": 3})
VIAS = [
    (LIVE_PAGE, "The live page"),
    ("archived copy", "An archived copy"),
    ("letter of the program", "A letter or mail of the program"),
    ("telephone", "A call to the program"),
]
SILENCES = [
    ("", "A clause says it, or nobody has read it"),
    (Coverage.EXPRESSLY_NONE.value, "The page says that it asks for nothing here"),
    (Coverage.NOT_STATED.value, "The page does not speak of it"),
]
MODALITIES = [
    (Modality.REQUIRED.value, "Required: who does not meet it is not considered"),
    (Modality.STRONGLY_PREFERRED.value, "Strongly preferred"),
    (Modality.PREFERRED.value, "Preferred"),
    (Modality.NOT_REQUIRED.value, "Said not to be required"),
    (Modality.UNKNOWN.value, "The page does not say how binding it is"),
]
STAGES = [
    (Stage.APPLY.value, "To apply"),
    (Stage.INTERVIEW.value, "To be interviewed"),
    (Stage.RANK.value, "To be ranked"),
    (Stage.START.value, "To start training"),
]
TOPICS = [(topic.value, topic.value.capitalize()) for topic in Topic]


class VersionedForm(Drawn, forms.Form):
    """``version`` is the one of the draft that the editor has seen."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @property
    def seen(self) -> int:
        return self.cleaned_data.get("version") or 0

    def take(self, refusal: Refusal) -> None:
        self.add_error(None, refusal.sentence)


class SourceForm(VersionedForm):
    """Source and date stand for every clause that has none of its own."""

    source_url = forms.CharField(
        label="Address of the page", max_length=500, help_text="The page with the rules itself."
    )
    source_name = forms.CharField(
        label="Name of the source",
        max_length=200,
        help_text="Such as “Gable Hospital, residency eligibility”.",
    )
    via = forms.ChoiceField(label="How it was read", choices=VIAS, widget=Radios)
    read_on = forms.RegexField(
        label="Month in which it was read",
        regex=r"^\d{4}-(0[1-9]|1[0-2])$",
        help_text="Year and month, such as 2026-11.",
        error_messages={"invalid": "Write year and month, such as 2026-11."},
    )
    as_of = forms.CharField(
        label="Season the page names",
        max_length=40,
        required=False,
        help_text="As it is written there, such as 2027-2028. Leave it empty when it names none.",
    )
    notes = forms.CharField(
        label="Notes for readers",
        required=False,
        max_length=4000,
        widget=LONG,
        help_text="What is no rule and still worth knowing; a line each, in your own words.",
    )

    def __init__(self, *args: Any, **told: Any) -> None:
        super().__init__(*args, **told)
        for topic in Topic:
            self.fields[f"about_{topic.value}"] = forms.ChoiceField(
                label=f"About {topic.value}",
                choices=SILENCES,
                required=False,
                widget=forms.Select(attrs={"class": "input"}),
            )

    @classmethod
    def of(cls, draft: RequirementVersion, data: Any = None) -> "SourceForm":
        coverage = draft.content.get("coverage", {})
        told = {name: getattr(draft, name) for name in SOURCE}
        told |= {f"about_{topic.value}": coverage.get(topic.value, "") for topic in Topic}
        told |= {"notes": "\n".join(draft.content.get("notes", [])), "version": draft.version}
        return cls(data, initial=told)

    @property
    def values(self) -> dict[str, Any]:
        told = self.cleaned_data
        about = {topic.value: told[f"about_{topic.value}"] for topic in Topic}
        return {
            **{name: told[name] for name in SOURCE},
            "coverage": {topic: said for topic, said in about.items() if said},
            "notes": [line.strip() for line in told["notes"].splitlines() if line.strip()],
        }


class ClauseForm(VersionedForm):
    """The frame of a clause: what about, how binding, when due. Its tests come after."""

    topic = forms.ChoiceField(label="What it is about", choices=TOPICS)
    modality = forms.ChoiceField(label="How binding", choices=MODALITIES, widget=Radios)
    stage = forms.ChoiceField(label="When it is due", choices=STAGES, widget=Radios)
    recomputed_yearly = forms.BooleanField(
        label="The program sets it anew each year",
        required=False,
        help_text="Such a rule holds for the season of its source alone.",
    )
    says = forms.CharField(
        label="What the page says, in your own words",
        max_length=500,
        required=False,
        widget=LONG,
        help_text="Readers see it under the clause. No sentence of the page itself.",
    )
    source = forms.CharField(
        label="Address, if it stands on another page",
        max_length=500,
        required=False,
    )
    as_of = forms.CharField(
        label="Season that other page names",
        max_length=40,
        required=False,
    )

    @classmethod
    def of(cls, clause: dict[str, Any], version: int, data: Any = None) -> "ClauseForm":
        return cls(data, initial={"stage": Stage.APPLY.value, **clause, "version": version})

    def data_with(self, clause: dict[str, Any], others: set[str]) -> dict[str, Any]:
        """The clause as its draft keeps it; what is empty is left out."""
        told = {name: self.cleaned_data[name] for name in FRAME}
        kept = {key: value for key, value in clause.items() if key not in FRAME}
        named = kept.get("id") or free_name(told["topic"], others)
        return {**kept, "id": named, **{key: value for key, value in told.items() if value}}


def free_name(topic: str, others: set[str]) -> str:
    """``experience``, or ``experience-2``: history and plans name a clause so."""
    stem = slugify(topic)
    numbered = (f"{stem}-{number}" for number in range(2, len(others) + 3))
    return next(name for name in (stem, *numbered) if name not in others)
