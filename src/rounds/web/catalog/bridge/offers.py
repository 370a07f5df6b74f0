"""The catalog's terms as the planner's own: dates, seats, prices, letters, entry conditions."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from rounds.core.eligibility.rules import Rule
from rounds.core.planner.offers import PriceLine, Site, Term
from rounds.core.values import Cents, DateSpan
from rounds.core.vocabulary import Kind, LetterPolicy, Mode, Role, Setting
from rounds.web.catalog import models
from rounds.web.catalog.bridge import read_entry
from rounds.web.catalog.queries.offered import Offered

NameOf = Callable[[models.Rotation], str]


def terms_offered(found: Offered, *, name_of: NameOf) -> tuple[Term, ...]:
    """Every term as the planner reads it, in the order found.

    ``name_of`` gives the preceptor's name for the person who plans, empty where it is not told yet.
    Optional price lines are left out: nobody has to pay them.
    """
    authors = _authors(found, name_of)
    entries: dict[str, Rule | None] = {}
    sites = {site.pk: _site(site) for site in (r.site for r in found.rotations.values())}
    hours = {pk: _hours(rotation) for pk, rotation in found.rotations.items()}
    terms = []
    for row in found.terms:
        rotation = found.rotations[row.rotation_id]
        if rotation.entry not in entries:
            entries[rotation.entry] = read_entry(rotation.entry)
        terms.append(
            Term(
                code=row.code,
                rotation=rotation.title,
                site=sites[rotation.site_id],
                author=authors[rotation.preceptor_id],
                specialty=rotation.specialty,
                kind=Kind(rotation.kind),
                role=Role(rotation.role),
                mode=Mode(rotation.mode),
                hours=hours[rotation.pk],
                span=DateSpan(row.first, row.last),
                weeks=row.weeks,
                seats=row.left,
                price=_price(rotation, row.weeks),
                letter_policy=LetterPolicy(rotation.letter_policy),
                turnaround_days=rotation.turnaround_days,
                on_letterhead=rotation.is_on_letterhead,
                entry=entries[rotation.entry],
                supervised_by_faculty=rotation.is_supervised_by_faculty,
                is_part_of_degree=rotation.is_part_of_degree,
                is_paid=rotation.is_paid,
            )
        )
    return tuple(_agreed(terms))


def _site(row: models.Site) -> Site:
    return Site(
        id=row.slug,
        name=row.name,
        city=row.city,
        state=row.state_code,
        is_medical_school_hospital=row.is_medical_school_hospital,
        housing_cents_a_week=row.housing_cents_a_week,
        travel_cents=row.travel_cents,
    )


def _hours(rotation: models.Rotation) -> tuple[tuple[Setting, int], ...]:
    """In the order of the vocabulary, as the rows of a file give them."""
    told = {Setting(row.setting): row.hours for row in rotation.hours.all()}
    return tuple((setting, told[setting]) for setting in Setting if setting in told)


def _price(rotation: models.Rotation, weeks: int) -> tuple[PriceLine, ...]:
    """A rotation without any line has a price that nobody has stated."""
    lines = tuple(
        PriceLine(line.label, line.cents_for(weeks=weeks), line.once_key, line.is_estimate)
        for line in rotation.price_lines.all()
        if not line.is_optional
    )
    return lines or (PriceLine("price", None),)


def _authors(found: Offered, name_of: NameOf) -> dict[int, str]:
    """One name a preceptor, never two alike: one author gives one letter.

    A name that is not told yet is said by the place where the preceptor works.
    """
    names: dict[int, str] = {}
    for rotation in sorted(found.rotations.values(), key=lambda one: one.pk):
        pk = rotation.preceptor_id
        shown = name_of(rotation) or f"the attending of {rotation.title}, {rotation.site.name}"
        if pk not in names or (name_of(rotation) and names[pk].startswith("the attending of ")):
            names[pk] = shown
    seen: dict[str, int] = {}
    for pk, name in names.items():
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:
            names[pk] = f"{name} ({seen[name]})"
    return names


def _agreed(terms: Iterable[Term]) -> Iterator[Term]:
    """Costs that are paid once have one amount each: the largest stated, as an upper bound.

    The planner refuses two amounts for one cost; a catalog that many people keep may hold them, and
    nobody shall be without a plan for that. A raised line is marked as an estimate.
    """
    every = tuple(terms)
    once = _largest((line.once, line.cents) for term in every for line in term.price if line.once)
    travel = _largest((term.site.town, term.site.travel_cents) for term in every)
    sites: dict[Site, Site] = {}
    for term in every:
        if term.site not in sites:
            stated = term.site.travel_cents
            most = None if stated is None else travel[term.site.town]
            sites[term.site] = replace(term.site, travel_cents=most)
        price = tuple(_raised(line, once) for line in term.price)
        yield replace(term, site=sites[term.site], price=price)


def _largest(stated: Iterable[tuple[str, Cents | None]]) -> dict[str, Cents]:
    most: dict[str, Cents] = {}
    for key, cents in stated:
        if cents is not None:
            most[key] = max(cents, most.get(key, cents))
    return most


def _raised(line: PriceLine, most: dict[str, Cents]) -> PriceLine:
    if not line.once or line.cents is None or line.cents == most[line.once]:
        return line
    return replace(line, cents=most[line.once], is_estimate=True)
