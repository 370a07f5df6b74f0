from dataclasses import replace

from rounds.core.planner.problem import Problem
from rounds.core.planner.report.opening import (
    FICTION,
    PROJECTED,
    frame,
    headline,
    letters_in_time,
    limits_line,
    notices,
    opening_item,
    standing,
)
from rounds.core.vocabulary import SeasonStatus


def with_season(answer, **changes):
    problem: Problem = answer.problem
    return replace(answer, problem=replace(problem, season=replace(problem.season, **changes)))


def test_when_nothing_helps_the_first_sentence_says_so(nothing_helps):
    assert headline(nothing_helps).startswith(
        "No plan from this catalog, within your limits, opens one more door."
    )


def test_what_is_not_proven_is_not_called_so(answer):
    unproven = replace(answer, proof=replace(answer.proof, is_proven=False))

    assert standing(unproven) == "Not yet proven best. 1 door stands open without them."


def test_without_a_rotation_nothing_is_compared_with_them(nothing_helps):
    assert standing(nothing_helps) == "Proven best in this catalog. 1 door stands open."


def test_every_wish_is_repeated(answer):
    wishes = replace(
        answer.problem.wishes,
        budget=None,
        letters=3,
        specialties=frozenset({"neurology", "pediatrics"}),
        states=frozenset({"OH"}),
    )
    asked = replace(answer, problem=replace(answer.problem, wishes=wishes))

    assert limits_line(asked) == (
        "any budget, the days Nov 22, 2026 to Sep 1, 2027, the wish for 3 letters, "
        "neurology or pediatrics and OH"
    )


def test_projected_days_and_fiction_are_told_and_only_where_true(answer):
    assert notices(answer) == [PROJECTED, FICTION]
    assert notices(with_season(answer, status=SeasonStatus.PUBLISHED)) == [FICTION]


def test_a_person_without_a_name_is_the_applicant(answer):
    facts = replace(answer.problem.facts, name="")

    assert frame(replace(answer, problem=replace(answer.problem, facts=facts))).startswith(
        "For the applicant, as of Nov 22, 2026."
    )


def test_the_json_repeats_the_wishes(answer):
    wishes = opening_item(answer)["wishes"]

    assert (wishes["budget_cents"], wishes["earliest"], wishes["pinned"]) == (
        350_000,
        "2026-11-22",
        [],
    )


def test_letters_in_time_are_counted_by_writer_whatever_was_wished(answer):
    quill, lark = answer.plan.terms
    late = replace(lark, turnaround_days=300)

    def count(*terms):
        return letters_in_time(replace(answer, plan=replace(answer.plan, terms=terms)))

    assert answer.problem.wishes.letters == 0
    assert [count(quill, lark), count(quill, late), count(quill, quill)] == [
        count() + 2,
        count() + 1,
        count() + 1,
    ]


def test_one_rotation_is_an_it(answer):
    alone = replace(answer, plan=replace(answer.plan, terms=answer.plan.terms[:1]))

    assert standing(alone).endswith("1 door stands open without it.")
