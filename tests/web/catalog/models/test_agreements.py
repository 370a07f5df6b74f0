from datetime import date

import pytest

from rounds.web.catalog.models import (
    AgencyDecision,
    Blackout,
)
from tests.web.catalog.makers import (
    is_refused,
    make_agreement,
    make_preceptor,
    make_site,
)

pytestmark = pytest.mark.django_db
EARLY, LATE = date(2027, 1, 4), date(2027, 1, 29)


def test_spans_end_after_they_began():
    site, preceptor = make_site(), make_preceptor()
    backward = {"first": LATE, "last": EARLY}

    assert is_refused(lambda: make_agreement(site, **backward))
    assert is_refused(lambda: Blackout.objects.create(preceptor=preceptor, **backward))
    assert is_refused(
        lambda: AgencyDecision.objects.create(
            code="a", allows=True, states=[], kinds=[], statuses=[], decided_by="A", counsel="B",
            reason="C", decided_on=LATE, until=EARLY,
        )
    )  # fmt: skip


def test_an_agreement_is_called_by_its_reference_and_stands_once_a_site():
    site = make_site()
    assert str(make_agreement(site, reference="LBR-1")) == "LBR-1"

    assert is_refused(lambda: make_agreement(site, reference="LBR-1"))
