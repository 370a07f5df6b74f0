from datetime import date

import pytest
from django.core.paginator import Paginator
from django.forms import CharField, ChoiceField, Form, RadioSelect, formset_factory
from django.template import Context, Template
from django.template.loader import get_template
from django.test import RequestFactory

from rounds.web.kit.templatetags.kit import WORDS, day, money, span, words, yes_no


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
    badge = drawn('{% badge "permission" "not_allowed" %}')

    assert badge.strip().startswith('<span class="badge badge-bad"><svg class="icon"')
    assert 'aria-hidden="true"' in badge
    assert badge.strip().endswith("</svg>\nNot allowed</span>")


def test_every_state_has_a_shape_of_its_own_within_its_kind():
    for states in WORDS.values():
        assert len({state.shape for state in states.values()}) == len(states)
        for state in states.values():
            get_template(f"kit/icons/{state.shape}.html")


def test_a_door_where_it_is_the_point_of_the_line():
    assert drawn('{% door "open" %}').strip().startswith('<span class="door door-good"><svg')


def test_the_way_here_is_links_and_where_one_is():
    way = " ".join(drawn('{% crumbs "Rotations" "/rotations/" "Side by side" %}').split())

    assert '<a href="/rotations/">Rotations</a>' in way
    assert '<span aria-current="page">Side by side</span>' in way
    assert way.count("<a ") == 1


def test_steps_say_which_are_done_and_which_is_now():
    steps = [("What", "/what/"), ("Price", ""), ("Pay", "/pay/")]
    page = " ".join(drawn("{% stepper steps 2 %}", steps=steps).split())

    assert "Step 2 of 3: Price" in page
    assert page.count('aria-current="step"') == 1
    assert page.count("(done)") == 1
    assert '<a href="/pay/">Pay</a>' in page


def test_a_month_begins_on_sunday_and_shows_what_its_days_hold():
    marked = [(date(2027, 1, 4), "2 seats", "/jan/"), (date(2027, 1, 18), "Holiday", "")]
    page = drawn("{% month first marked %}", first=date(2027, 1, 1), marked=marked)

    assert "January 2027" in page
    assert page.index('abbr="Sunday"') < page.index('abbr="Monday"')
    assert page.count("<tr>") == 1 + 6
    assert '<a href="/jan/">4<small>2 seats</small></a>' in page
    assert "<span>18<small>Holiday</small></span>" in page
    assert page.count("<td></td>") == 5 + 6


def test_the_summary_finds_what_is_wrong_in_rows_too():
    rows = formset_factory(Two, extra=2)(
        {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-name": "Ana"}
    )
    page = drawn("{% error_summary rows %}", rows=rows)

    assert '<a href="#id_form-0-city">Tell your city.</a>' in page


def test_of_radios_the_summary_leads_to_the_first():
    class Choice(Form):
        role = ChoiceField(choices=[("a", "A"), ("b", "B")], widget=RadioSelect)

    page = drawn("{% error_summary form %}", form=Choice({}))
    assert 'href="#id_role_0"' in page


def test_the_pager_leaves_out_what_is_far():
    page = drawn("{% pager page %}", page=Paginator(range(200), 10).page(9))

    assert page.count('class="gap"') == 2
    assert 'href="?q=a&amp;page=10"' in page


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
