"""The search form of programs: bad answers are dropped, and the good ones still apply."""

from django import forms

from rounds.core.vocabulary import Door, Stage, UnknownCause, Visa
from rounds.web.kit.forms import Checks, Drawn
from rounds.web.kit.places import states
from rounds.web.programs.bridge.listing import (
    CURRENT,
    NO_RULES,
    NO_VISA,
    NOT_SAID,
    OF_A_PERSON,
    OF_EVERYBODY,
    OLDER,
    Wanted,
)
from rounds.web.programs.models.programs import SPECIALTY_CHOICES

Choices = list[tuple[str, str]]
FACETS = (*OF_A_PERSON, *OF_EVERYBODY)
LABELS = {
    "door": "Door for me",
    "cause": "Undecided because",
    "specialty": "Specialty",
    "state": "State",
    "sponsors": "Visa sponsorship",
    "stage": "Asks for more after applying",
    "rules": "Rules",
}
STILL_TO_DO = "Still to do for me after applying"
DOORS: Choices = [
    (Door.OPEN.value, "Open"),
    (Door.UNDECIDED.value, "Undecided"),
    (Door.CLOSED.value, "Closed"),
]
CAUSES: Choices = [
    (UnknownCause.NOT_TOLD.value, "I have not told a fact"),
    (UnknownCause.NOT_STATED.value, "The program does not state something"),
    (UnknownCause.NOT_TESTABLE.value, "A person must read something"),
    (UnknownCause.PENDING.value, "A date is still to come"),
    (UnknownCause.STALE.value, "Its rules are of an older season"),
]
STAGES: Choices = [
    (Stage.INTERVIEW.value, "To be interviewed"),
    (Stage.RANK.value, "To be ranked"),
    (Stage.START.value, "To start training"),
]
SPONSORS: Choices = [
    (Visa.J1.value, "Sponsors J-1"),
    (Visa.H1B.value, "Sponsors H-1B"),
    (NO_VISA, "Sponsors no visa"),
    (NOT_SAID, "Not stated"),
]
RULES: Choices = [
    (CURRENT, "Current for the season"),
    (OLDER, "Of an older season"),
    (NO_RULES, "Nobody has read them yet"),
]
SORTS: Choices = [("", "Open doors first"), ("name", "Name")]


def facet_choices(name: str) -> Choices:
    """Every value of a facet with its words."""
    fixed = {
        "door": DOORS, "cause": CAUSES, "stage": STAGES, "sponsors": SPONSORS, "rules": RULES,
        "specialty": SPECIALTY_CHOICES,
    }  # fmt: skip
    return states() if name == "state" else fixed[name]


def _many(name: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=LABELS[name], choices=lambda: facet_choices(name), required=False, widget=Checks
    )


class SearchForm(Drawn, forms.Form):
    q = forms.CharField(label="Words", required=False, max_length=200)
    door, cause, specialty, state = (_many(n) for n in ("door", "cause", "specialty", "state"))
    sponsors, stage, rules = (_many(n) for n in ("sponsors", "stage", "rules"))
    mine = forms.BooleanField(label="Only those I gave a weight", required=False)
    sort = forms.ChoiceField(label="In order of", choices=SORTS, required=False)

    @property
    def wanted(self) -> Wanted:
        """What is asked, as far as it was said right."""
        told = self.cleaned_data
        return Wanted(
            text=told.get("q") or "",
            chosen={name: frozenset(told.get(name) or ()) for name in FACETS},
            only_weighed=bool(told.get("mine")),
            sort=told.get("sort") or "",
        )
