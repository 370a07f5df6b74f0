"""The catalog's tables: sites, preceptors, rotations, terms, and what is listed elsewhere."""

from rounds.web.catalog.models.agreements import Agreement
from rounds.web.catalog.models.decisions import AgencyDecision
from rounds.web.catalog.models.kept import Publication
from rounds.web.catalog.models.listings import Listing
from rounds.web.catalog.models.preceptors import Affiliation, Blackout, License, Preceptor
from rounds.web.catalog.models.rotations import (
    EmrAccess,
    NameVisibility,
    PriceLine,
    PricePer,
    Rotation,
    RotationHours,
)
from rounds.web.catalog.models.saved import News, SavedSearch, TermChange, TermLook
from rounds.web.catalog.models.searching import RotationText, ShelfMark
from rounds.web.catalog.models.sites import Site, SiteKind, SiteOrigin, SitePhoto
from rounds.web.catalog.models.terms import Series, Term

__all__ = [
    "Affiliation",
    "AgencyDecision",
    "Agreement",
    "Blackout",
    "EmrAccess",
    "License",
    "Listing",
    "NameVisibility",
    "News",
    "Preceptor",
    "PriceLine",
    "PricePer",
    "Publication",
    "Rotation",
    "RotationHours",
    "RotationText",
    "SavedSearch",
    "Series",
    "ShelfMark",
    "Site",
    "SiteKind",
    "SiteOrigin",
    "SitePhoto",
    "Term",
    "TermChange",
    "TermLook",
]
