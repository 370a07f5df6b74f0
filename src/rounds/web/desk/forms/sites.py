"""Forms of a site, one topic each."""

from typing import Any, ClassVar  # Any: cleaned values are of every type

from django import forms

from rounds.web.catalog.actions.sites import known_zip
from rounds.web.catalog.models import Site
from rounds.web.desk.forms.fields import Dollars, state, time_zones, yes_no
from rounds.web.desk.forms.kept import KeptForm

ZIP_DIGITS = 5


class SiteForm(KeptForm):
    """What it is and where; enough for a draft are name, city and state."""

    groups = (
        ("What it is", ("name", "kind", "ccn", "has_emergency")),
        ("Where it is", ("street", "city", "state_code", "zip_code", "county")),
        ("How to reach it", ("time_zone", "phone")),
    )
    state_code = state()
    time_zone = forms.ChoiceField(
        label="Time zone",
        choices=time_zones,
        required=False,
        help_text="Left empty, it is taken from the ZIP code.",
    )
    has_emergency = yes_no("Does it have an emergency department?")

    class Meta:
        model = Site
        fields = (
            "name", "kind", "ccn", "has_emergency", "street", "city", "state_code", "zip_code",
            "county", "time_zone", "phone",
        )  # fmt: skip
        labels: ClassVar = {
            "kind": "Kind of place",
            "ccn": "CMS number, for hospitals",
            "street": "Street and number",
            "zip_code": "ZIP code",
            "phone": "Telephone",
        }
        help_texts: ClassVar = {
            "name": "As its own people write it.",
            "ccn": "Six characters; a leading zero counts.",
        }

    def clean_ccn(self) -> str | None:
        """No number is nothing, never a blank that the next hospital would clash with."""
        return str(self.cleaned_data.get("ccn") or "").strip().upper() or None

    def clean_zip_code(self) -> str:
        text = str(self.cleaned_data["zip_code"]).strip()
        if text and not (text.isascii() and text.isdecimal() and len(text) == ZIP_DIGITS):
            raise forms.ValidationError("A ZIP code has five digits; a leading zero counts.")
        return text

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        found = known_zip(cleaned.get("zip_code") or "")
        if found and cleaned.get("state_code") and found["state"] != cleaned["state_code"]:
            self.add_error("zip_code", f"This ZIP code lies in {found['city']}, {found['state']}.")
        if found and not cleaned.get("time_zone"):
            cleaned["time_zone"] = found["timezone"]
        return cleaned


class SchoolForm(KeptForm):
    """Whether it is the hospital of a US medical school: a fact with evidence, else unknown."""

    groups = (
        (
            "Hospital of a US medical school",
            (
                "is_medical_school_hospital", "medical_school", "medical_school_source",
                "medical_school_read_on",
            ),
        ),
    )  # fmt: skip
    is_medical_school_hospital = yes_no(
        "Is it the hospital of a US medical school?",
        "Immigration rules for students turn on this. Without evidence it stays not known.",
    )

    class Meta:
        model = Site
        fields = (
            "is_medical_school_hospital", "medical_school", "medical_school_source",
            "medical_school_read_on",
        )  # fmt: skip
        labels: ClassVar = {
            "medical_school": "Which school",
            "medical_school_source": "Page that says so",
            "medical_school_read_on": "Day you read it",
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("is_medical_school_hospital") is None:
            return cleaned
        if "medical_school_source" not in self.errors and not cleaned.get("medical_school_source"):
            self.add_error(
                "medical_school_source", "Give the page that says so, or choose not known."
            )
        if "medical_school_read_on" not in self.errors and not cleaned.get(
            "medical_school_read_on"
        ):
            self.add_error("medical_school_read_on", "Give the day on which you read the page.")
        return cleaned


class LivingForm(KeptForm):
    """What a week there costs, and what a learner needs on the first day."""

    groups = (
        ("Housing and travel", ("housing_cents_a_week", "housing_note", "travel_cents")),
        (
            "The first day",
            ("arrival_place", "arrival_contact", "arrival_time", "dress_code", "parking"),
        ),
    )
    housing_cents_a_week = Dollars(label="Housing a week, in dollars", help_text="An estimate.")
    travel_cents = Dollars(label="Travel there and back, in dollars", help_text="An estimate.")
    arrival_time = forms.TimeField(
        label="At what time",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )

    class Meta:
        model = Site
        fields = (
            "housing_cents_a_week", "housing_note", "travel_cents", "arrival_place",
            "arrival_contact", "arrival_time", "dress_code", "parking",
        )  # fmt: skip
        labels: ClassVar = {
            "housing_note": "What that buys",
            "arrival_place": "Where to go",
            "arrival_contact": "Whom to ask for",
        }


class PictureForm(KeptForm):
    """A picture and its words. The file itself is judged where it is decoded."""

    groups = (("Picture", ("picture", "words")),)
    picture = forms.FileField(
        label="JPEG, PNG or WebP file, at most 5 MB",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    words = forms.CharField(
        label="What is to be seen",
        max_length=200,
        help_text="Read aloud to people who do not see the picture.",
    )

    class Meta:
        model = Site
        fields = ()
