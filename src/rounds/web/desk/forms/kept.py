"""The form of a thing that the desk keeps: its version, its groups, its words in history."""

from typing import Any, ClassVar  # Any: cleaned values are of every type

from django import forms
from django.forms import BoundField

from rounds.web.kit.forms import Drawn
from rounds.web.kit.refusal import Refusal

Groups = tuple[tuple[str, tuple[str, ...]], ...]


class KeptForm(Drawn, forms.ModelForm):
    """Some values of one thing. ``version`` is the one that the editor has seen.

    ``ordered`` are pairs of fields whose second may not be earlier, each with its sentence.
    """

    groups: ClassVar[Groups] = ()
    ordered: ClassVar[tuple[tuple[str, str, str], ...]] = ()
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, version: int | None = None, **told: Any) -> None:
        super().__init__(*args, **told)
        self.fields["version"].initial = version or getattr(self.instance, "version", None)
        for name, field in self.fields.items():
            if isinstance(field, forms.CharField) and name != "version":
                field.widget.attrs.setdefault("dir", "auto")

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned: dict[str, Any] = self.cleaned_data
        for first, last, says in self.ordered:
            if cleaned.get(first) and cleaned.get(last) and cleaned[last] < cleaned[first]:
                self.add_error(last, says)
        return cleaned

    @property
    def seen(self) -> int:
        """The version the editor had before the eyes; 0 when the form did not say."""
        return self.cleaned_data.get("version") or 0

    @property
    def values(self) -> dict[str, Any]:
        """What the form is about, cleaned: the argument of a verb."""
        return {name: self.cleaned_data[name] for name in self._meta.fields or ()}

    def take(self, refusal: Refusal) -> None:
        """A verb's no, beside the field it is about when it names one."""
        field = refusal.params.get("field")
        sentences = refusal.params.get("sentences") or [refusal.sentence]
        for sentence in sentences if isinstance(sentences, list) else [refusal.sentence]:
            self.add_error(str(field) if field in self.fields else None, str(sentence))

    def grouped(self) -> list[tuple[str, list[BoundField]]]:
        """The fields under headings, in the order in which they are asked."""
        return [(title, [self[name] for name in names]) for title, names in self.groups]


def number_told(form: KeptForm, name: str) -> int | None:
    """The row that a form is about to point to: typed, given by the address, or kept so far."""
    told = form.data.get(name) or form.initial.get(name)
    return int(str(told)) if str(told).isdecimal() else None
