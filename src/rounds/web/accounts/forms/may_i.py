"""Three questions that need no account: status, degree, state."""

from django import forms

from rounds.core.vocabulary import STATUS_NAMES
from rounds.web.kit.forms import Drawn, Radios
from rounds.web.kit.places import states

STATUSES = [("", "I do not know yet")] + [
    (status.value, name[0].upper() + name[1:]) for status, name in STATUS_NAMES.items()
]
CHOOSE_STATE = [("", "Choose a state")]
DEGREE = [
    ("graduate", "I have the degree"),
    ("student", "I am still a student then"),
    ("unknown", "I would rather not say"),
]


class MayIForm(Drawn, forms.Form):
    status = forms.ChoiceField(
        label="Which status will you have in the United States?",
        choices=STATUSES,
        required=False,
        help_text="The visa or status on the days of the rotation.",
    )
    degree = forms.ChoiceField(
        label="Will you have your medical degree by then?", choices=DEGREE, widget=Radios
    )
    state = forms.ChoiceField(
        label="In which state?",
        choices=lambda: CHOOSE_STATE + states(),
        error_messages={"required": "Choose the state: the rules differ from state to state."},
    )
    first = forms.DateField(
        label="From which day?",
        required=False,
        help_text="Empty means three months from today.",
        error_messages={"invalid": "Write the day as 2027-03-01, or leave it empty."},
    )
