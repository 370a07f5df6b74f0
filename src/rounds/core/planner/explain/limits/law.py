"""What the law costs in doors: unclear permissions, and what is not allowed, as plain fact."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from rounds.core.legality.ruling import Ruling
from rounds.core.planner.activity import ruling_on
from rounds.core.planner.candidates import Reason
from rounds.core.planner.explain.limits.ground import Ground, codes
from rounds.core.planner.explain.limits.limit import LeastChange, Limit, LimitName, not_a_limit
from rounds.core.planner.explain.solving import Solver
from rounds.core.planner.explain.variants import with_law_aside
from rounds.core.planner.explain.words import counted
from rounds.core.planner.offers import Term
from rounds.core.planner.problem import Problem

ALL_CLEAR = "No rotation is kept out only because its permission is unknown."
TICKED = "You let in rotations of unknown permission; they are counted apart."
ALL_ALLOWED = "No rotation is kept out only because the law does not allow it."
MOST_GROUPS = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Terms the law keeps out for one and the same reason."""

    terms: tuple[Term, ...]
    ruling: Ruling


def unknown_limit(ground: Ground, solver: Solver) -> Limit:
    """Doors gained if every unclear permission were given, and what one clear answer opens."""
    if ground.problem.wishes.include_unknown_permission:
        return not_a_limit(LimitName.PERMISSION_UNKNOWN, TICKED)
    unclear = ground.kept_out_only_by(Reason.PERMISSION_UNKNOWN)
    if not unclear:
        return not_a_limit(LimitName.PERMISSION_UNKNOWN, ALL_CLEAR)
    groups = _groups(ground, unclear, by_site=True)
    return _limit(ground, solver, LimitName.PERMISSION_UNKNOWN, groups)


def not_allowed_limit(ground: Ground, solver: Solver) -> Limit:
    """How many doors lie behind the law, by category. A fact to know, not a limit to move."""
    forbidden = ground.kept_out_only_by(Reason.NOT_ALLOWED)
    if not forbidden:
        return not_a_limit(LimitName.NOT_ALLOWED, ALL_ALLOWED)
    groups = _groups(ground, forbidden, by_site=False)
    return _limit(ground, solver, LimitName.NOT_ALLOWED, groups)


def _limit(ground: Ground, solver: Solver, name: LimitName, groups: Sequence[Group]) -> Limit:
    every = tuple(term for group in groups for term in group.terms)
    relaxed = _without_law(ground, every)
    best, singles = solver.best(relaxed), ground.singles(relaxed)
    limit = ground.limit(name, best, singles, terms=len(every))
    if not limit.gained:
        return limit
    used = codes(() if best is None else best.terms) | codes(one.term for one in singles[:1])
    changes = [
        change
        for group in _most_promising(groups, used)
        if (change := _change(ground, solver, name, group)) is not None
    ]
    changes.sort(key=lambda one: -one.doors)
    return replace(limit, least=tuple(changes))


def _without_law(ground: Ground, unlocked: Iterable[Term]) -> Problem:
    entering = (term.code for term in ground.candidates.terms)
    return with_law_aside(ground.problem, entering=entering, unlocked=codes(unlocked))


def _change(ground: Ground, solver: Solver, name: LimitName, group: Group) -> LeastChange | None:
    """The doors that this group alone holds back; ``None`` when none was found."""
    relaxed = _without_law(ground, group.terms)
    found = ground.limit(
        name, solver.best(relaxed), ground.singles(relaxed), terms=len(group.terms)
    )
    if not found.gained:
        return None
    doors = counted(found.gained, "more door")
    at_least = doors if found.is_proven else f"at least {doors}"
    sentence = _unclear(group, at_least)
    if name is LimitName.NOT_ALLOWED:
        sentence = _forbidden(group, at_least)
    return LeastChange(_code(name, group), sentence, found.gained, is_proven=found.is_proven)


def _unclear(group: Group, doors: str) -> str:
    place, ruling = group.terms[0].site, group.ruling
    where = f"{counted(len(group.terms), 'date')} at {place.name}, {place.town}"
    how = " ".join(ruling.could_change)
    return f"{where}: {doors}, if it turns out to be allowed. {how}".rstrip()


def _forbidden(group: Group, doors: str) -> str:
    kinds = sorted(
        {f"{t.role.value.replace('_', '-')} {t.kind.value.replace('_', ' ')}" for t in group.terms}
    )
    return (
        f"{counted(len(group.terms), 'rotation date')} ({', '.join(kinds)}) cannot be booked. "
        f"{group.ruling.decisive.sentence} Behind them: {doors}. No wish and no decision of "
        "an agency changes this; Rounds plans within it."
    )


def _code(name: LimitName, group: Group) -> str:
    return f"{name}.{group.ruling.decisive.layer}.{group.ruling.decisive.code}"


def _most_promising(groups: Sequence[Group], used: frozenset[str]) -> list[Group]:
    """Groups the best plan would use first, then the largest; at most a few."""
    ranked = sorted(
        groups,
        key=lambda group: (
            -sum(term.code in used for term in group.terms),
            -len(group.terms),
            min(term.code for term in group.terms),
        ),
    )
    return ranked[:MOST_GROUPS]


def _groups(ground: Ground, terms: Iterable[Term], *, by_site: bool) -> tuple[Group, ...]:
    """Terms kept out for one reason: the same layer, code and open facts, at one site or any."""
    found: dict[Hashable, list[Term]] = {}
    rulings: dict[Hashable, Ruling] = {}
    for term in terms:
        ruling = ruling_on(ground.problem.facts, term, ground.problem.rulebook)
        finding = ruling.decisive
        place = term.site.id if by_site else ""
        key = (place, finding.layer, finding.code, finding.sentence)
        found.setdefault(key, []).append(term)
        rulings.setdefault(key, ruling)
    return tuple(Group(tuple(members), rulings[key]) for key, members in found.items())
