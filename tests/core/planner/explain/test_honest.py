from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.eligibility.assess import assess
from rounds.core.eligibility.case import Anchor
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.eligibility.criteria.not_testable import NotTestable
from rounds.core.errors import BadInput
from rounds.core.facts import ApplicantFacts
from rounds.core.planner.candidates import Reason, candidates
from rounds.core.planner.explain.fixed import NO_JUDGMENT
from rounds.core.planner.explain.honest import WAITS, Bar, honest_page
from rounds.core.planner.explain.variants import with_budget
from rounds.core.planner.problem import with_plan
from rounds.core.planner.solve import solve
from rounds.core.vocabulary import Door, Role, Topic, UnknownCause
from tests.core.planner.brute import all_plans
from tests.core.planner.explain.small import (
    EIGHT,
    FOUR,
    HANDS_ON,
    MARCH,
    MAY,
    TWELVE,
    plan_of,
    world,
)
from tests.core.planner.worlds import asked, program, random_problem, requirement

OLD = program(
    "OLD", requirements=(requirement(GraduatedWithin(1, Anchor.APPLY, 1), topic=Topic.GRADUATION),)
)
VAGUE = program("VAGUE", NotTestable("fits our mission"))
HANDS = program("HANDS", asked(4, roles=frozenset({Role.HANDS_ON})))


def page_of(question):
    return honest_page(question, solve(question))


def bars(page):
    return {one.assessment.program.id: one.bar for one in page.shut}


def test_every_shut_door_has_the_firmest_of_its_bars():
    question = world(
        terms=(MARCH, MAY, HANDS_ON),
        programs=(OLD, VAGUE, program("MANY", asked(13)), HANDS, EIGHT, FOUR),
        budget=50_000,
    )
    page = page_of(question)

    assert page.opened == 1
    assert bars(page) == {
        "OLD": Bar.FACTS,
        "VAGUE": Bar.UNKNOWN,
        "MANY": Bar.CATALOG,
        "HANDS": Bar.EXCLUDED,
        "EIGHT": Bar.LIMITS,
    }
    assert page.out_of_reach == ("OLD", "VAGUE", "MANY")
    assert page.sentence == "This plan opens 1 door; 5 others stay shut."


def test_the_codes_of_bars_never_change():
    assert list(Bar) == ["facts", "unknown", "catalog", "excluded", "limits"]


def test_every_bar_and_its_cure_are_said_in_full():
    page = page_of(
        world(
            terms=(MARCH, MAY, HANDS_ON),
            programs=(OLD, VAGUE, program("MANY", asked(13)), HANDS, EIGHT, FOUR),
            budget=50_000,
        )
    )

    assert page.by_bar == (
        (Bar.FACTS, 1, "a required clause is not met that no rotation can change"),
        (Bar.UNKNOWN, 1, "something is unknown that no rotation can settle"),
        (Bar.CATALOG, 1, "all rotations of the catalog together would not meet the clause"),
        (Bar.EXCLUDED, 1, "the rotations that could open it cannot be chosen"),
        (
            Bar.LIMITS,
            1,
            "rotations that could open it exist, but not beside this plan within your limits",
        ),
    )
    assert [(cure.code, cure.sentence, cure.doors) for cure in page.cures] == [
        (
            "unknown.not_testable",
            (
                "1 door undecided: a clause is no matter of counting; have a person read this "
                "clause."
            ),
            1,
        ),
        (
            "fixed.graduated_within",
            "1 door is closed by the date of your degree. That date stays.",
            1,
        ),
        ("fixed", NO_JUDGMENT, 1),
        (
            "catalog",
            (
                "1 door asks for more than all rotations of this catalog together; another catalog "
                "could help."
            ),
            1,
        ),
        (
            "excluded",
            (
                "1 door: the rotations that could open it cannot be chosen. Most often: nobody "
                "can say whether you may do it."
            ),
            1,
        ),
        (
            "limits",
            "1 door: other dates, a larger budget or other choices could open some.",
            1,
        ),
    ]


def test_only_terms_that_count_for_a_barred_door_say_why_it_is_barred():
    full = [replace(MARCH, code=f"FULL{n}", seats=0) for n in range(3)]
    page = page_of(world(terms=(*full, HANDS_ON), programs=(HANDS, replace(HANDS, id="HANDS_TOO"))))

    assert page.terms_out == ((Reason.NO_SEATS, 3), (Reason.PERMISSION_UNKNOWN, 1))
    assert bars(page)["HANDS"] is bars(page)["HANDS_TOO"] is Bar.EXCLUDED
    assert [cure.sentence for cure in page.cures if cure.code == "excluded"] == [
        (
            "2 doors: the rotations that could open them cannot be chosen. Most often: nobody can "
            "say whether you may do it."
        )
    ]


def test_when_nothing_helps_it_says_so_before_anybody_pays():
    page = page_of(world(programs=(OLD, TWELVE)))

    assert page.nothing_helps
    assert page.sentence == (
        "No plan from this catalog, within your limits, opens one more door. "
        "We would rather tell you now than after you have paid."
    )
    assert [(bar, count) for bar, count, _ in page.by_bar] == [(Bar.FACTS, 1), (Bar.CATALOG, 1)]


def test_an_unproven_nothing_is_not_called_final():
    question = world(programs=(TWELVE,))
    page = honest_page(question, plan_of(is_proven=False))

    assert page.sentence.startswith(
        "We found no plan that opens one more door; the search stopped before a proof."
    )


def test_doors_that_stand_open_without_a_rotation_are_a_comfort():
    free = program("FREE", GraduatedWithin(5, Anchor.APPLY, 5))

    assert page_of(world(programs=(free, OLD))).sentence.endswith(
        "1 door already stands open without a rotation."
    )
    assert page_of(world(programs=(free,))).sentence == "Every door you listed stands open."


def test_where_nothing_is_told_it_says_what_is_missing_and_not_that_nothing_helps():
    nobody = page_of(world(programs=(FOUR, OLD), facts=ApplicantFacts()))

    assert nobody.sentence == (
        "Too little is told for a plan: 2 doors wait for facts about you. Tell them, and ask again "
        "before you pay for anything."
    )
    half = replace(ApplicantFacts(), degree_on=date(2020, 6, 1))
    assert page_of(world(programs=(FOUR, OLD), facts=half)).sentence.startswith("No plan from")


def test_every_cause_has_its_cure_and_its_count():
    page = page_of(world(programs=(OLD, VAGUE, TWELVE)))
    cures = {cure.code: cure for cure in page.cures}

    assert list(cures) == ["unknown.not_testable", "fixed.graduated_within", "fixed", "catalog"]
    assert cures["catalog"].doors == 1
    assert page.shut[1].causes == (UnknownCause.NOT_TESTABLE,)
    assert page.shut[0].topics == (Topic.GRADUATION,)


def test_terms_that_cannot_be_chosen_are_counted_by_reason():
    full = replace(MARCH, seats=0)
    page = page_of(
        world(
            terms=(full, MAY, HANDS_ON),
            programs=(program("EIGHT", asked(8, roles=frozenset({Role.OBSERVING}))),),
        )
    )

    assert page.terms_in == 1
    assert page.terms_out == ((Reason.NO_SEATS, 1), (Reason.PERMISSION_UNKNOWN, 1))
    assert bars(page) == {"EIGHT": Bar.EXCLUDED}
    assert page.cures[-1].sentence == (
        "1 door: the rotations that could open it cannot be chosen. Most often: it has no free "
        "seat."
    )


@settings(max_examples=25)
@given(st.integers(0, 100_000))
def test_no_plan_opens_a_door_that_is_called_out_of_reach(seed):
    question = random_problem(seed, most_terms=6)
    try:
        plan = solve(question)
    except BadInput:
        return
    page = honest_page(question, plan)
    out = set(page.out_of_reach)
    chosen_only = {key for key, bar in bars(page).items() if bar is Bar.EXCLUDED}
    free = with_budget(question, None)
    entering = {one.code for one in candidates(question).terms}

    for one in all_plans(free, question.terms):
        seen = assess(with_plan(question.facts, one.terms), question.programs, question.season)
        opened = {each.program.id for each in seen if each.door is Door.OPEN}
        assert not opened & out
        if {term.code for term in one.terms} <= entering:
            assert not opened & chosen_only


def test_what_no_rotation_changes_is_said_once_for_all_such_doors():
    newer = replace(OLD, id="OLD_TOO")
    fixed = [
        one for one in page_of(world(programs=(OLD, newer, EIGHT))).cures if "fixed" in one.code
    ]

    assert [(one.code, one.doors) for one in fixed] == [("fixed.graduated_within", 2), ("fixed", 2)]
    assert not any("fixed" in one.code for one in page_of(world(programs=(TWELVE,))).cures)


def test_doors_that_ask_for_more_than_the_catalog_holds_are_counted():
    more = replace(TWELVE, id="TOO")

    assert page_of(world(programs=(TWELVE, more))).cures[-1].sentence == (
        "2 doors ask for more than all rotations of this catalog together; another catalog could "
        "help."
    )


def test_every_cause_of_an_unknown_says_why_it_waits():
    assert set(WAITS) == set(UnknownCause)
