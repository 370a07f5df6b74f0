from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.facts import StatusSpan
from rounds.core.planner.candidates import Reason
from rounds.core.planner.explain.limits.ground import codes
from rounds.core.planner.explain.limits.law import not_allowed_limit, unknown_limit
from rounds.core.planner.explain.limits.limit import LimitName, not_a_limit
from rounds.core.planner.explain.solving import Solver
from rounds.core.planner.explain.variants import with_law_aside
from rounds.core.planner.stop import NEVER, Stop
from rounds.core.vocabulary import Role, Status
from tests.core.planner.explain.limits.grounds import ground_of, most_doors_by_trying, or_none
from tests.core.planner.explain.small import HANDS_ON, HERE, MARCH, MAY, world
from tests.core.planner.worlds import CITIZEN, asked, program, random_problem, site

HANDS = program("HANDS", asked(4, roles=frozenset({Role.HANDS_ON})))
ANY = program("ANY", asked(4))
VISITOR = replace(CITIZEN, statuses=(StatusSpan(Status.B2),))


def ask(limit, question, stop=NEVER):
    return limit(ground_of(question), Solver(stop, solves=9))


def test_an_unclear_permission_says_what_would_clear_it_and_what_that_opens():
    ohio = replace(HANDS_ON, site=site(1, housing=0, travel=0))
    limit = ask(unknown_limit, world((MAY, ohio), programs=(HANDS, ANY)))

    assert (limit.gained, limit.opened, limit.terms, limit.is_proven) == (1, ("HANDS",), 1, True)
    assert limit.name is LimitName.PERMISSION_UNKNOWN
    assert limit.sentence == "1 more door would open if every unclear permission were given."
    (change,) = limit.least
    assert change.code == "permission_unknown.state.no_rule"
    assert change.sentence == (
        "1 date at Millbrook Hospital (fictional), Millbrook, OH: 1 more door, if it turns out to "
        "be allowed. Ask the state's medical board. The agency may record a dated decision for "
        "this state after asking counsel."
    )
    assert change.is_proven


def test_what_is_not_allowed_is_said_as_a_fact_and_never_as_advice():
    limit = ask(not_allowed_limit, world((MAY, HANDS_ON), programs=(HANDS, ANY), facts=VISITOR))

    assert limit.name is LimitName.NOT_ALLOWED
    assert (limit.gained, limit.opened) == (1, ("HANDS",))
    assert limit.sentence == "1 more door would open if the law allowed every rotation."
    (change,) = limit.least
    assert change.sentence.startswith("1 rotation date (hands-on externship) cannot be booked. ")
    assert change.sentence.endswith(
        "Behind them: 1 more door. No wish and no decision of an agency changes this; "
        "Rounds plans within it."
    )
    for word in ("ask", "instead", "should", "could"):
        assert f" {word} " not in change.sentence.lower()


def test_what_a_contradiction_keeps_out_is_no_question_to_a_board_or_an_agency():
    both = (StatusSpan(Status.B2), StatusSpan(Status.PERMANENT_RESIDENT))
    told = replace(CITIZEN, statuses=both)
    question = world((MAY, HANDS_ON), programs=(HANDS,), facts=told)

    assert not ask(unknown_limit, question).applies
    assert not ask(not_allowed_limit, question).applies


TWO_SITES = (
    HANDS_ON,
    replace(HANDS_ON, code="AGAIN", span=MARCH.span),
    replace(HANDS_ON, code="OHIO", site=site(1, housing=0, travel=0)),
)


def test_what_is_unclear_is_asked_place_by_place_the_larger_first():
    limit = ask(unknown_limit, world(TWO_SITES, programs=(HANDS,)))

    assert [one.sentence.split(":")[0] for one in limit.least] == [
        "2 dates at Fairport Hospital (fictional), Fairport, NY",
        "1 date at Millbrook Hospital (fictional), Millbrook, OH",
    ]


def test_two_hospitals_under_one_rule_are_asked_apart():
    near = replace(HERE, id="near", name="Fairport Clinic (fictional)")
    terms = (HANDS_ON, replace(HANDS_ON, code="NEAR", site=near))
    limit = ask(unknown_limit, world(terms, programs=(HANDS,)))

    assert [(one.doors, one.sentence.split(",")[0]) for one in limit.least] == [
        (1, "1 date at Fairport Hospital (fictional)"),
        (1, "1 date at Fairport Clinic (fictional)"),
    ]


def test_what_opens_most_is_asked_first():
    child = replace(TWO_SITES[2], specialty="pediatrics")
    hands = [
        program(name, asked(4, roles=frozenset({Role.HANDS_ON}), specialties=frozenset({field})))
        for name, field in (
            ("ONE", "pediatrics"),
            ("TWO", "pediatrics"),
            ("IM", "internal medicine"),
        )
    ]
    limit = ask(unknown_limit, world((*TWO_SITES[:2], child), programs=hands))

    assert [(one.doors, "OH" in one.sentence) for one in limit.least] == [(2, True), (1, False)]


def test_what_is_not_allowed_is_said_once_for_all_places():
    limit = ask(not_allowed_limit, world(TWO_SITES, programs=(HANDS,), facts=VISITOR))

    assert (limit.terms, len(limit.least)) == (3, 1)
    assert limit.least[0].sentence.startswith("3 rotation dates (hands-on externship) cannot")


def test_permission_let_in_by_wish_is_no_limit():
    question = world((MAY, HANDS_ON), programs=(HANDS,), include_unknown_permission=True)

    assert ask(unknown_limit, question) == not_a_limit(
        LimitName.PERMISSION_UNKNOWN,
        "You let in rotations of unknown permission; they are counted apart.",
    )


def test_when_the_law_keeps_nothing_out_it_says_so():
    assert ask(unknown_limit, world((MAY,))) == not_a_limit(
        LimitName.PERMISSION_UNKNOWN,
        "No rotation is kept out only because its permission is unknown.",
    )
    assert ask(not_allowed_limit, world((MAY,))) == not_a_limit(
        LimitName.NOT_ALLOWED, "No rotation is kept out only because the law does not allow it."
    )


def test_a_law_behind_which_no_door_lies_has_no_change():
    limit = ask(unknown_limit, world((MAY, HANDS_ON), programs=(ANY,)))

    assert (limit.gained, limit.is_proven, limit.least) == (0, True, ())


def test_without_time_one_rotation_more_gives_a_bound_and_says_so():
    limit = ask(unknown_limit, world((MAY, HANDS_ON), programs=(HANDS, ANY)), Stop(seconds=0))

    assert (
        limit.sentence == "At least 1 more door would open if every unclear permission were given."
    )
    assert "at least 1 more door" in limit.least[0].sentence


@settings(max_examples=40)
@given(st.integers(0, 100_000), st.booleans())
def test_doors_behind_the_law_are_those_of_trying_every_plan(seed, is_visitor):
    question = or_none(lambda *args: strict(*args, is_visitor), seed)
    if question is None:
        return
    ground = ground_of(question)
    entering = [term.code for term in ground.candidates.terms]
    for ask_for, reason in (
        (unknown_limit, Reason.PERMISSION_UNKNOWN),
        (not_allowed_limit, Reason.NOT_ALLOWED),
    ):
        limit = ask_for(ground, Solver(NEVER, solves=40))
        if not limit.applies:
            continue
        unlocked = codes(ground.kept_out_only_by(reason))
        aside = with_law_aside(question, entering=entering, unlocked=unlocked)
        assert limit.is_proven
        assert limit.gained == most_doors_by_trying(aside) - ground.plan.sure_doors
        assert all(0 < change.doors <= limit.gained for change in limit.least)
        assert limit.terms == len(unlocked)


def strict(seed, most_terms, is_visitor):
    question = random_problem(seed, most_terms)
    wishes = replace(question.wishes, include_unknown_permission=False, pinned=frozenset())
    facts = question.facts
    if is_visitor:
        facts = replace(facts, statuses=VISITOR.statuses)
    return replace(question, wishes=wishes, facts=facts)
