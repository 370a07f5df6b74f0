"""The first lines: the answer in one sentence, for whom, when, and under which limits."""

from rounds.core.facts import conflicts
from rounds.core.planner.explain.words import counted, listed
from rounds.core.planner.problem import with_plan
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.items import Item, person_item, season_item
from rounds.core.planner.report.words import season_line
from rounds.core.values import DateSpan, day, money
from rounds.core.vocabulary import SeasonStatus

PROJECTED = "The season's days are projected: the last published cycle moved on by 364 days a year."
FICTION = "Programs and rotations marked (fictional) belong to a demo world; nothing in it is real."


def opening_item(answer: Answer) -> Item:
    """Headline, person, season and wishes."""
    wishes = answer.problem.wishes
    return {
        "headline": headline(answer),
        "letters_in_time": letters_in_time(answer),
        "applicant": person_item(answer.problem.facts, answer.problem.season.today),
        "season": season_item(answer.problem.season),
        "wishes": {
            "earliest": wishes.earliest.isoformat(),
            "latest": wishes.latest.isoformat(),
            "budget_cents": wishes.budget,
            "letters": wishes.letters,
            "cents_for_a_letter": wishes.cents_for_a_letter,
            "travel_days": wishes.travel_days,
            "include_unknown_permission": wishes.include_unknown_permission,
            "weights": dict(wishes.weights),
            "pinned": sorted(wishes.pinned),
            "excluded": sorted(wishes.excluded),
            "specialties": sorted(wishes.specialties),
            "states": sorted(wishes.states),
            "paid_once": sorted(wishes.paid_once),
        },
    }


def headline(answer: Answer) -> str:
    """The answer in one sentence; when nothing helps, the honest one."""
    return answer.doors.headline if answer.plan.terms else answer.honest.sentence


def standing(answer: Answer) -> str:
    """How sure that is, and what stood open before."""
    sure = "Proven best in this catalog." if answer.proof.is_proven else "Not yet proven best."
    before = answer.doors.open_before
    without = ("", " without it", " without them")[min(len(answer.plan.terms), 2)]
    if not before:
        return f"{sure} No door stands open{without or ' yet'}."
    doors = counted(before, "door")
    return f"{sure} {doors} {'stands' if before == 1 else 'stand'} open{without}."


def frame(answer: Answer) -> str:
    """For whom and which season."""
    name = answer.problem.facts.name or "the applicant"
    season = answer.problem.season
    return f"For {name}, as of {day(season.today)}. {season_line(season)}."


def letters_in_time(answer: Answer) -> int:
    """Writers whose letter is sure to be there on the day of applying, those at hand included."""
    facts = with_plan(answer.problem.facts, answer.plan.terms)
    due = answer.problem.season.apply_on
    return len({one.author for one in facts.letters if one.is_certain and one.ready_on <= due})


def limits_line(answer: Answer) -> str:
    """Budget, dates and other wishes in words."""
    wishes = answer.problem.wishes
    budget = "any budget" if wishes.budget is None else f"a budget of {money(wishes.budget)}"
    parts = [budget, f"the days {DateSpan(wishes.earliest, wishes.latest)}"]
    if wishes.letters:
        parts.append(f"the wish for {counted(wishes.letters, 'letter')}")
    if wishes.specialties:
        parts.append(listed(sorted(wishes.specialties), last="or"))
    if wishes.states:
        parts.append(listed(sorted(wishes.states), last="or"))
    return listed(parts)


def notices(answer: Answer) -> list[str]:
    """What a reader must know first: projected dates and fiction."""
    is_projected = answer.problem.season.status is SeasonStatus.PROJECTED
    found = [PROJECTED] if is_projected else []
    return [*found, *([FICTION] if answer.has_fiction else [])]


def contradictions(answer: Answer) -> list[str]:
    """Facts that cannot all be true: every answer that rests on them is in doubt."""
    problem = answer.problem
    return [conflict.sentence for conflict in conflicts(problem.facts, problem.season.today)]
