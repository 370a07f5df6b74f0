"""What the Match publishes about a program, and codes that a person might join to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from rounds.web.catalog.queries.search.words import folded
from rounds.web.programs.models import NrmpProgram, Program, Quota, ResidentShare

MOST_CANDIDATES = 8
LEAST_ALIKE = 0.3
EMPTY_WORDS = frozenset(
    {"of", "the", "and", "at", "for", "hospital", "hosp", "center", "ctr", "medical", "med"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A code that might be the program's, how alike the names are, and who has the code now."""

    nrmp: NrmpProgram
    percent: int
    held_by: Program | None


def quotas_of(program: Program) -> list[Quota]:
    """Joined by the code alone, newest first."""
    if not program.nrmp_code:
        return []
    return list(Quota.objects.filter(nrmp__code=program.nrmp_code).order_by("-year"))


def shares_of(program: Program) -> list[ResidentShare]:
    """Sourced shares of IMGs among its residents, newest first; most programs have none."""
    return list(ResidentShare.objects.filter(program=program))


def candidates_for(program: Program) -> list[Candidate]:
    """Codes of the same state and specialty, the most alike names first; none is joined here."""
    rows = NrmpProgram.objects.filter(
        state_code=program.state_code, specialty=program.specialty
    ).order_by("code")
    measured = [(_alike(program, one), one) for one in rows]
    near = [pair for pair in measured if pair[0] >= LEAST_ALIKE]
    chosen = sorted(near, key=lambda pair: -pair[0])[:MOST_CANDIDATES]
    holders = {
        one.nrmp_code: one
        for one in Program.objects.filter(nrmp_code__in=[nrmp.code for _, nrmp in chosen])
    }
    return [Candidate(nrmp, round(100 * alike), holders.get(nrmp.code)) for alike, nrmp in chosen]


def _alike(program: Program, one: NrmpProgram) -> float:
    """Of all names seen under the code, the nearest; a town of the same name helps a little."""
    wanted = _words(program.name.removesuffix(f": {program.specialty}"))
    nearest = max((_near(wanted, _words(name)) for name in one.names), default=0.0)
    is_same_town = bool(program.city) and folded(program.city) == folded(one.city)
    return min(1.0, nearest + 0.1 * is_same_town)


def _words(name: str) -> list[str]:
    return [word for word in folded(name) if word not in EMPTY_WORDS]


def _near(one: Iterable[str], two: Iterable[str]) -> float:
    """Alike letter by letter, whatever the order of the words."""
    return SequenceMatcher(None, " ".join(sorted(one)), " ".join(sorted(two))).ratio()
