"""What stands between a thing and the public: its rows are loaded and the gate is asked."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from rounds.web.catalog.actions.gate import (
    Missing,
    RotationFile,
    TermFile,
    missing_of_agreement,
    missing_of_preceptor,
    missing_of_rotation,
    missing_of_site,
    missing_of_term,
)
from rounds.web.catalog.actions.keeping import rotations_of
from rounds.web.catalog.models import (
    Agreement,
    Preceptor,
    Publication,
    Rotation,
    Site,
    Term,
)
from rounds.web.catalog.models.kept import Kept
from rounds.web.kit.refusal import Refusal

OWN_PARTS = ("facts", "price", "letters", "entry")


def missing_of(thing: Kept, *, on: date) -> list[Missing]:
    """Everything that a thing lacks before it may be published."""
    match thing:
        case Site():
            return missing_of_site(thing)
        case Preceptor():
            return missing_of_preceptor(thing, list(thing.licenses.all()), on=on)
        case Rotation():
            return missing_of_rotation(thing, rotation_file(thing, on=on), on=on)
        case Term():
            return missing_of_term(thing, term_file(thing.rotation), on=on)
        case Agreement():
            return missing_of_agreement(thing)
    raise TypeError(f"nothing is published as {type(thing).__name__}")


def rotation_file(rotation: Rotation, *, on: date) -> RotationFile:
    return RotationFile(
        hours=list(rotation.hours.all()),
        lines=list(rotation.price_lines.all()),
        licenses=list(rotation.preceptor.licenses.all()),
        terms=[one for one in rotation.terms.all() if is_open(one, on=on)],
    )


def term_file(rotation: Rotation) -> TermFile:
    return TermFile(
        state_code=rotation.site.state_code,
        agreements=list(rotation.site.agreements.all()),
        licenses=list(rotation.preceptor.licenses.all()),
        blackouts=list(rotation.preceptor.blackouts.all()),
    )


def is_open(term: Term, *, on: date) -> bool:
    """Published and not yet over."""
    return term.state == Publication.PUBLISHED and term.last >= on


def open_terms_of(thing: Kept, *, on: date) -> QuerySet[Term]:
    """The terms that the public can see because this thing is there, by their days."""
    terms = Term.objects.filter(state=Publication.PUBLISHED, last__gte=on)
    if isinstance(thing, Term):
        return terms.filter(pk=thing.pk)
    rotations = (
        Rotation.objects.filter(site=thing.site)
        if isinstance(thing, Agreement)
        else rotations_of(thing)
    )
    shown = rotations.filter(state=Publication.PUBLISHED)
    return terms.filter(rotation__in=shown).order_by("first", "code")


def refuse_if_incomplete(found: Iterable[Missing]) -> None:
    """All that is missing in one refusal."""
    missing = list(found)
    if not missing:
        return
    sentence = "Before the public may see this: " + " ".join(one.sentence for one in missing)
    raise Refusal("incomplete", sentence, missing=missing)


def missing_in(refusal: Refusal) -> list[Missing]:
    """What a refusal of this module lists."""
    missing = refusal.params.get("missing")
    return missing if isinstance(missing, list) else []


def stay_complete(thing: Kept, *, on: date) -> None:
    """What is published may not lose what the gate asked for; drafts may be half empty."""
    if thing.state == Publication.PUBLISHED:
        parts = (*OWN_PARTS, "licenses") if isinstance(thing, Preceptor) else OWN_PARTS
        refuse_if_incomplete(one for one in missing_of(thing, on=on) if one.part in parts)
