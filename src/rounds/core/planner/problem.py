"""The question a plan answers: who, for which season, out of which terms, within which limits."""

from dataclasses import dataclass, replace
from datetime import date

from rounds.core.eligibility.programs import Program
from rounds.core.facts import ApplicantFacts
from rounds.core.legality.rulebook import Rulebook
from rounds.core.planner.offers import Term
from rounds.core.seasons import Season
from rounds.core.values import Cents

MAX_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the applicant asks for.

    ``budget`` in cents covers everything shown; ``None`` is no limit. ``letters`` is how many
    letters are wanted in all, counting those already there (0 to 4). ``cents_for_a_letter`` is
    what one more letter may cost. ``travel_days`` must lie free between terms in two towns.
    ``weights`` by program id default to 1; a program of weight 0 is ignored. ``pinned`` terms must
    be in the plan, ``excluded`` ones may not. ``paid_once`` are once-only keys already paid.
    """

    earliest: date
    latest: date
    budget: Cents | None = None
    letters: int = 0
    cents_for_a_letter: Cents = 0
    travel_days: int = 1
    include_unknown_permission: bool = False
    weights: tuple[tuple[str, int], ...] = ()
    pinned: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    specialties: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    paid_once: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(
                f"the wished dates end ({self.latest}) before they begin ({self.earliest})"
            )
        if self.budget is not None and self.budget < 0:
            raise ValueError("the budget is less than nothing")
        if not 0 <= self.letters <= MAX_LETTERS:
            raise ValueError(f"between 0 and {MAX_LETTERS} letters can be asked for")


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything the planner may look at."""

    facts: ApplicantFacts
    season: Season
    programs: tuple[Program, ...]
    terms: tuple[Term, ...]
    rulebook: Rulebook
    wishes: Wishes


def with_plan(facts: ApplicantFacts, terms: tuple[Term, ...]) -> ApplicantFacts:
    """The facts as they will be if these terms are done: experience and expected letters added.

    An author who already has a letter among the facts gives no second one.
    """
    known = {letter.author for letter in facts.letters}
    letters = tuple(
        letter
        for term in terms
        if (letter := term.as_letter()) is not None and letter.author not in known
    )
    return replace(
        facts,
        experience=(*facts.experience, *(term.as_experience() for term in terms)),
        letters=(*facts.letters, *letters),
    )
