from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.criteria.clinical_experience import Counted
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.planner.contributions import ExperienceCounts, LetterCounts
from rounds.core.planner.formula import holds, threshold
from rounds.core.planner.problem import with_plan
from rounds.core.vocabulary import Complete, LetterPolicy, Role
from tests.core.planner import worlds
from tests.core.planner.worlds import CITIZEN, SEASON, asked, term

CASE = Case(CITIZEN, SEASON, SEASON.apply_on)


@settings(max_examples=300)
@given(st.integers(0, 10_000))
def test_a_clause_over_experience_is_what_its_own_outcome_says_for_each_plan(seed):
    chance = Random(seed)
    leaf = worlds._random_experience(chance)
    facts = worlds._random_facts(chance)
    terms = [worlds._random_term(chance, n) for n in range(3)]
    terms = [one for one in terms if not any(one.span.overlaps(e.span) for e in facts.experience)]
    column = ExperienceCounts(terms, Case(facts, SEASON, SEASON.apply_on)).column(leaf)

    for mask in range(2 ** len(terms)):
        chosen = frozenset(n for n in range(len(terms)) if mask >> n & 1)
        picked = tuple(terms[n] for n in chosen)
        if any(a is not b and a.span.overlaps(b.span) for a in picked for b in picked):
            continue
        outcome = leaf.outcome(Case(with_plan(facts, picked), SEASON, SEASON.apply_on))
        assert holds(column.sure, chosen) == outcome.is_met
        assert holds(column.possible, chosen) == outcome.is_possible


@settings(max_examples=300)
@given(st.integers(0, 10_000))
def test_a_clause_over_letters_is_what_its_own_outcome_says_for_each_plan(seed):
    chance = Random(seed)
    facts = worlds._random_facts(chance)
    terms = [worlds._random_term(chance, n) for n in range(4)]
    leaf = LettersAsked(
        chance.randint(1, 3), chance.random() < 0.5, letterhead=chance.random() < 0.3
    )
    column = LetterCounts(terms, Case(facts, SEASON, SEASON.apply_on)).column(leaf)

    for mask in range(16):
        chosen = frozenset(n for n in range(4) if mask >> n & 1)
        facts_then = with_plan(facts, tuple(terms[n] for n in chosen))
        outcome = leaf.outcome(Case(facts_then, SEASON, SEASON.apply_on))
        assert holds(column.sure, chosen) == outcome.is_met
        assert holds(column.possible, chosen) == outcome.is_possible


def test_one_rotation_asks_for_one_term_long_enough():
    terms = [term("A", weeks=4), term("B", weeks=8, week=5)]
    column = ExperienceCounts(terms, CASE).column(asked(6, counted=Counted.ONE_ROTATION))

    assert column.sure == threshold([(1, (1,))], 1)


def test_a_term_that_ends_after_the_due_day_adds_nothing():
    late = term("A", week=33)
    assert late.span.last > SEASON.apply_on == date(2027, 9, 1)

    assert ExperienceCounts([late], CASE).column(asked(4)).possible is False


def test_an_open_list_leaves_every_clause_possible():
    open_list = replace(CITIZEN, experience_complete=Complete.UNKNOWN)
    column = ExperienceCounts([], Case(open_list, SEASON, SEASON.apply_on)).column(asked(4))

    assert (column.sure, column.possible) == (False, True)


def test_months_are_sure_on_the_longer_reading_and_possible_on_the_shorter():
    terms = [term("A", weeks=4, week=4 * n) for n in range(4)]
    column = ExperienceCounts(terms, CASE).column(asked(13, 12))

    assert not holds(column.sure, frozenset({0, 1, 2}))
    assert holds(column.possible, frozenset({0, 1, 2}))


def test_letters_of_one_author_are_one_group():
    writes = {"letter_policy": LetterPolicy.WRITES, "turnaround_days": 7, "author": "Dr. X"}
    terms = [term("A", **writes), term("B", week=6, **writes), term("C", week=12)]

    column = LetterCounts(terms, CASE).column(LettersAsked(1, roles=frozenset({Role.OBSERVING})))

    assert column.sure == threshold([(1, (0, 1))], 1)
