"""Forms of a preceptor, and of the rows that belong to one."""

from typing import Any, ClassVar  # Any: cleaned values are of every type

from rounds.web.catalog.actions.gate import is_npi
from rounds.web.catalog.models import Affiliation, Blackout, License, Preceptor
from rounds.web.desk.forms.fields import specialty, state, yes_no
from rounds.web.desk.forms.kept import KeptForm


class PreceptorForm(KeptForm):
    """Who it is, what the physician practices, how many learners, and the consent to be named."""

    groups = (
        ("Who", ("first_name", "last_name", "credentials", "npi", "email")),
        ("Practice", ("specialty", "board", "is_board_certified", "cap_a_week")),
        ("What the public may read", ("named_since", "about")),
    )
    specialty = specialty()
    is_board_certified = yes_no("Board certified?")

    class Meta:
        model = Preceptor
        fields = (
            "first_name", "last_name", "credentials", "npi", "email", "specialty", "board",
            "is_board_certified", "cap_a_week", "named_since", "about",
        )  # fmt: skip
        labels: ClassVar = {
            "credentials": "Letters after the name",
            "npi": "NPI",
            "board": "Board",
            "cap_a_week": "Learners at most in one week",
            "named_since": "Day of the consent to be named",
            "about": "A few sentences about the preceptor",
        }
        help_texts: ClassVar = {
            "credentials": "MD, DO, FACP.",
            "npi": "Ten digits from the public registry.",
            "named_since": "Empty: the name is shown to nobody before acceptance.",
        }

    def clean_npi(self) -> str | None:
        npi = "".join(str(self.cleaned_data.get("npi") or "").split())
        if npi and not is_npi(npi):
            self.add_error("npi", "This is no NPI: ten digits with a right check digit are asked.")
        return npi or None


class LicenseForm(KeptForm):
    groups = (("License", ("state_code", "number", "expires_on", "checked_on")),)
    state_code = state()

    class Meta:
        model = License
        fields = ("state_code", "number", "expires_on", "checked_on")
        labels: ClassVar = {
            "number": "Number",
            "expires_on": "Last day",
            "checked_on": "Day you checked it with the board",
        }


class AffiliationForm(KeptForm):
    """Evidenced with a page and the day it was read, else shown as claimed."""

    groups = (("Affiliation", ("institution", "position", "source", "read_on")),)

    class Meta:
        model = Affiliation
        fields = ("institution", "position", "source", "read_on")
        labels: ClassVar = {
            "source": "Page that says so",
            "read_on": "Day you read it",
        }
        help_texts: ClassVar = {"source": "Without a page, the public reads “claimed”."}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.errors or bool(cleaned.get("source")) == bool(cleaned.get("read_on")):
            return cleaned
        absent = "read_on" if cleaned.get("source") else "source"
        self.add_error(absent, "Give both the page and the day you read it, or neither.")
        return cleaned


class BlackoutForm(KeptForm):
    groups = (("Days off", ("first", "last", "reason")),)
    ordered = (("first", "last", "The last day off is before the first."),)

    class Meta:
        model = Blackout
        fields = ("first", "last", "reason")
        labels: ClassVar = {
            "first": "First day off",
            "last": "Last day off",
            "reason": "Reason, for the agency only",
        }
