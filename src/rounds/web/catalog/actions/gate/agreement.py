"""What an agreement lacks before terms may rest on it."""

from rounds.web.catalog.actions.gate.missing import Missing, blank
from rounds.web.catalog.models import Agreement

WANTED = (
    ("reference", "Give the agreement’s reference, as on its first page."),
    ("signed_with", "Say who signed for the site."),
)


def missing_of_agreement(agreement: Agreement) -> list[Missing]:
    return blank("facts", agreement, WANTED)
