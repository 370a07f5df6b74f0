"""The form for a link."""

from django import forms

from rounds.web.kit.forms import Drawn, Radios

DAYS = [("7", "A week"), ("30", "30 days"), ("90", "90 days")]


class ShareForm(Drawn, forms.Form):
    """How long, and whether with what the person told."""

    days = forms.TypedChoiceField(
        label="For how long?",
        choices=DAYS,
        coerce=int,
        widget=Radios,
        error_messages={"required": "Choose how long the link shall work."},
    )
    with_facts = forms.BooleanField(
        label="Add my name and what I told about myself",
        required=False,
        help_text="Status, exams, degree and the rest, as you have told them today. Without this "
        "nobody reads who you are.",
    )
