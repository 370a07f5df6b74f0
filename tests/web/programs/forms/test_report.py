import pytest

from rounds.web.programs.forms.report import ReportForm


@pytest.mark.parametrize("url", ["a.example", "javascript:alert(1)", "https://x", "#"])
def test_a_report_needs_an_address_that_can_be_read(url):
    form = ReportForm({"url": url, "words": "changed"})

    assert form.errors["url"] == [
        "Give the whole address of the page, beginning with https:// or http://."
    ]


def test_both_faults_are_told_at_once():
    assert set(ReportForm({"url": "", "words": ""}).errors) == {"url", "words"}


def test_a_whole_report_is_clean():
    form = ReportForm({"url": " https://a.example/x ", "words": "changed"})

    assert form.is_valid()
    assert form.cleaned_data == {"url": "https://a.example/x", "words": "changed"}
