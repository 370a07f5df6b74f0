from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from rounds.web.accounts.models import Consent, Payer

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


def test_one_yes_at_a_time(applicant):
    told = {"user": applicant, "what": "share_facts", "version": "1", "given_at": NOW}
    Consent.objects.create(**told)

    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(**told)
    Consent.objects.create(**told, withdrawn_at=NOW)


@pytest.mark.parametrize(
    "wrong", [{"what": "anything"}, {"withdrawn_at": datetime(2020, 1, 1, tzinfo=UTC)}]
)
def test_a_yes_is_for_something_and_ends_after_it_began(applicant, wrong):
    told = {"user": applicant, "what": "share_facts", "version": "1", "given_at": NOW, **wrong}
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(**told)


def test_a_payer_has_one_of_the_relations(applicant):
    with pytest.raises(IntegrityError), transaction.atomic():
        Payer.objects.create(user=applicant, name="A", email="a@b.example", relation="odd")
    payer = Payer(name="Mira", email="m@b.example", relation="family")
    assert str(payer) == "Mira"
