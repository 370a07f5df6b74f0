from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rounds.core.legality.rules import Layer, LegalFact
from rounds.core.legality.ruling import (
    NOT_LEGAL_ADVICE,
    Answer,
    Ruling,
    Stretch,
    badness,
    worst,
)
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Permission

ONE = DateSpan(date(2027, 3, 1), date(2027, 3, 9))
TWO = DateSpan(date(2027, 3, 10), date(2027, 3, 19))
THREE = DateSpan(date(2027, 3, 20), date(2027, 3, 28))
YES, NO, OPEN = Permission.ALLOWED, Permission.NOT_ALLOWED, Permission.UNKNOWN


def answer(layer: Layer, permission: Permission = YES, **more: object) -> Answer:
    return Answer(layer, permission, more.pop("code", "code"), "A sentence.", **more)


def stretch(span: DateSpan, immigration: Answer, state: Answer | None = None) -> Stretch:
    return Stretch(
        span,
        (
            immigration,
            state or answer(Layer.STATE),
            answer(Layer.SITE),
            answer(Layer.AGENCY),
        ),
    )


def ruling(*stretches: Stretch) -> Ruling:
    return Ruling(worst(part.permission for part in stretches), stretches)


def test_a_ruling_says_that_it_is_not_legal_advice():
    found = ruling(stretch(ONE, answer(Layer.IMMIGRATION)))

    assert found.notice == NOT_LEGAL_ADVICE
    assert "not legal advice" in found.notice


def test_there_is_one_finding_per_layer_in_order():
    found = ruling(stretch(ONE, answer(Layer.IMMIGRATION)))

    assert [finding.layer for finding in found.findings] == list(Layer)
    assert found.decisive.layer is Layer.IMMIGRATION


def test_the_decisive_finding_carries_the_first_unbroken_days_of_the_worst_answer():
    bad = answer(Layer.IMMIGRATION, NO, code="bad")
    good = answer(Layer.IMMIGRATION)
    found = ruling(stretch(ONE, bad), stretch(TWO, bad), stretch(THREE, good))
    late = ruling(stretch(ONE, good), stretch(TWO, bad), stretch(THREE, good))
    twice = ruling(stretch(ONE, bad), stretch(TWO, good), stretch(THREE, bad))

    assert found.decisive.span == DateSpan(ONE.first, TWO.last)
    assert (late.decisive.span, late.decisive.code) == (TWO, "bad")
    assert twice.decisive.span == ONE
    assert late.decisive.sentence == "A sentence."


def test_of_two_bad_layers_the_one_that_is_bad_first_decides():
    found = ruling(
        stretch(ONE, answer(Layer.IMMIGRATION), answer(Layer.STATE, NO)),
        stretch(TWO, answer(Layer.IMMIGRATION, NO), answer(Layer.STATE)),
    )

    assert found.decisive.layer is Layer.STATE
    assert found.permission is NO


def test_the_timeline_merges_equal_days():
    found = ruling(
        stretch(ONE, answer(Layer.IMMIGRATION)),
        stretch(TWO, answer(Layer.IMMIGRATION, code="another")),
        stretch(THREE, answer(Layer.IMMIGRATION, OPEN)),
    )

    assert found.timeline == ((DateSpan(ONE.first, TWO.last), YES), (THREE, OPEN))


def test_conditions_are_gathered_over_all_days_without_repeats():
    one = answer(Layer.IMMIGRATION, condition="Correct the entry.")
    two = answer(Layer.STATE, condition="Stay under 12 weeks.")
    found = ruling(stretch(ONE, one), stretch(TWO, one, two))

    assert found.conditions == ("Correct the entry.", "Stay under 12 weeks.")


def test_a_forbidden_activity_shows_no_condition_that_seems_to_open_it():
    one = answer(Layer.IMMIGRATION, condition="Correct the entry.")

    assert ruling(stretch(ONE, one, answer(Layer.STATE, NO))).conditions == ()


def test_missing_facts_and_changes_come_from_the_answers_that_decide():
    wanting = answer(
        Layer.IMMIGRATION,
        OPEN,
        missing=(LegalFact.UNDER_FACULTY,),
        could_change=("Ask the school.",),
    )
    beside = answer(Layer.STATE, could_change=("Never shown.",))
    found = ruling(stretch(ONE, wanting, beside), stretch(TWO, wanting))

    assert found.missing == (LegalFact.UNDER_FACULTY,)
    assert found.questions == ("whether physicians of that school's faculty supervise you",)
    assert found.could_change == ("Ask the school.",)
    assert wanting.questions == found.questions


@given(st.lists(st.sampled_from(Permission), min_size=1))
def test_the_worst_is_never_better_than_any(permissions):
    order = [
        Permission.ALLOWED,
        Permission.ALLOWED_BY_AGENCY_DECISION,
        Permission.UNKNOWN,
        Permission.NOT_ALLOWED,
    ]

    assert worst(permissions) is max(permissions, key=order.index)


def test_a_permission_with_a_condition_is_weaker_and_still_a_permission():
    free = answer(Layer.IMMIGRATION)
    bound = answer(Layer.IMMIGRATION, condition="Correct the entry.")
    unsure = answer(Layer.IMMIGRATION, OPEN)

    assert sorted([unsure, bound, free], key=badness) == [free, bound, unsure]
