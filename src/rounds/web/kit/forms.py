"""Forms as Rounds draws them: label, hint, what is wrong, field; grouped choices as rows."""

from django import forms
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import CheckboxInput, CheckboxSelectMultiple, RadioSelect

NOT_KNOWN = "I do not know yet"


class Renderer(TemplatesSetting):
    """Set as FORM_RENDERER."""

    form_template_name = "kit/forms/form.html"
    field_template_name = "kit/forms/field.html"


class Radios(RadioSelect):
    template_name = "kit/forms/choices.html"


class Checks(CheckboxSelectMultiple):
    template_name = "kit/forms/choices.html"


class Day(forms.DateInput):
    """The browser's own calendar, which writes the day as the standard does."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class Drawn:
    """A form whose fields look alike; mixed in before ``Form`` or ``ModelForm``."""

    fields: dict[str, forms.Field]
    use_required_attribute = False  # all that is wrong is told at once, by us and in words

    def __init__(self, *args: object, **told: object) -> None:
        super().__init__(*args, **told)
        self.label_suffix = ""
        for field in self.fields.values():
            if isinstance(field.widget, forms.DateInput):
                field.widget = Day()
            if isinstance(field, forms.TypedChoiceField) and isinstance(field.widget, forms.Select):
                known = [(value, name) for value, name in field.widget.choices if value != ""]
                blank = [] if field.required else [("", NOT_KNOWN)]
                field.choices = [*blank, *known]
            if not isinstance(field.widget, RadioSelect | CheckboxInput | CheckboxSelectMultiple):
                field.widget.attrs.setdefault("class", "input")


class YesNo(forms.TypedChoiceField):
    """Yes, no, or not known; never a box whose emptiness would mean no."""

    def __init__(self, *, label: str, not_known: str, help_text: str = "") -> None:
        super().__init__(
            label=label,
            choices=[(True, "Yes"), (False, "No"), ("", not_known)],
            coerce=lambda value: {"True": True, "False": False}.get(str(value)),
            empty_value=None,
            required=False,
            widget=Radios,
            help_text=help_text,
        )
