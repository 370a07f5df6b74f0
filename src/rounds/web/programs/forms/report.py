"""What a reader reports about a program's page."""

from django import forms

from rounds.web.kit.forms import Drawn
from rounds.web.programs.bridge.drafts import is_address


class ReportForm(Drawn, forms.Form):
    """Where the change can be read is required: nobody takes a rule in by hearsay."""

    url = forms.CharField(
        label="Address of the page where it can be read",
        max_length=500,
        widget=forms.URLInput,
        help_text="Beginning with https://",
    )
    words = forms.CharField(
        label="What has changed",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="In your own words. Nothing about yourself, please.",
    )

    def clean_url(self) -> str:
        url = str(self.cleaned_data["url"]).strip()
        if not is_address(url):
            raise forms.ValidationError(
                "Give the whole address of the page, beginning with https:// or http://."
            )
        return url
