"""The form for a plan: two minutes, every answer with a default that hurts nobody."""

import re
from datetime import date
from decimal import Decimal
from typing import Any  # cleaned values are of every type

from django import forms

from rounds.core.seasons import Season
from rounds.core.values import day
from rounds.core.vocabulary import SPECIALTIES, SeasonStatus
from rounds.web.kit.forms import Checks, Drawn
from rounds.web.kit.places import states as every_state
from rounds.web.planner.bridge.wishes import MOST_LETTERS, Asked

CENTS = 100
CODE = re.compile(r"[\w.:+-]{1,60}")
UNTICK = "From the plan you started with. Untick one to let it go."
MOST_DOLLARS = 1_000_000
MOST_TRAVEL_DAYS, MOST_VISA_WEEKS = 30, 104
SPECIALTY_CHOICES = [(name, name[0].upper() + name[1:]) for name in SPECIALTIES]
LETTERS = [(str(n), "None" if n == 0 else str(n)) for n in range(MOST_LETTERS + 1)]
WHOLE = "Write a whole number from {} to {}."


class Dollars(forms.DecimalField):
    """Dollars as people type them, with or without a sign and commas; cleaned into cents."""

    def __init__(self, **told: Any) -> None:
        super().__init__(
            required=False,
            min_value=0,
            max_value=MOST_DOLLARS,
            decimal_places=2,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            error_messages={
                "invalid": "Write dollars, such as 4,500 or 4,500.00.",
                "min_value": "Write dollars from 0 up.",
                "max_value": f"Write at most {MOST_DOLLARS:,} dollars.",
                "max_decimal_places": "Write at most two digits after the point.",
            },
            **told,
        )

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.strip().removeprefix("$").replace(",", "")
        return super().to_python(value)

    def clean(self, value: Any) -> int | None:
        dollars: Decimal | None = super().clean(value)
        return None if dollars is None else int(dollars * CENTS)


class Dates(forms.MultipleChoiceField):
    """Codes of rotation dates from an earlier plan; the planner refuses those nobody knows."""

    widget = Checks

    def __init__(self, **told: Any) -> None:
        super().__init__(required=False, choices=(), **told)

    def valid_value(self, value: Any) -> bool:
        return bool(CODE.fullmatch(str(value)))


class AskForm(Drawn, forms.Form):
    """What to plan for. The first fields are what everybody answers; the rest has good defaults."""

    FIRST = ("season", "budget", "earliest", "latest", "apply_to")

    season = forms.TypedChoiceField(label="Which Match do you plan for?", choices=(), coerce=int)
    budget = Dollars(
        label="What may everything cost, in dollars?",
        help_text="Fees, housing and travel together. Leave it empty for no limit.",
    )
    earliest = forms.DateField(
        label="The first day you could begin",
        error_messages={
            "required": "Give the first day you could begin.",
            "invalid": "Write the day as 2027-03-01.",
        },
    )
    latest = forms.DateField(
        label="The last day you could stay",
        help_text="Weeks after applications open no longer count for this season.",
        error_messages={
            "required": "Give the last day you could stay.",
            "invalid": "Write the day as 2027-08-31.",
        },
    )
    apply_to = forms.MultipleChoiceField(
        label="Which specialties do you apply to?",
        choices=SPECIALTY_CHOICES,
        widget=Checks,
        required=False,
        help_text="Only their programs count. None ticked: all of them.",
    )
    states = forms.MultipleChoiceField(
        label="Only rotations in these states",
        choices=every_state,
        widget=Checks,
        required=False,
        help_text="None ticked: anywhere.",
    )
    specialties = forms.MultipleChoiceField(
        label="Only rotations in these specialties",
        choices=SPECIALTY_CHOICES,
        widget=Checks,
        required=False,
        help_text="None ticked: any, for many programs ask for US experience in any field.",
    )
    letters = forms.TypedChoiceField(
        label="How many letters do you want in all?",
        choices=LETTERS,
        coerce=int,
        help_text="Those you have already count. Programs take at most four.",
    )
    letter_worth = Dollars(
        label="What may one more letter cost, in dollars?",
        help_text="Beyond the cheapest plan that opens as many doors. Empty: nothing.",
    )
    travel_days = forms.IntegerField(
        label="Free days between two towns",
        min_value=0,
        max_value=MOST_TRAVEL_DAYS,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), WHOLE.format(0, MOST_TRAVEL_DAYS)
        ),
    )
    visa_weeks = forms.IntegerField(
        label="Weeks you expect to wait for a visa",
        required=False,
        min_value=0,
        max_value=MOST_VISA_WEEKS,
        help_text="Only for the calendar. The wait differs by consulate and day; leave it empty "
        "if you do not know.",
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), WHOLE.format(0, MOST_VISA_WEEKS)
        ),
    )
    include_unknown_permission = forms.BooleanField(
        label="Also choose rotations of which nobody can say whether I may do them",
        required=False,
        help_text="Where state law is silent. They are marked in the plan; ask before you book.",
    )

    pinned = Dates(label="These dates must be in the plan", help_text=UNTICK)
    excluded = Dates(label="These dates are left out", help_text=UNTICK)

    def __init__(self, *args: Any, seasons: list[Season], today: date, **told: Any) -> None:
        super().__init__(*args, **told)
        for name in ("pinned", "excluded"):
            field = self.fields[name]
            if isinstance(field, Dates):
                field.choices = [(code, code) for code in self[name].value() or ()]
        self.seasons = {season.year: season for season in seasons}
        self.today = today
        season_field = self.fields["season"]
        if isinstance(season_field, forms.ChoiceField):
            season_field.choices = [(year, _said(one)) for year, one in self.seasons.items()]

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned: dict[str, Any] = self.cleaned_data
        first, last = cleaned.get("earliest"), cleaned.get("latest")
        if first and last and last < first:
            self.add_error("latest", "The last day is before the first; correct one of them.")
        elif last and last < self.today:
            self.add_error("latest", f"This day has passed; give one after {day(self.today)}.")
        return cleaned

    def asked(self, *, weights: tuple[tuple[str, int], ...]) -> Asked:
        """The cleaned answers, with the programs the person has weighed."""
        told = self.cleaned_data
        return Asked(
            season_year=told["season"],
            earliest=told["earliest"],
            latest=told["latest"],
            budget=told["budget"],
            letters=told["letters"],
            cents_for_a_letter=told["letter_worth"] or 0,
            travel_days=told["travel_days"],
            include_unknown_permission=told["include_unknown_permission"],
            apply_to=tuple(told["apply_to"]),
            specialties=tuple(told["specialties"]),
            states=tuple(told["states"]),
            weights=weights,
            pinned=tuple(told["pinned"]),
            excluded=tuple(told["excluded"]),
            visa_weeks=told["visa_weeks"],
        )


def first_answers(season: Season, *, today: date) -> dict[str, Any]:
    """What the form says before anybody typed: from today to the day of applying, three letters."""
    return {
        "season": season.year,
        "earliest": today,
        "latest": max(season.apply_on, today),
        "letters": 3,
        "travel_days": 1,
    }


def answers_of(asked: Asked) -> dict[str, Any]:
    """What the form says to change an earlier plan."""
    return {
        "season": asked.season_year,
        "budget": _dollars(asked.budget),
        "earliest": asked.earliest,
        "latest": asked.latest,
        "apply_to": list(asked.apply_to),
        "states": list(asked.states),
        "specialties": list(asked.specialties),
        "letters": asked.letters,
        "letter_worth": _dollars(asked.cents_for_a_letter or None),
        "travel_days": asked.travel_days,
        "pinned": list(asked.pinned),
        "excluded": list(asked.excluded),
        "visa_weeks": asked.visa_weeks,
        "include_unknown_permission": asked.include_unknown_permission,
    }


def _dollars(cents: int | None) -> str:
    if cents is None:
        return ""
    whole, part = divmod(cents, CENTS)
    return f"{whole:,}.{part:02d}" if part else f"{whole:,}"


def _said(season: Season) -> str:
    sure = "" if season.status is SeasonStatus.PUBLISHED else ", projected"
    return f"{season.year}: applications open {day(season.apply_on)}{sure}"
