"""The form of a kept search: its name, and whether mails about it are sent."""

from typing import ClassVar

from django import forms

from rounds.web.catalog.models import SavedSearch
from rounds.web.kit.forms import Drawn


class SavedSearchForm(Drawn, forms.ModelForm):
    class Meta:
        model = SavedSearch
        fields = ("name", "is_paused")
        labels: ClassVar = {"is_paused": "Send no mails about it for now"}
        error_messages: ClassVar = {"name": {"required": "Give the search a name."}}
