"""The look of Rounds on one page: tokens with their measured contrast, and every component."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rounds.web.kit.forms import Checks, Drawn, Radios
from rounds.web.kit.templatetags.kit import WORDS
from rounds.web.kit.tokens import EDGES, LEAST_EDGE, LEAST_TEXT, TEXTS, colors, contrast
from rounds.web.pages.views.demo import only_in_the_demo

STEPS = (("What", ""), ("Price and policy", ""), ("Pay", ""))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colors that meet: their names and values, their contrast, and what it must be."""

    one: str
    two: str
    one_value: str
    two_value: str
    ratio: float
    least: float


class Sample(Drawn, forms.Form):
    """One field of each sort; it is shown as sent in empty, so that its errors are seen."""

    name = forms.CharField(
        label="Name as in the passport",
        help_text="Letters of any script.",
        error_messages={"required": "Tell the name as the passport has it."},
    )
    degree = forms.DateField(
        label="Day of the degree",
        error_messages={"required": "Tell the day, or choose that you do not know it yet."},
    )
    state = forms.TypedChoiceField(
        label="State", required=False, choices=[("", ""), ("NY", "New York"), ("FL", "Florida")]
    )
    role = forms.ChoiceField(
        label="What you will do",
        widget=Radios,
        choices=[("observing", "Observe"), ("hands_on", "Work hands-on under supervision")],
        error_messages={"required": "Choose one of the two."},
    )
    settings = forms.MultipleChoiceField(
        label="Settings",
        required=False,
        widget=Checks,
        choices=[("inpatient", "Inpatient"), ("office", "Office")],
    )
    note = forms.CharField(label="A note", required=False, widget=forms.Textarea(attrs={"rows": 3}))


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """Only in the demo: production has no page about itself."""
    only_in_the_demo()
    told = {
        "pairs": [
            *(_pair(text, ground, LEAST_TEXT) for text, ground in TEXTS),
            *(_pair(edge, ground, LEAST_EDGE) for edge, ground in EDGES),
        ],
        "states": [(kind, list(codes)) for kind, codes in WORDS.items()],
        "form": Sample({}),
        "steps": STEPS,
        "days": (date(2027, 1, 4), date(2027, 1, 29)),
        "month": date(2027, 1, 1),
        "marked": [(date(2027, 1, 4), "2 seats", "#month"), (date(2027, 1, 18), "Holiday", "")],
        "page": Paginator(range(100), 10).page(4),
    }
    return render(request, "pages/style.html", told)


def _pair(one: str, two: str, least: float) -> Pair:
    first, second = colors()[one], colors()[two]
    return Pair(one, two, first, second, contrast(first, second), least)
