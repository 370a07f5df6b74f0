from dataclasses import replace

from rounds.core.legality.contradiction import whichever_is_true
from rounds.core.legality.rules import Layer
from rounds.core.legality.ruling import TWO_STATUSES, Answer
from rounds.core.vocabulary import Permission, Status

YES, NO, OPEN = Permission.ALLOWED, Permission.NOT_ALLOWED, Permission.UNKNOWN
BY_DECISION = Permission.ALLOWED_BY_AGENCY_DECISION
TOLD = frozenset({Status.B2, Status.PERMANENT_RESIDENT})


def answer(permission: Permission, sentence: str = "One.", **more: object) -> Answer:
    return Answer(Layer.STATE, permission, sentence.lower(), sentence, **more)


def of(*readings: Answer, told: frozenset[Status] = TOLD) -> Answer:
    return whichever_is_true(told, readings)


def test_one_reading_and_equal_readings_stand_as_they_are():
    for permission in Permission:
        assert of(answer(permission)) == answer(permission)
        assert of(answer(permission), answer(permission)) == answer(permission)


def test_what_one_reading_allows_and_another_does_not_is_unknown_and_names_the_statuses():
    for other in (NO, OPEN):
        for good in (YES, BY_DECISION):
            found = of(answer(good), answer(other, "Two."))

            assert found == Answer(
                Layer.STATE,
                OPEN,
                TWO_STATUSES,
                "You have told statuses that nobody holds on the same day: permanent resident "
                "and B-2. They cannot all be true, and not all of them allow this.",
                could_change=(
                    "Correct the dates of these statuses, so that only what is true stays.",
                ),
            )


def test_what_is_forbidden_or_unknown_for_different_reasons_is_unknown():
    for readings in (
        (answer(OPEN), answer(NO, "Two.")),
        (answer(OPEN), answer(OPEN, "Two.")),
    ):
        assert (of(*readings).permission, of(*readings).code) == (OPEN, TWO_STATUSES)


def test_what_is_forbidden_in_every_reading_is_forbidden_for_all_their_reasons():
    found = of(answer(NO), answer(NO, "Two."))

    assert (found.permission, found.code, found.sentence) == (NO, "one.", "One. Two.")


def test_what_is_permitted_in_every_reading_is_permitted_at_its_weakest():
    bound = replace(answer(YES, "Two."), condition="Ask first.")

    assert of(answer(YES), bound).condition == "Ask first."
    assert of(bound, answer(BY_DECISION, "Three.")).permission is BY_DECISION


def test_only_statuses_that_exclude_another_are_named():
    told = frozenset({*TOLD, Status.B1, Status.OTHER, Status.ABROAD})

    assert (
        "same day: permanent resident, B-1 and B-2. They"
        in of(answer(YES), answer(NO, "Two."), told=told).sentence
    )
