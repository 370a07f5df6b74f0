"""The publish gate: pure functions that list everything a thing lacks before the public sees it."""

from rounds.web.catalog.actions.gate.agreement import missing_of_agreement
from rounds.web.catalog.actions.gate.missing import Missing
from rounds.web.catalog.actions.gate.preceptor import is_npi, missing_of_preceptor
from rounds.web.catalog.actions.gate.rotation import RotationFile, missing_of_rotation
from rounds.web.catalog.actions.gate.site import missing_of_site
from rounds.web.catalog.actions.gate.term import TermFile, missing_of_term

__all__ = [
    "Missing",
    "RotationFile",
    "TermFile",
    "is_npi",
    "missing_of_agreement",
    "missing_of_preceptor",
    "missing_of_rotation",
    "missing_of_site",
    "missing_of_term",
]
