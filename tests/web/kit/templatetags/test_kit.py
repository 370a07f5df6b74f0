from datetime import date

import pytest
from django.core.paginator import Paginator
from django.forms import CharField, Form
from django.template import Context, Template
from django.test import RequestFactory

from rounds.web.kit.templatetags.kit import day, money, span, words, yes_no


def drawn(text, **told):
    told.setdefault("request", RequestFactory().get("/rotations/?q=a&page=2"))
    return Template("{% load kit %}" + text).render(Context(told))


@pytest.mark.parametrize(
    ("cents", "said"), [(123456, "$1,234.56"), (100, "$1"), (0, "$0"), (None, "not stated")]
)
def test_money_is_said_and_what_nobody_states_is_not_nothing(cents, said):
    assert money(cents) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2027, 1, 4), date(2027, 1, 29), "Jan 4 – 29, 2027"),
        (date(2027, 1, 25), date(2027, 2, 19), "Jan 25 – Feb 19, 2027"),
        (date(2026, 12, 28), date(2027, 1, 22), "Dec 28, 2026 – Jan 22, 2027"),
        (date(2027, 1, 4), date(2027, 1, 4), "Jan 4, 2027"),
    ],
)
def test_a_span_says_once_what_its_ends_share(first, last, said):
    assert span(first, last) == said


def test_words_days_and_answers():
    assert words("hospital_outpatient") == "hospital outpatient"
    assert (day(date(2027, 9, 1)), day(None)) == ("Sep 1, 2027", "not stated")
    assert [yes_no(one) for one in (True, False, None)] == ["yes", "no", "not stated"]


def test_a_state_is_said_in_words_not_by_color_alone():
    assert drawn('{% badge "permission" "not_allowed" %}').strip() == (
        '<span class="badge badge-bad">Not allowed</span>'
    )


class Two(Form):
    name = CharField(error_messages={"required": "Tell your name."})
    city = CharField(error_messages={"required": "Tell your city."})


def test_the_summary_lists_everything_wrong_with_links_to_the_fields():
    page = drawn("{% error_summary form %}", form=Two({}))

    assert page.count("<li>") == 2
    assert '<a href="#id_name">Tell your name.</a>' in page
    assert '<a href="#id_city">Tell your city.</a>' in page
    assert drawn("{% error_summary form %}", form=Two()).strip() == ""
    assert drawn("{% error_summary form %}", form=Two({"name": "a", "city": "b"})).strip() == ""


def test_a_pager_keeps_the_rest_of_the_address_and_hides_when_there_is_one_page():
    pages = Paginator(range(30), 10)

    page = drawn("{% pager page %}", page=pages.page(2))
    assert 'href="?q=a&amp;page=1"' in page
    assert 'href="?q=a&amp;page=3"' in page
    assert "Page 2 of 3" in page
    assert drawn("{% pager page %}", page=Paginator([1], 10).page(1)).strip() == ""
