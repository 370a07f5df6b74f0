"""The verbs of agreements; what rests on one keeps it in force."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction

from rounds.web.accounts.models import User
from rounds.web.catalog.actions.keeping import add, locked, write
from rounds.web.catalog.actions.standing import open_terms_of, stay_complete
from rounds.web.catalog.models import Agreement, Publication, Term
from rounds.web.kit.refusal import Refusal


@transaction.atomic
def create_agreement(*, values: Mapping[str, object], by: User, at: datetime) -> Agreement:
    """A draft; terms rest on it once it is put in force (published)."""
    agreement = Agreement(**values)
    _refuse_twin(agreement, agreement.reference)
    return add(agreement, by=by, at=at)


@transaction.atomic
def edit_agreement(
    *,
    agreement: Agreement,
    values: Mapping[str, object],
    version: int,
    by: User,
    at: datetime,
    on: date,
) -> Agreement:
    """Refuses days that would leave an open term outside; the site stays what it was."""
    row = locked(agreement, version=version)
    _refuse_twin(row, values.get("reference"))
    held = _held(row, on=on)
    write(row, values, by=by, at=at)
    stay_complete(row, on=on)
    _refuse_outside(set(held) - set(_held(row, on=on)))
    return row


def refuse_if_terms_rest_on(agreement: Agreement, *, on: date) -> None:
    """Open terms that no other agreement holds are named; withdraw them first."""
    others = [one for one in _in_force(agreement) if one.pk != agreement.pk]
    _refuse_outside(term for term in _held(agreement, on=on) if not _is_inside(term, others))


def _held(agreement: Agreement, *, on: date) -> list[Term]:
    """The open terms at the site that lie inside some agreement in force."""
    in_force = _in_force(agreement)
    terms = open_terms_of(agreement, on=on)
    return [term for term in terms if _is_inside(term, in_force)]


def _in_force(agreement: Agreement) -> list[Agreement]:
    return list(Agreement.objects.filter(site_id=agreement.site_id, state=Publication.PUBLISHED))


def _is_inside(term: Term, agreements: Iterable[Agreement]) -> bool:
    return any(one.first <= term.first and term.last <= one.last for one in agreements)


def _refuse_outside(terms: Iterable[Term]) -> None:
    codes = sorted(term.code for term in terms)
    if codes:
        sentence = (
            "These open terms would lie outside every agreement: "
            f"{', '.join(codes)}. Withdraw them first."
        )
        raise Refusal("terms_outside", sentence, codes=codes)


def _refuse_twin(agreement: Agreement, reference: object) -> None:
    others = Agreement.objects.filter(site_id=agreement.site_id).exclude(pk=agreement.pk)
    if others.filter(reference=reference).exists():
        raise Refusal(
            "taken", "The site has an agreement with this reference already.", field="reference"
        )
