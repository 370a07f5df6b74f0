"""Fields the desk's forms share: dollars kept as cents, yes-no-unknown, US places and zones."""

from decimal import Decimal
from typing import Any  # a form's initial and cleaned values are of every type

from django import forms

from rounds.core.vocabulary import SPECIALTIES
from rounds.web.kit.forms import YesNo
from rounds.web.kit.places import Choices, states

NOBODY = 0
MOST_DOLLARS = 1_000_000
ZONES = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
    "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Adak",
    "America/Boise", "America/Detroit", "America/Indiana/Indianapolis", "America/Indiana/Knox",
    "America/Indiana/Marengo", "America/Indiana/Petersburg", "America/Indiana/Tell_City",
    "America/Indiana/Vevay", "America/Indiana/Vincennes", "America/Indiana/Winamac",
    "America/Juneau", "America/Kentucky/Louisville", "America/Kentucky/Monticello",
    "America/Menominee", "America/Metlakatla", "America/Nome", "America/North_Dakota/Beulah",
    "America/North_Dakota/Center", "America/North_Dakota/New_Salem", "America/Puerto_Rico",
    "America/Sitka", "America/St_Thomas", "America/Yakutat", "Pacific/Guam",
    "Pacific/Pago_Pago", "Pacific/Saipan",
)  # fmt: skip
NOT_KNOWN: Choices = [("", "Not known")]
SPECIALTY_CHOICES: Choices = [(name, name[0].upper() + name[1:]) for name in SPECIALTIES]


class Dollars(forms.DecimalField):
    """Typed as dollars, ``1,250`` or ``1250.50``; cleaned to cents, or ``None`` when left empty."""

    def __init__(self, *, label: str, help_text: str = "") -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            required=False,
            min_value=Decimal(0),
            max_value=Decimal(MOST_DOLLARS),
            decimal_places=2,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "input"}),
            error_messages={"invalid": f"{label}: write an amount in dollars, such as 1250.50."},
        )

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.replace(",", "").replace("$", "").strip()
        return super().to_python(value)

    def clean(self, value: Any) -> Any:
        dollars = super().clean(value)
        return None if dollars is None else int(dollars * 100)

    def prepare_value(self, value: Any) -> Any:
        """What is kept is whole cents; what was typed stays as typed."""
        if isinstance(value, int):
            whole, part = divmod(value, 100)
            return f"{whole}.{part:02d}" if part else str(whole)
        return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


def yes_no(label: str, hint: str = "") -> YesNo:
    return YesNo(label=label, not_known="Not known", help_text=hint)


def state(label: str = "State or territory", *, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=lambda: [("", "Choose a state"), *states()], required=required
    )


def specialty(*, hint: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Specialty",
        choices=[("", "Choose a specialty"), *SPECIALTY_CHOICES],
        help_text=hint,
    )


def time_zones() -> Choices:
    """The zones of the states and territories, by the names that people know."""
    return NOT_KNOWN + [(key, key.split("/", 1)[1].replace("_", " ")) for key in ZONES]


class Chosen(forms.ModelChoiceField):
    """One of the agency's own things."""

    def __init__(self, rows: Any, *, label: str) -> None:
        super().__init__(rows, label=label, widget=forms.Select(attrs={"class": "input"}))
        self.error_messages["invalid_choice"] = f"No {label.lower()} of this name can be chosen."

    def key_behind(self, slug: str) -> str:
        """The number that a browser would send for the thing of that name in addresses."""
        rows = self.queryset
        if not slug or rows is None:
            return ""
        return str(rows.filter(slug=slug).values_list("pk", flat=True).first() or NOBODY)
