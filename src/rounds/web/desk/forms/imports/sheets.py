"""The agency's five tables: preceptors, their licenses, rotations, their prices, terms."""

from collections.abc import Iterable
from typing import Any  # values of forms are of every type

from rounds.web.catalog.actions.preceptors import create_preceptor, edit_preceptor
from rounds.web.catalog.actions.rotations import create_rotation, edit_rotation
from rounds.web.catalog.actions.rows import add_row, change_row
from rounds.web.catalog.actions.terms import SeriesPlan, create_series, edit_term
from rounds.web.catalog.models import License, Preceptor, PriceLine, Rotation, Term
from rounds.web.desk.forms.imports.own import Cells, Hand, OwnSheet, named, today_of
from rounds.web.desk.forms.preceptors import LicenseForm, PreceptorForm
from rounds.web.desk.forms.rotations import (
    EntryForm,
    LettersForm,
    PriceForm,
    PriceLineForm,
    RotationForm,
)
from rounds.web.desk.forms.terms import TermForm

# ── preceptors and their licenses ────────────────────────────────────────────────────────────


def _preceptor(cells: Cells) -> Preceptor | None:
    slug = cells["preceptor"]
    return named(Preceptor, slug, "preceptor") if slug else None


def _create_preceptor(_begun: Preceptor, values: dict[str, Any], hand: Hand) -> object:
    return create_preceptor(values=values, by=hand.by, at=hand.at)


def _edit_preceptor(one: Preceptor, values: dict[str, Any], version: int, hand: Hand) -> object:
    return edit_preceptor(
        preceptor=one, values=values, version=version, by=hand.by, at=hand.at, on=today_of(hand)
    )


def _license(cells: Cells) -> License | None:
    owner = named(Preceptor, cells["preceptor"], "preceptor")
    return License.objects.filter(
        preceptor=owner, state_code=cells["state_code"].upper(), number=cells["number"]
    ).first()


def _begin_license(cells: Cells) -> License:
    slug = cells.get("preceptor", "")
    return License(preceptor=named(Preceptor, slug, "preceptor")) if slug else License()


def _add_license(begun: License, values: dict[str, Any], hand: Hand) -> object:
    return _add_row(License(preceptor=begun.preceptor, **values), begun.preceptor.version, hand)


# ── rotations and their prices ───────────────────────────────────────────────────────────────


def _rotations() -> Iterable[Rotation]:
    return (
        Rotation.objects.select_related("site", "preceptor")
        .prefetch_related("hours")
        .order_by("slug")
    )


def _rotation(cells: Cells) -> Rotation | None:
    slug = cells["rotation"]
    return named(Rotation, slug, "rotation") if slug else None


def _create_rotation(_begun: Rotation, values: dict[str, Any], hand: Hand) -> object:
    return create_rotation(values=values, by=hand.by, at=hand.at)


def _edit_rotation(one: Rotation, values: dict[str, Any], version: int, hand: Hand) -> object:
    return edit_rotation(
        rotation=one, values=values, version=version, by=hand.by, at=hand.at, on=today_of(hand)
    )


def _price(cells: Cells) -> PriceLine | None:
    owner = named(Rotation, cells["rotation"], "rotation")
    return PriceLine.objects.filter(rotation=owner, label=cells["label"]).first()


def _begin_price(cells: Cells) -> PriceLine:
    slug = cells.get("rotation", "")
    return PriceLine(rotation=named(Rotation, slug, "rotation")) if slug else PriceLine()


def _add_price(begun: PriceLine, values: dict[str, Any], hand: Hand) -> object:
    return _add_row(PriceLine(rotation=begun.rotation, **values), begun.rotation.version, hand)


def _add_row(row: License | PriceLine, version: int, hand: Hand) -> object:
    return add_row(row=row, version=version, by=hand.by, at=hand.at, on=today_of(hand))


def _change_row(
    one: License | PriceLine, values: dict[str, Any], version: int, hand: Hand
) -> object:
    return change_row(
        row=one, values=values, version=version, by=hand.by, at=hand.at, on=today_of(hand)
    )


# ── terms ────────────────────────────────────────────────────────────────────────────────────


def _term(cells: Cells) -> Term | None:
    code = cells["term"]
    owner = named(Rotation, cells["rotation"], "rotation")
    found = Term.objects.filter(code=code, rotation=owner).first() if code else None
    if code and found is None:
        named(Term, "", f"term “{code}” of this rotation")
    return found


def _begin_term(cells: Cells) -> Term:
    slug = cells.get("rotation", "")
    return Term(rotation=named(Rotation, slug, "rotation")) if slug else Term()


def _create_term(begun: Term, values: dict[str, Any], hand: Hand) -> object:
    """A series of one; its last day is then the one that the row says."""
    plan = SeriesPlan(values["first"], values["weeks"], values["weeks"], 1, values["seats"])
    made = create_series(
        rotation=begun.rotation, plan=plan, by=hand.by, at=hand.at, on=today_of(hand)
    )
    return _edit_term(made[0], values, made[0].version, hand)


def _edit_term(one: Term, values: dict[str, Any], version: int, hand: Hand) -> object:
    return edit_term(
        term=one, values=values, version=version, by=hand.by, at=hand.at, on=today_of(hand)
    )


PRECEPTORS = OwnSheet(
    key="preceptors",
    title="Our preceptors",
    many="preceptors",
    keys=("preceptor",),
    forms=(PreceptorForm,),
    rows=lambda: Preceptor.objects.order_by("slug"),
    key_cells=lambda one: {"preceptor": one.slug},
    version_of=lambda one: int(one.version),
    find=_preceptor,
    begin=lambda _cells: Preceptor(),
    create=_create_preceptor,
    edit=_edit_preceptor,
)
LICENSES = OwnSheet(
    key="licenses",
    title="Our preceptors’ licenses",
    many="licenses",
    keys=("preceptor", "state_code", "number"),
    forms=(LicenseForm,),
    rows=lambda: License.objects.select_related("preceptor").order_by("preceptor__slug", "pk"),
    key_cells=lambda one: {"preceptor": one.preceptor.slug},
    version_of=lambda one: int(one.preceptor.version),
    find=_license,
    begin=_begin_license,
    create=_add_license,
    edit=_change_row,
    tells_version=False,
)
ROTATIONS = OwnSheet(
    key="rotations",
    title="Our rotations",
    many="rotations",
    keys=("rotation",),
    forms=(RotationForm, LettersForm, PriceForm, EntryForm),
    rows=_rotations,
    key_cells=lambda one: {
        "rotation": one.slug,
        "site": one.site.slug,
        "preceptor": one.preceptor.slug,
    },
    version_of=lambda one: int(one.version),
    find=_rotation,
    begin=lambda _cells: Rotation(),
    create=_create_rotation,
    edit=_edit_rotation,
)
PRICES = OwnSheet(
    key="prices",
    title="Our prices",
    many="price lines",
    keys=("rotation", "label"),
    forms=(PriceLineForm,),
    rows=lambda: PriceLine.objects.select_related("rotation").order_by(
        "rotation__slug", "position", "pk"
    ),
    key_cells=lambda one: {"rotation": one.rotation.slug},
    version_of=lambda one: int(one.rotation.version),
    find=_price,
    begin=_begin_price,
    create=_add_price,
    edit=_change_row,
    tells_version=False,
)
TERMS = OwnSheet(
    key="terms",
    title="Our terms",
    many="terms",
    keys=("term", "rotation"),
    forms=(TermForm,),
    rows=lambda: Term.objects.select_related("rotation").order_by("rotation__slug", "first", "pk"),
    key_cells=lambda one: {"term": one.code, "rotation": one.rotation.slug},
    version_of=lambda one: int(one.version),
    find=_term,
    begin=_begin_term,
    create=_create_term,
    edit=_edit_term,
)
SHEETS = (PRECEPTORS, LICENSES, ROTATIONS, PRICES, TERMS)
