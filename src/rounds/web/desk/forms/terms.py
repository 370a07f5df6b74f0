"""Forms of a series and of one term."""

from typing import Any, ClassVar  # Any: cleaned values are of every type

from django import forms

from rounds.web.catalog.actions.terms import MOST_TERMS_A_SERIES, SeriesPlan
from rounds.web.catalog.models import Term
from rounds.web.desk.forms.kept import KeptForm
from rounds.web.kit.forms import Drawn
from rounds.web.kit.refusal import Refusal


class SeriesForm(Drawn, forms.Form):
    """A first start day, then one every so many weeks."""

    first_start = forms.DateField(
        label="First day of the first term",
        widget=forms.DateInput,
        help_text="Usually a Monday. Another day is possible and will be said.",
    )
    weeks = forms.IntegerField(
        label="Weeks that the site certifies", min_value=1, max_value=52, initial=4
    )
    every_weeks = forms.IntegerField(
        label="A new term every so many weeks", min_value=1, max_value=52, initial=4
    )
    count = forms.IntegerField(
        label="How many terms", min_value=1, max_value=MOST_TERMS_A_SERIES, initial=6
    )
    seats = forms.IntegerField(label="Seats in each", min_value=1, max_value=500, initial=1)

    @property
    def plan(self) -> SeriesPlan:
        return SeriesPlan(**self.cleaned_data)

    def take(self, refusal: Refusal) -> None:
        """A verb's no, sentence by sentence."""
        sentences = refusal.params.get("sentences")
        for sentence in sentences if isinstance(sentences, list) else [refusal.sentence]:
            self.add_error(None, str(sentence))


class TermForm(KeptForm):
    groups = (("Term", ("first", "last", "weeks", "seats")),)
    ordered = (("first", "last", "The last day is before the first."),)

    class Meta:
        model = Term
        fields = ("first", "last", "weeks", "seats")
        labels: ClassVar = {
            "first": "First day",
            "last": "Last day",
            "weeks": "Weeks that the site certifies",
            "seats": "Seats",
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not 1 <= cleaned["weeks"] <= 52:
            self.add_error("weeks", "A term certifies between 1 and 52 weeks.")
        if "seats" not in self.errors and not 1 <= cleaned["seats"] <= 500:
            self.add_error("seats", "A term has between 1 and 500 seats.")
        return cleaned
