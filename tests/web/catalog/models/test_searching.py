import pytest

from rounds.web.catalog.models import (
    RotationText,
    ShelfMark,
)

pytestmark = pytest.mark.django_db


def test_what_search_reads_is_called_by_what_it_holds():
    assert str(RotationText(body="sleep " * 20)) == ("sleep " * 20)[:60]
    assert str(ShelfMark(number=7)) == "7"
