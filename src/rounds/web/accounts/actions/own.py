"""Verbs about one's own account: name, consents, payers."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from rounds.web.accounts.models import Consent, Payer, Purpose, User
from rounds.web.history.actions import record
from rounds.web.kit.refusal import Refusal

CONSENT_VERSION = "2026-11"
MOST_PAYERS = 10


def change_name(*, user: User, name: str, at: datetime) -> User:
    with transaction.atomic():
        before, user.name = user.name, name.strip()
        user.save(update_fields=["name"])
        _note(user, "changed_name", user.ref, at, {"before": before, "after": user.name})
    return user


def give_consent(*, user: User, what: Purpose, at: datetime) -> Consent:
    """Given once; saying yes to a newer text ends the older yes."""
    with transaction.atomic():
        given = Consent.objects.filter(user=user, what=what, withdrawn_at__isnull=True)
        same = given.filter(version=CONSENT_VERSION).first()
        if same:
            return same
        given.update(withdrawn_at=at)
        consent = Consent.objects.create(user=user, what=what, version=CONSENT_VERSION, given_at=at)
        told = {"what": what.value, "version": CONSENT_VERSION}
        _note(user, "gave_consent", f"consent:{consent.pk}", at, told)
    return consent


def withdraw_consent(*, user: User, what: Purpose, at: datetime) -> None:
    """Taking back what was not given changes nothing."""
    with transaction.atomic():
        for consent in Consent.objects.filter(user=user, what=what, withdrawn_at__isnull=True):
            consent.withdrawn_at = max(at, consent.given_at)
            consent.save(update_fields=["withdrawn_at"])
            _note(user, "withdrew_consent", f"consent:{consent.pk}", at, {"what": what.value})


def save_payer(*, payer: Payer, at: datetime) -> Payer:
    """Keep a new or changed payer of the person it belongs to."""
    with transaction.atomic():
        others = Payer.objects.filter(user=payer.user).exclude(pk=payer.pk)
        if others.filter(email__iexact=payer.email).exists():
            raise Refusal("payer_twice", f"{payer.email} is among your payers already.")
        if others.count() >= MOST_PAYERS:
            raise Refusal("too_many", f"At most {MOST_PAYERS} payers. Remove one first.")
        payer.save()
        told = {"name": payer.name, "relation": payer.relation}
        _note(payer.user, "saved_payer", f"payer:{payer.pk}", at, told)
    return payer


def remove_payer(*, payer: Payer, at: datetime) -> None:
    with transaction.atomic():
        _note(payer.user, "removed_payer", f"payer:{payer.pk}", at, {"name": payer.name})
        payer.delete()


def _note(user: User, verb: str, what: str, at: datetime, payload: Mapping[str, object]) -> None:
    """Sealed: deleting the account destroys the key."""
    record(actor=user.ref, verb=verb, object=what, at=at, payload=payload, subject=user.ref)
