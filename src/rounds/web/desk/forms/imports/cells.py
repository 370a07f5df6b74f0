"""Values of the desk's forms as cells of a table, and back.

A cell that a spreadsheet would take for a formula is written behind an apostrophe.
"""

from datetime import date

from django import forms

from rounds.web.desk.forms.fields import Chosen, Dollars
from rounds.web.kit.forms import YesNo

YES, NO = "yes", "no"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def cell_of(field: forms.Field, value: object) -> str:
    """A value that a form holds as the cell that says it."""
    if isinstance(field, forms.MultipleChoiceField):
        return " ".join(str(one) for one in value) if isinstance(value, list | tuple) else ""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(field, Dollars):
        return str(field.prepare_value(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def data_of(field: forms.Field, cell: str) -> list[str]:
    """A cell as the browser would send the field."""
    if isinstance(field, forms.MultipleChoiceField):
        return cell.split()
    if isinstance(field, forms.BooleanField):
        return ["on"] if cell.casefold() == YES else []
    if isinstance(field, YesNo):
        return [{YES: "True", NO: "False"}.get(cell.casefold(), cell)]
    if isinstance(field, Chosen):
        return [field.key_behind(cell)]
    return [cell]


def guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell


def unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_SIGNS) else cell
