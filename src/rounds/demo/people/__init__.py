"""Four fictional applicants: their facts as TOML, and what they wish."""

from dataclasses import dataclass
from datetime import date, timedelta
from string import Template

from rounds.core.planner.problem import Wishes
from rounds.core.seasons import Season
from rounds.core.values import Cents
from rounds.demo.people import citizen, resident, student, visitor

YEARS_BACK = 15
STAY_DAYS = 181


@dataclass(frozen=True, slots=True)
class Sketch:
    """One person before the facts are read.

    ``facts`` is TOML with ``$y3`` for the season's year less 3, ``$days_ago_9`` and the days around
    a stay in the United States that begins ``arrives_in_days`` days from now.
    """

    key: str
    title: str
    facts: str
    budget: Cents
    letters: int = 3
    cents_for_a_letter: Cents = 0
    arrives_in_days: int = 0

    def text(self, *, on: date, season: Season) -> str:
        """The facts with dates that fit the day and the season."""
        years = {f"y{back}": str(season.year - back) for back in range(1, YEARS_BACK + 1)}
        days = {f"days_ago_{back}": str(on - timedelta(days=back)) for back in (9, 15, 20, 30)}
        return Template(self.facts).substitute(years | days | self._stay(on))

    def wishes(self, *, on: date, season: Season) -> Wishes:
        """Between today and the day of applying, within the budget."""
        return Wishes(
            earliest=on,
            latest=season.apply_on,
            budget=self.budget,
            letters=self.letters,
            cents_for_a_letter=self.cents_for_a_letter,
        )

    def _stay(self, on: date) -> dict[str, str]:
        admitted = on + timedelta(days=self.arrives_in_days)
        until = admitted + timedelta(days=STAY_DAYS)
        return {
            "day_before": str(admitted - timedelta(days=1)),
            "admitted": str(admitted),
            "until": str(until),
            "day_after": str(until + timedelta(days=1)),
        }


SKETCHES = (
    Sketch(
        "visitor",
        "a recent graduate on B-2",
        visitor.FACTS,
        budget=3_500_00,
        cents_for_a_letter=200_00,
        arrives_in_days=-14,
    ),
    Sketch("resident", "a permanent resident with an old degree", resident.FACTS, budget=7_000_00),
    Sketch(
        "student",
        "a student in the last clinical year",
        student.FACTS,
        budget=7_000_00,
        arrives_in_days=42,
    ),
    Sketch("citizen", "a US citizen with one failed attempt", citizen.FACTS, budget=4_500_00),
)
