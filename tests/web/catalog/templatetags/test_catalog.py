import pytest

from rounds.web.catalog.queries.shown import rotation_shown
from rounds.web.catalog.templatetags.catalog import (
    hours_words,
    languages_words,
    letter_words,
    next_price,
)
from tests.web.catalog.makers import TODAY, make_rotation, make_term

pytestmark = pytest.mark.django_db


def test_what_is_offered_is_said_in_words():
    rotation = make_rotation(languages=["en", "es"], hours={"office": 10, "inpatient": 30})

    assert hours_words(rotation) == "30 inpatient, 10 office"
    assert languages_words(rotation) == "English, Spanish"
    assert letter_words(rotation) == "Will write a letter"


def test_what_nobody_stated_is_said_to_be_not_stated():
    rotation = make_rotation(languages=[], letter_policy="unknown")
    rotation.hours.all().delete()

    assert {f(rotation) for f in (hours_words, languages_words, letter_words)} == {"not stated"}


def test_the_price_is_that_of_the_next_term_with_its_weeks():
    rotation = make_rotation()
    assert next_price(rotation) == 105_000
    make_term(rotation, weeks=8)

    assert next_price(rotation_shown(slug=rotation.slug, on=TODAY)) == 140_000


def test_a_price_with_an_unstated_line_is_unknown_and_an_optional_line_does_not_count():
    assert next_price(make_rotation(lines=[("a", 100, "term"), ("b", None, "term")])) is None
    rotation = make_rotation(lines=[("a", 100, "term")])
    rotation.price_lines.create(label="extra", cents=900, is_optional=True)

    assert next_price(rotation) == 100
    rotation.price_lines.all().delete()
    assert next_price(rotation) is None
