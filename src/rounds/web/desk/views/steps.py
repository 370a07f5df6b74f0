"""What to do next with a thing: what it lacks and where to mend it, and the step after that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from rounds.web.catalog.actions.gate import Missing
from rounds.web.catalog.actions.standing import missing_of
from rounds.web.catalog.models import (
    Agreement,
    Preceptor,
    Publication,
    Rotation,
    Site,
    Term,
)
from rounds.web.catalog.models.kept import Kept
from rounds.web.desk.views.kinds import kind_of_thing


@dataclass(frozen=True, slots=True)
class ToMend:
    """One thing that the gate asks for, with the address where it is mended."""

    sentence: str
    address: str


@dataclass(frozen=True, slots=True)
class Step:
    """The one thing to do next, as a link; no address: the button is on this page."""

    words: str
    address: str = ""


def to_mend(thing: Kept, *, on: date) -> list[ToMend]:
    return mended_where(thing, missing_of(thing, on=on))


def mended_where(thing: Kept, found: Iterable[Missing]) -> list[ToMend]:
    return [ToMend(one.sentence, _address(thing, one)) for one in found]


def _address(thing: Kept, missing: Missing) -> str:
    """Where the part of the thing, or of what it rests on, is kept."""
    kind = kind_of_thing(thing)
    part = missing.part
    if isinstance(thing, Term):
        return _of_term(thing, missing)
    if isinstance(thing, Rotation) and part in ("site", "preceptor", "licenses"):
        return _of_rotation(thing, part)
    if not missing.field and part in [row.key for row in kind.rows]:
        return reverse("desk:row_add", args=[kind.key, thing.pk, part])
    address = reverse("desk:edit", args=[kind.key, thing.pk, part])
    return f"{address}#id_{missing.field}" if missing.field else address


def _of_rotation(rotation: Rotation, part: str) -> str:
    if part == "site":
        return reverse("desk:thing", args=["sites", rotation.site_id])
    if part == "preceptor":
        return reverse("desk:thing", args=["preceptors", rotation.preceptor_id])
    return reverse("desk:row_add", args=["preceptors", rotation.preceptor_id, "licenses"])


def _of_term(term: Term, missing: Missing) -> str:
    rotation = term.rotation
    if missing.part == "agreements":
        return f"{reverse('desk:new', args=['agreements'])}?site={rotation.site_id}"
    if missing.part == "licenses":
        return _of_rotation(rotation, "licenses")
    if missing.part == "blackouts":
        return reverse("desk:thing", args=["preceptors", rotation.preceptor_id])
    return reverse("desk:edit", args=["terms", term.pk, "facts"])


# ── the step after ───────────────────────────────────────────────────────────────────────────


def next_step(thing: Kept, mend: list[ToMend]) -> Step | None:
    """From a site to open terms, one step at a time."""
    if thing.state == Publication.WITHDRAWN:
        return None
    if mend:
        return Step(f"{len(mend)} {'thing is' if len(mend) == 1 else 'things are'} missing.")
    if thing.state == Publication.DRAFT:
        words = kind_of_thing(thing).publish.lower()
        return Step(f"Nothing is missing: you can {words} this {kind_of_thing(thing).one} now.")
    match thing:
        case Site():
            return _after_site(thing)
        case Preceptor():
            return _after_preceptor(thing)
        case Rotation():
            return _after_rotation(thing)
        case Agreement():
            return _after_agreement(thing)
    return None


def _after_site(site: Site) -> Step | None:
    here = f"?site={site.pk}"
    if not site.agreements.filter(state=Publication.PUBLISHED).exists():
        draft = site.agreements.filter(state=Publication.DRAFT).first()
        if draft is not None:
            address = reverse("desk:thing", args=["agreements", draft.pk])
            return Step(f"Put the agreement {draft} in force", address)
        address = reverse("desk:new", args=["agreements"]) + here
        return Step("Add the agreement with this site; no term opens without one", address)
    if site.rotations.exists():
        return None
    if not Preceptor.objects.exclude(state=Publication.WITHDRAWN).exists():
        return Step("Add the preceptor", reverse("desk:new", args=["preceptors"]))
    return Step("Add a rotation at this site", reverse("desk:new", args=["rotations"]) + here)


def _after_preceptor(preceptor: Preceptor) -> Step | None:
    if preceptor.rotations.exists():
        return None
    address = f"{reverse('desk:new', args=['rotations'])}?preceptor={preceptor.pk}"
    return Step("Add a rotation with this preceptor", address)


def _after_agreement(agreement: Agreement) -> Step | None:
    if Rotation.objects.filter(site_id=agreement.site_id).exists():
        return None
    if not Preceptor.objects.exclude(state=Publication.WITHDRAWN).exists():
        return Step("Add the preceptor", reverse("desk:new", args=["preceptors"]))
    address = f"{reverse('desk:new', args=['rotations'])}?site={agreement.site_id}"
    return Step("Add a rotation at this site", address)


def _after_rotation(rotation: Rotation) -> Step | None:
    states = set(rotation.terms.values_list("state", flat=True))
    terms = reverse("desk:tab", args=["rotations", rotation.pk, "terms"])
    if Publication.DRAFT in states:
        return Step("Open the terms that are still drafts", terms)
    if Publication.PUBLISHED not in states:
        return Step(
            "Make its terms: a series of start days",
            reverse("desk:series", args=[rotation.pk]),
        )
    return None
