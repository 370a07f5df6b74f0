import pytest

from rounds.web.catalog.models import (
    AgencyDecision,
)

pytestmark = pytest.mark.django_db


def test_a_decision_is_called_by_its_code():
    assert str(AgencyDecision(code="externs")) == "externs"
