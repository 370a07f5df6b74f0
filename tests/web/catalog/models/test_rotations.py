import pytest

from rounds.web.catalog.models import (
    PriceLine,
    Rotation,
    RotationHours,
)
from tests.web.catalog.makers import (
    is_refused,
    make_rotation,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("field", ["kind", "role", "mode", "letter_policy"])
def test_a_rotation_speaks_the_words_of_the_core(field):
    make_rotation()

    assert is_refused(lambda: Rotation.objects.update(**{field: "odd"}))


def test_hours_fit_a_week_and_stand_once_a_setting():
    rotation = make_rotation(hours={"office": 10})

    assert is_refused(
        lambda: RotationHours.objects.create(rotation=rotation, setting="office", hours=5)
    )
    assert is_refused(lambda: RotationHours.objects.update(hours=101))
    assert is_refused(lambda: RotationHours.objects.update(setting="moon"))


def test_a_price_line_is_for_the_term_or_for_each_week_and_may_be_unstated():
    assert PriceLine(cents=500, per="term").cents_for(weeks=4) == 500
    assert PriceLine(cents=500, per="week").cents_for(weeks=4) == 2000
    assert PriceLine(cents=None, per="week").cents_for(weeks=4) is None


def test_a_rotation_has_one_address_and_its_parts_have_names():
    rotation = make_rotation(slug="sleep", title="Sleep")

    assert (rotation.address, str(rotation)) == ("/rotations/sleep/", "Sleep")
    assert [str(one) for one in rotation.hours.all()] == ["30 h Inpatient", "10 h Office"]
    assert [str(one) for one in rotation.price_lines.all()] == ["tuition", "malpractice"]
