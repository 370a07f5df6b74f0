"""The form that brings a file to the desk."""

from typing import Any  # a form's cleaned values are of every type

from django import forms
from django.core.files.uploadedfile import UploadedFile

from rounds.web.catalog.importers.sheet import MOST_BYTES
from rounds.web.desk.forms.imports.kinds import ImportKind
from rounds.web.kit.forms import Drawn

KNOWN_LIST = "USCE listings"


class UploadForm(Drawn, forms.Form):
    """The file, the day it was taken from its source, and the name of a foreign list."""

    file = forms.FileField(
        label="CSV file",
        help_text=f"In UTF-8, at most {MOST_BYTES // 1_000_000} MB. Nothing changes yet.",
        error_messages={
            "required": "Choose a file.",
            "empty": "The file is empty. Choose the one that holds the table.",
        },
        widget=forms.FileInput(attrs={"class": "input", "accept": ".csv,text/csv"}),
    )
    read_on = forms.DateField(
        label="Day on which the file was taken from its source",
        error_messages={"required": "Tell the day: it is shown beside what the file says."},
    )
    source = forms.CharField(
        label="Name of the list",
        max_length=100,
        initial=KNOWN_LIST,
        help_text="Shown beside each entry. Entries of one list are compared with each other.",
        error_messages={"required": "Tell the name of the list."},
    )

    def __init__(self, *args: Any, kind: ImportKind, **told: Any) -> None:
        super().__init__(*args, **told)
        if not kind.names_its_source:
            del self.fields["source"]
        if kind.is_own:
            del self.fields["read_on"]

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if file.size and file.size > MOST_BYTES:
            raise forms.ValidationError(
                f"The file has {file.size:,} bytes; at most {MOST_BYTES // 1_000_000} MB are read."
            )
        return file
