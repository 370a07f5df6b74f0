"""What a person's first page tells: what to do now, and which days come next."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from rounds.core.facts import ApplicantFacts
from rounds.core.seasons import Season
from rounds.core.vocabulary import (
    EXAM_NAMES,
    STATUS_NAMES,
    Complete,
    Door,
    SeasonStatus,
    UnknownCause,
)
from rounds.web.dossier.bridge import Dossier
from rounds.web.planner.models import Plan
from rounds.web.programs.bridge.judging import Judged

MOST_DAYS = 8
LISTS = ("statuses", "exams", "experience", "letters")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: what, why now, and where."""

    title: str
    why: str
    address: str
    action: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day ahead and what it is; ``is_season`` days are those of the application cycle."""

    on: date
    words: str
    is_season: bool = False


def steps(dossier: Dossier, doors: Collection[Judged], plan: Plan | None = None) -> list[Step]:
    """What to do, the most useful first; never empty. ``plan`` is the newest one."""
    return [
        *_corrections(dossier),
        *_facts(dossier.facts, doors),
        _planning(plan),
        *_rotations(doors),
    ]


def _corrections(dossier: Dossier) -> Iterator[Step]:
    count = len(dossier.conflicts)
    if count:
        yield Step(
            "Correct what cannot all be true",
            f"{dossier.conflicts[0].sentence} Doors that hang on it stay undecided until then.",
            reverse("dossier:known"),
            "See it side by side",
        )


def _facts(facts: ApplicantFacts, doors: Collection[Judged]) -> Iterator[Step]:
    if facts == ApplicantFacts(name=facts.name):
        yield Step(
            "Tell your facts",
            "Ten short topics, each saved on its own. Whatever you do not know may stay unknown; "
            "every door and every permission is judged by what you tell.",
            reverse("accounts:facts"),
            "Begin",
        )
        return
    waiting = sum(UnknownCause.NOT_TOLD.value in verdict.causes.split(",") for verdict in doors)
    if waiting:
        yield Step(
            "Tell what is missing",
            f"{waiting} door{'s are' if waiting > 1 else ' is'} undecided because of something "
            "that only you can tell.",
            reverse("accounts:facts"),
            "Go to my facts",
        )
    open_lists = [name for name in LISTS if getattr(facts, f"{name}_complete") is Complete.UNKNOWN]
    if open_lists and not waiting:
        yield Step(
            "Say whether your lists are all there is",
            f"You have not said it of your {_and(open_lists)}. Only a complete list can prove that "
            "something is missing.",
            reverse("accounts:facts"),
            "Go to my facts",
        )


def _planning(plan: Plan | None) -> Step:
    if plan is None:
        return Step(
            "Make a plan",
            "Which rotations open the most doors for your money and your dates: worked out and "
            "proven, with every reason.",
            reverse("planner:ask"),
            "Ask for a plan",
        )
    why = plan.headline or "It is being worked out."
    return Step("Look at your plan", why, reverse("planner:plan", args=[plan.pk]), "Open the plan")


def _rotations(doors: Collection[Judged]) -> Iterator[Step]:
    undecided = sum(one.door == Door.UNDECIDED.value for one in doors)
    closed = sum(one.door == Door.CLOSED.value for one in doors)
    yield Step(
        "Look at your doors",
        f"{undecided} are undecided and {closed} closed today. Each says which rule decides and "
        "what would change it.",
        reverse("programs:list"),
        "See my doors",
    )
    yield Step(
        "Find rotations that you may do",
        "Price, seats, letter policy and the law for each date, before anybody asks for money.",
        reverse("catalog:search"),
        "Search rotations",
    )


def days_ahead(facts: ApplicantFacts, season: Season) -> list[Day]:
    """The next days that matter, the season's own among them."""
    found = [*_season_days(season), *_own_days(facts)]
    coming = sorted((one for one in found if one.on >= season.today), key=lambda one: one.on)
    return coming[:MOST_DAYS]


def _season_days(season: Season) -> Iterator[Day]:
    projected = "" if season.status is SeasonStatus.PUBLISHED else " (projected)"
    yield Day(season.apply_on, f"Applications of {season.year} open{projected}", is_season=True)
    yield Day(season.rank_on, f"Rank lists of {season.year} are due{projected}", is_season=True)
    yield Day(season.start_on, f"Training begins{projected}", is_season=True)


def _own_days(facts: ApplicantFacts) -> Iterator[Day]:
    for span in facts.statuses:
        if span.last:
            yield Day(span.last, f"Last day of your {STATUS_NAMES[span.status]}")
    for sitting in facts.exams:
        yield Day(sitting.taken_on, f"{EXAM_NAMES[sitting.exam]}: day of the exam")
    for letter in facts.letters:
        yield Day(letter.ready_on, f"Letter by {letter.author}: the day you expect it")
    for one in facts.experience:
        yield Day(one.span.last, f"Last day at {one.place or 'a rotation'}")
    if facts.ecfmg.expected_on:
        yield Day(facts.ecfmg.expected_on, "ECFMG certificate: the day you expect it")
    if facts.degree_on:
        yield Day(facts.degree_on, "Your medical degree")


def _and(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
