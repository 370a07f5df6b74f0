"""What a plan costs, to the cent: fees, once-only costs, housing by certified week, travel by town.

A term in person needs housing for its certified weeks and one trip per town visited, however often
(an upper bound: two terms back to back need one). A virtual term needs neither. An amount that
nobody states counts as nothing and keeps its line; a budgeted plan admits no such term.
"""

from collections.abc import Iterable, Sequence

from rounds.core.errors import BadInput
from rounds.core.errors import Problem as InputProblem
from rounds.core.planner.offers import PriceLine, Term
from rounds.core.planner.plan import CostLine
from rounds.core.values import Cents, money
from rounds.core.vocabulary import Mode


def is_on_site(term: Term) -> bool:
    """Must the person be in town? Then housing, travel and travel days apply."""
    return term.mode is Mode.IN_PERSON


def has_unknown_cost(term: Term, paid_once: frozenset[str]) -> bool:
    """True when some part of the price is stated by nobody."""
    if is_on_site(term) and None in (term.site.housing_cents_a_week, term.site.travel_cents):
        return True
    return any(line.cents is None and line.once not in paid_once for line in term.price)


def own_cents(term: Term) -> Cents:
    """What the term adds whatever else is chosen: its lines paid each time, and housing."""
    lines = sum(line.cents or 0 for line in term.price if not line.once)
    return lines + (_housing(term) if is_on_site(term) else 0)


def shared_keys(term: Term, paid_once: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Costs paid once per plan that this term brings: ``("once", key)`` and ``("town", town)``."""
    keys = {("once", line.once) for line in term.price if line.once and line.once not in paid_once}
    if is_on_site(term):
        keys.add(("town", term.site.town))
    return frozenset(keys)


def shared_cents(terms: Iterable[Term]) -> dict[tuple[str, str], Cents]:
    """The amount of every shared cost; raises BadInput when two terms state different ones."""
    stated: dict[tuple[str, str], dict[Cents, str]] = {}
    for term in sorted(terms, key=lambda one: one.code):
        for line in term.price:
            if line.once and line.cents is not None:
                stated.setdefault(("once", line.once), {}).setdefault(line.cents, term.code)
        if is_on_site(term) and term.site.travel_cents is not None:
            town = ("town", term.site.town)
            stated.setdefault(town, {}).setdefault(term.site.travel_cents, term.code)
    problems = [_disagreement(key, amounts) for key, amounts in stated.items() if len(amounts) > 1]
    if problems:
        raise BadInput(tuple(problems))
    return {key: next(iter(amounts)) for key, amounts in stated.items()}


def _disagreement(key: tuple[str, str], amounts: dict[Cents, str]) -> InputProblem:
    sort, name = key
    what = f"the once-only cost '{name}'" if sort == "once" else f"travel to {name}"
    said = " and ".join(f"{money(cents)} ({code})" for cents, code in amounts.items())
    return InputProblem("offers", 0, name, f"{what} is stated as {said}; state one amount.")


def cost_lines(
    terms: Sequence[Term], paid_once: frozenset[str], amounts: dict[tuple[str, str], Cents]
) -> tuple[CostLine, ...]:
    """Every line of a plan's cost, term by term in the order given, shared costs where first met.

    ``amounts`` are the shared costs of the whole catalog.
    """
    paid: set[tuple[str, str]] = set()
    lines: list[CostLine] = []
    for term in terms:
        for line in term.price:
            key = ("once", line.once)
            if line.once in paid_once or (line.once and key in paid):
                continue
            lines.append(_price_line(line, term, amounts.get(key)))
            paid.add(key)
        if is_on_site(term):
            lines.append(_site_line("housing", _weeks(term), term, term.site.housing_cents_a_week))
            if ("town", term.site.town) not in paid:
                travel = amounts.get(("town", term.site.town))
                lines.append(_site_line("travel", f"to {term.site.town}", term, travel, weeks=1))
                paid.add(("town", term.site.town))
    return tuple(lines)


def _price_line(line: PriceLine, term: Term, once: Cents | None) -> CostLine:
    cents = once if line.once else line.cents
    if cents is None:
        return CostLine(f"{line.label} (not stated)", 0, term.code, is_estimate=True)
    return CostLine(line.label, cents, term.code, line.is_estimate)


def _site_line(
    what: str, detail: str, term: Term, cents: Cents | None, *, weeks: int | None = None
) -> CostLine:
    if cents is None:
        return CostLine(f"{what} {detail} (not stated)", 0, term.code, is_estimate=True)
    count = term.weeks if weeks is None else weeks
    return CostLine(f"{what} {detail}", cents * count, term.code, is_estimate=True)


def _weeks(term: Term) -> str:
    return f"for {term.weeks} week{'' if term.weeks == 1 else 's'} in {term.site.town}"


def _housing(term: Term) -> Cents:
    return (term.site.housing_cents_a_week or 0) * term.weeks
