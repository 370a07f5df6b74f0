from dataclasses import replace

from rounds.core.eligibility.case import Anchor, Within
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.planner.enumeration.incumbent import Incumbent
from rounds.core.planner.enumeration.layout import layout
from rounds.core.planner.enumeration.sorts import assign
from rounds.core.planner.instance import instance_of
from rounds.core.vocabulary import LetterPolicy
from tests.core.planner.worlds import asked, problem, program, term

RECENT = asked(4, within=Within(0, 3, Anchor.APPLY))


def same(code: str, week: int):
    return term(code, week=week, author="Dr. X")


def assigned(terms, times: int) -> tuple[str, ...]:
    """The best plan that takes the one family so many times."""
    programs = [program("P", asked(4)), program("Q", RECENT)]
    instance = instance_of(problem(terms, programs, budget=900_000), terms)
    laid = layout(instance, tuple(range(len(terms))))
    known = Incumbent(instance, frozenset(), steps=999, is_over=lambda: False, told=lambda _: None)
    assign(laid, (0,) * times, times * laid.families[0].own + 30_000, known)
    return known.value.codes


def test_of_one_family_the_dates_that_open_most_are_taken():
    assert assigned([same("EARLY", 0), same("LATE", 26)], 1) == ("LATE",)


def test_dates_that_clash_are_not_taken_together():
    assert assigned([same("A", 0), same("B", 2)], 2) == ()
    assert assigned([same("A", 0), same("B", 4)], 2) == ("A", "B")


def test_letters_still_to_come_count_in_the_bound():
    writes = {"letter_policy": LetterPolicy.WRITES, "turnaround_days": 7}
    terms = [
        term(f"{author}{week}", week=week, author=f"Dr. {author}", fee=fee, **writes)
        for author, fee, week in (("X", 70_000, 0), ("X", 70_000, 4), ("Y", 80_000, 8))
    ]
    terms += [replace(terms[2], code="Y12", span=term("", week=12).span)]
    terms += [term("Z", week=20, specialty="pediatrics")]
    two_letters = program("P", LettersAsked(2, us_physician=True))
    one_term = program("Q", asked(4, specialties=frozenset({"pediatrics"})))
    asked_for = problem(terms, [two_letters, one_term], weights=(("P", 2),), budget=900_000)
    instance = instance_of(asked_for, terms)
    laid = layout(instance, tuple(range(5)))
    known = Incumbent(
        instance, frozenset({4}), steps=999, is_over=lambda: False, told=lambda _: None
    )
    pair = [k for k, family in enumerate(laid.families) if len(family.sorts[0].terms) == 2]

    assign(laid, tuple(pair), 340_000, known)

    assert (known.value.sure, known.value.codes) == (2, ("X0", "Y8"))
