from datetime import date

import pytest

from rounds.web.catalog.models import (
    Affiliation,
    Blackout,
    License,
    Preceptor,
)
from tests.web.catalog.makers import (
    is_refused,
    make_preceptor,
    make_site,
)

pytestmark = pytest.mark.django_db
EARLY, LATE = date(2027, 1, 4), date(2027, 1, 29)


def test_identifiers_are_absent_or_told_and_never_shared():
    make_site(ccn="01014F")
    make_preceptor(npi="9000000007")

    assert is_refused(lambda: make_site(ccn="01014F"))
    assert is_refused(lambda: make_site(ccn=""))
    assert is_refused(lambda: make_preceptor(npi="9000000007"))
    assert is_refused(lambda: make_preceptor(npi=""))
    assert [make_site().ccn, make_site().ccn] == [None, None]


def test_an_affiliation_has_whole_evidence_or_none():
    preceptor = make_preceptor()

    assert is_refused(
        lambda: Affiliation.objects.create(
            preceptor=preceptor, institution="A", source="https://a.example"
        )
    )
    claimed = Affiliation.objects.create(preceptor=preceptor, institution="A")
    assert (claimed.is_evidenced, str(claimed)) == (False, "A")


def test_a_physician_is_named_with_credentials_and_only_after_agreeing():
    preceptor = make_preceptor(first_name="Ada", last_name="Moss", named_since=None)

    assert (str(preceptor), preceptor.may_be_named) == ("Ada Moss, MD", False)
    assert Preceptor(first_name="Ada", last_name="Moss").full_name == "Ada Moss"
    assert str(License(state_code="NY", number="7")) == "NY 7"
    assert str(Blackout(first=EARLY, last=EARLY)) == "2027-01-04 to 2027-01-04"
