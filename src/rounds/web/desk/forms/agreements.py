"""The form of an agreement with a site."""

from typing import Any, ClassVar  # Any: what a form is made with is of every type

from rounds.web.catalog.models import Agreement
from rounds.web.desk.forms.fields import Chosen
from rounds.web.desk.forms.kept import Groups, KeptForm, number_told
from rounds.web.desk.queries import sites_we_work_with


class AgreementForm(KeptForm):
    groups: ClassVar[Groups] = (
        ("Agreement", ("reference", "signed_with", "first", "last", "note")),
    )
    ordered = (("first", "last", "The agreement ends before it begins."),)

    class Meta:
        model = Agreement
        fields: ClassVar[tuple[str, ...]] = ("reference", "signed_with", "first", "last", "note")
        labels: ClassVar = {
            "reference": "Reference",
            "signed_with": "Who signed for the site",
            "first": "In force from",
            "last": "In force until",
            "note": "Note, for the agency only",
        }
        help_texts: ClassVar = {
            "first": "No term may start before this day.",
            "last": "No term may end after this day.",
        }

    def __init__(self, *args: Any, **told: Any) -> None:
        super().__init__(*args, **told)
        self.fields["note"].widget.attrs["rows"] = 3


class NewAgreementForm(AgreementForm):
    """An agreement begins with its site, and keeps it."""

    groups = (("Agreement", ("site", "reference", "signed_with", "first", "last", "note")),)

    class Meta(AgreementForm.Meta):
        fields = ("site", "reference", "signed_with", "first", "last", "note")

    def __init__(self, *args: Any, **told: Any) -> None:
        super().__init__(*args, **told)
        self.fields["site"] = Chosen(sites_we_work_with(number_told(self, "site")), label="Site")
