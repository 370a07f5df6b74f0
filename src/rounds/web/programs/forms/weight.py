"""How much a program counts for a person."""

from django import forms

from rounds.web.kit.forms import Drawn

WEIGHTS = [
    (10, "Counts 10 times"),
    (5, "Counts 5 times"),
    (3, "Counts 3 times"),
    (2, "Counts twice"),
    (1, "Counts once"),
    (0, "Leave out of my plans"),
]


class WeightForm(Drawn, forms.Form):
    weight = forms.TypedChoiceField(
        label="In my plans this program", choices=WEIGHTS, coerce=int, initial=1
    )
