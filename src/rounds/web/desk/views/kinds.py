"""The kinds of thing the desk keeps: their words, forms, reads and verbs, in one table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast  # verbs of different things differ in one argument's name

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from rounds.web.catalog.actions.agreements import create_agreement, edit_agreement
from rounds.web.catalog.actions.preceptors import (
    copy_preceptor,
    create_preceptor,
    edit_preceptor,
)
from rounds.web.catalog.actions.rotations import copy_rotation, create_rotation, edit_rotation
from rounds.web.catalog.actions.sites import copy_site, create_site, edit_site
from rounds.web.catalog.actions.terms import edit_term
from rounds.web.catalog.models import (
    Affiliation,
    Agreement,
    Blackout,
    License,
    Preceptor,
    PriceLine,
    Rotation,
    Site,
    Term,
)
from rounds.web.catalog.models.kept import Kept
from rounds.web.desk import queries
from rounds.web.desk.forms import preceptors as preceptor_forms
from rounds.web.desk.forms import rotations as rotation_forms
from rounds.web.desk.forms import sites as site_forms
from rounds.web.desk.forms.agreements import AgreementForm, NewAgreementForm
from rounds.web.desk.forms.kept import KeptForm
from rounds.web.desk.forms.terms import TermForm


@dataclass(frozen=True, slots=True)
class Section:
    """A form page of a thing; ``tab`` is the page that shows what it keeps."""

    key: str
    title: str
    form: type[KeptForm]
    tab: str = "facts"


@dataclass(frozen=True, slots=True)
class RowKind:
    """Rows that belong to a thing, kept on pages of their own."""

    key: str
    title: str
    one: str
    model: type[License] | type[Affiliation] | type[Blackout] | type[PriceLine]
    form: type[KeptForm]
    tab: str = "facts"


@dataclass(frozen=True, slots=True)
class Kind:
    """``key`` stands in addresses; ``one`` and ``many`` are what people call it."""

    key: str
    one: str
    many: str
    model: type[Kept]
    sections: tuple[Section, ...]
    find: Callable[..., QuerySet[Any]]
    edit: Callable[..., Kept]
    create: Callable[..., Kept] | None = None
    start: type[KeptForm] | None = None
    copy: Callable[..., Kept] | None = None
    rows: tuple[RowKind, ...] = ()
    publish: str = "Publish"
    tabs: tuple[tuple[str, str], ...] = (("facts", "Facts"), ("history", "History"))

    @property
    def name(self) -> str:
        """How verbs call their argument: ``site``."""
        return str(self.model._meta.model_name)

    @property
    def can_be_copied(self) -> bool:
        """For templates, which would call the verb itself."""
        return self.copy is not None

    def section(self, key: str) -> Section:
        return cast(Section, _found(key, self.sections))

    def row(self, key: str) -> RowKind:
        return cast(RowKind, _found(key, self.rows))

    def get(self, pk: int) -> Any:
        return get_object_or_404(self.model._default_manager, pk=pk)


def _found(key: str, parts: tuple[Any, ...]) -> Any:
    for part in parts:
        if part.key == key:
            return part
    raise Http404


SITES = Kind(
    key="sites",
    one="site",
    many="Sites",
    model=Site,
    sections=(
        Section("facts", "Name and address", site_forms.SiteForm),
        Section("school", "Medical school", site_forms.SchoolForm),
        Section("living", "Housing and the first day", site_forms.LivingForm),
    ),
    find=queries.sites,
    create=create_site,
    edit=edit_site,
    copy=copy_site,
)
PRECEPTORS = Kind(
    key="preceptors",
    one="preceptor",
    many="Preceptors",
    model=Preceptor,
    sections=(Section("facts", "Preceptor", preceptor_forms.PreceptorForm),),
    find=queries.preceptors,
    create=create_preceptor,
    edit=edit_preceptor,
    copy=copy_preceptor,
    rows=(
        RowKind("licenses", "Licenses", "license", License, preceptor_forms.LicenseForm),
        RowKind(
            "affiliations", "Affiliations", "affiliation", Affiliation,
            preceptor_forms.AffiliationForm,
        ),
        RowKind("blackouts", "Days off", "days off", Blackout, preceptor_forms.BlackoutForm),
    ),
)  # fmt: skip
ROTATIONS = Kind(
    key="rotations",
    one="rotation",
    many="Rotations",
    model=Rotation,
    sections=(
        Section("facts", "Facts and hours", rotation_forms.RotationForm),
        Section("price", "Cancellation", rotation_forms.PriceForm, "price"),
        Section("letters", "Letters", rotation_forms.LettersForm, "letters"),
        Section("entry", "Entry condition", rotation_forms.EntryForm),
    ),
    find=queries.rotations,
    create=create_rotation,
    edit=edit_rotation,
    copy=copy_rotation,
    rows=(
        RowKind("price", "Price", "price line", PriceLine, rotation_forms.PriceLineForm, "price"),
    ),
    tabs=(
        ("facts", "Facts"),
        ("price", "Price"),
        ("letters", "Letters"),
        ("terms", "Terms"),
        ("history", "History"),
        ("preview", "Preview"),
    ),
)
AGREEMENTS = Kind(
    key="agreements",
    one="agreement",
    many="Agreements",
    model=Agreement,
    sections=(Section("facts", "Agreement", AgreementForm),),
    find=queries.agreements,
    create=create_agreement,
    start=NewAgreementForm,
    edit=edit_agreement,
    publish="Put in force",
)
TERMS = Kind(
    key="terms",
    one="term",
    many="Terms",
    model=Term,
    sections=(Section("facts", "Term", TermForm),),
    find=Term.objects.filter,
    edit=edit_term,
    publish="Open",
)
KINDS = (SITES, PRECEPTORS, ROTATIONS, AGREEMENTS, TERMS)


def kind_of(key: str) -> Kind:
    return cast(Kind, _found(key, KINDS))


def kind_of_thing(thing: Kept) -> Kind:
    """The kind that a row is of."""
    return next(kind for kind in KINDS if kind.model is type(thing))
