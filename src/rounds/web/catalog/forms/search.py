"""The search form: bad answers are told, and the good ones still apply."""

from typing import Any  # cleaned values are of every type
from urllib.parse import urlencode

import zipcodes
from django import forms
from django.http import QueryDict

from rounds.core.vocabulary import SPECIALTIES, Kind, LetterPolicy, Mode, Role, Setting
from rounds.web.catalog.models import EmrAccess
from rounds.web.catalog.queries.search.wanted import FACETS, NEAR_MILES, Point, Wanted
from rounds.web.kit.forms import Checks, Drawn
from rounds.web.kit.places import languages, states

Choices = list[tuple[str, str]]
CENTS = 100
MOST_DOLLARS = 100_000
SORTS = [
    ("date", "First day"),
    ("price", "Price"),
    ("weeks", "Weeks"),
    ("distance", "Distance"),
    ("relevance", "Best match of words"),
]
MILES = [("25", "25 miles"), ("50", "50 miles"), ("100", "100 miles"), ("250", "250 miles")]
LETTER_WORDS = {
    LetterPolicy.WRITES: "Writes a letter",
    LetterPolicy.CONDITIONAL: "Writes on a condition",
    LetterPolicy.DOES_NOT_WRITE: "Does not write",
    LetterPolicy.UNKNOWN: "Not stated",
}
LETTERHEAD_WORDS = {"yes": "On letterhead", "no": "Not on letterhead", "unknown": "Not stated"}
LABELS = {
    "specialty": "Specialty",
    "kind": "Kind",
    "role": "What you do",
    "mode": "Where you are",
    "setting": "Setting",
    "state": "State",
    "letter_policy": "Letter of recommendation",
    "letterhead": "Letterhead",
    "emr_access": "Electronic record",
    "language": "Language",
}


def _said(words: object) -> str:
    text = str(words).replace("_", " ")
    return text[:1].upper() + text[1:]


def facet_choices(name: str) -> Choices:
    """Every value of a facet with its words."""
    enums = {"kind": Kind, "role": Role, "mode": Mode}
    if name in enums:
        return [(one.value, _said(one.value)) for one in enums[name]]
    fixed: dict[str, Choices] = {
        "specialty": [(one, _said(one)) for one in SPECIALTIES],
        "setting": [(one, _said(one)) for one in ("hospital", "clinic", *map(str, Setting))],
        "letter_policy": [(one.value, words) for one, words in LETTER_WORDS.items()],
        "letterhead": list(LETTERHEAD_WORDS.items()),
        "emr_access": [(str(value), str(label)) for value, label in EmrAccess.choices],
    }
    if name in fixed:
        return fixed[name]
    return states() if name == "state" else languages()


def _many(name: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=LABELS[name], choices=lambda: facet_choices(name), required=False, widget=Checks
    )


class SearchForm(Drawn, forms.Form):
    q = forms.CharField(label="Words", required=False, max_length=200)
    specialty, kind, role, mode = (_many(n) for n in ("specialty", "kind", "role", "mode"))
    setting, state, letter_policy = (_many(n) for n in ("setting", "state", "letter_policy"))
    letterhead, emr_access, language = (_many(n) for n in ("letterhead", "emr_access", "language"))
    zip = forms.CharField(
        label="Near a ZIP code", required=False, max_length=10, help_text="Five digits."
    )
    miles = forms.ChoiceField(label="Within", choices=MILES, required=False)
    earliest = forms.DateField(label="Begins on or after", required=False)
    latest = forms.DateField(label="Ends on or before", required=False)
    weeks = forms.MultipleChoiceField(
        label="Weeks",
        choices=[(str(n), f"{n} weeks" if n > 1 else "1 week") for n in range(1, 13)],
        required=False,
        widget=Checks,
    )
    price = forms.IntegerField(
        label="Price up to, dollars",
        required=False,
        min_value=0,
        max_value=MOST_DOLLARS,
        help_text="The whole rotation with every required fee.",
    )
    free = forms.BooleanField(label="Only with a free seat", required=False)
    sort = forms.ChoiceField(label="In order of", choices=SORTS, required=False)

    def clean_zip(self) -> Point | None:
        code = str(self.cleaned_data["zip"]).strip()[:5]
        if not code:
            return None
        is_code = code.isdigit() and len(code) == 5
        found = zipcodes.matching(code) if is_code else []  # type: ignore[no-untyped-call]
        if not found:
            raise forms.ValidationError("Nobody knows this ZIP code. Write five digits.")
        return Point(float(found[0]["lat"]), float(found[0]["long"]), f"ZIP {code}")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = self.cleaned_data
        earliest, latest = cleaned.get("earliest"), cleaned.get("latest")
        if earliest and latest and latest < earliest:
            self.add_error("latest", "These days end before they begin.")
        return cleaned

    @property
    def wanted(self) -> Wanted:
        """What is asked, as far as it was said right."""
        told = self.cleaned_data if self.is_bound else {}
        price = told.get("price")
        return Wanted(
            text=told.get("q") or "",
            **{name: frozenset(told.get(name) or ()) for name in FACETS},
            weeks=frozenset(map(int, told.get("weeks") or ())),
            earliest=told.get("earliest"),
            latest=told.get("latest"),
            most_cents=None if price is None else price * CENTS,
            near=told.get("zip"),
            miles=int(told.get("miles") or NEAR_MILES),
            only_free=bool(told.get("free")),
        )


def query_of(told: QueryDict) -> str:
    """The search alone, in one order: no page, no view, nothing that the form does not know."""
    kept = {name: sorted(set(told.getlist(name)) - {""}) for name in SearchForm.base_fields}
    return urlencode({name: values for name, values in kept.items() if values}, doseq=True)


def form_of(query: str) -> SearchForm:
    """A kept search as the form that was sent."""
    form = SearchForm(QueryDict(query))
    form.is_valid()
    return form


def wanted_of(query: str) -> Wanted | None:
    """What a kept search asks; ``None`` when one of its choices is no longer there."""
    form = form_of(query)
    return None if form.errors else form.wanted
