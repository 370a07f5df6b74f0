from datetime import UTC, datetime, timedelta

import pytest

from rounds.web.accounts.actions import own
from rounds.web.accounts.actions.own import (
    change_name,
    give_consent,
    remove_payer,
    save_payer,
    withdraw_consent,
)
from rounds.web.accounts.models import Consent, Payer, Purpose, User
from rounds.web.history.models import Entry
from rounds.web.kit.refusal import Refusal

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


def give(user, at=NOW):
    return give_consent(user=user, what=Purpose.SHARE_FACTS, at=at)


def pay(user, email="mother@family.example", **over):
    told = {"name": "Mira Mother", "relation": "family", **over}
    return save_payer(payer=Payer(user=user, email=email, **told), at=NOW)


def test_a_name_is_trimmed_and_what_it_was_is_sealed(applicant):
    change_name(user=applicant, name="  Ana B.  ", at=NOW)

    assert User.objects.get().name == "Ana B."
    assert "Ana" not in str(list(Entry.objects.values()))


def test_a_yes_is_given_once(applicant):
    assert give(applicant) == give(applicant, NOW + timedelta(days=1))
    assert Entry.objects.count() == 1


def test_a_yes_to_a_newer_text_ends_the_older_one(applicant, monkeypatch):
    older = give(applicant)
    monkeypatch.setattr(own, "CONSENT_VERSION", "2027-02")
    newer = give(applicant, NOW + timedelta(days=80))

    older.refresh_from_db()
    assert (older.withdrawn_at, newer.version) == (NOW + timedelta(days=80), "2027-02")


def test_taking_back_ends_it_and_twice_changes_nothing(applicant):
    give(applicant)
    for _ in range(2):
        withdraw_consent(user=applicant, what=Purpose.SHARE_FACTS, at=NOW + timedelta(hours=1))

    assert Consent.objects.get().withdrawn_at == NOW + timedelta(hours=1)
    assert Entry.objects.count() == 2
    assert give(applicant, NOW + timedelta(hours=2)).withdrawn_at is None


def test_one_purpose_leaves_the_other_alone(applicant):
    give(applicant)
    withdraw_consent(user=applicant, what=Purpose.WRITE_TO_ME, at=NOW)

    assert Consent.objects.get().withdrawn_at is None


def test_a_payer_is_kept_once_an_address(applicant, other_applicant):
    pay(applicant)
    with pytest.raises(Refusal, match="among your payers already"):
        pay(applicant, "MOTHER@family.example")
    pay(other_applicant)

    assert Payer.objects.count() == 2


def test_there_is_a_limit_of_payers(applicant, monkeypatch):
    monkeypatch.setattr(own, "MOST_PAYERS", 1)
    kept = pay(applicant)
    with pytest.raises(Refusal, match="At most 1 payers"):
        pay(applicant, "other@family.example")

    kept.name = "Changed"
    assert save_payer(payer=kept, at=NOW).name == "Changed"


def test_a_payer_goes_and_history_forgets_the_name_with_the_account(applicant):
    remove_payer(payer=pay(applicant), at=NOW)

    assert not Payer.objects.exists()
    assert "Mira" not in str(list(Entry.objects.values()))
