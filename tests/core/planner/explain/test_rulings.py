from dataclasses import replace

from rounds.core.facts import StatusSpan
from rounds.core.planner.explain.rulings import PERMISSION_WORDS, term_rulings
from rounds.core.vocabulary import Permission, Status
from tests.core.planner.explain.small import HANDS_ON, MAY, plan_of, world
from tests.core.planner.worlds import CITIZEN


def test_each_chosen_term_carries_its_ruling_with_all_four_layers():
    question = world(terms=(MAY, HANDS_ON), include_unknown_permission=True)
    may, hands_on = term_rulings(question, plan_of(MAY, HANDS_ON))

    assert may.term.code == "MAY"
    assert may.ruling.permission is Permission.ALLOWED
    assert len(may.ruling.findings) == 4
    assert may.sentence.startswith("MAY: allowed.")
    assert hands_on.ruling.permission is Permission.UNKNOWN
    assert hands_on.sentence.startswith("HANDS: permission unknown, let in as you wished.")
    assert "not legal advice" in may.ruling.notice


def test_a_term_the_law_does_not_allow_is_called_so():
    visitor = replace(CITIZEN, statuses=(StatusSpan(Status.B2),))
    (hands_on,) = term_rulings(world(terms=(HANDS_ON,), facts=visitor), plan_of(HANDS_ON))

    assert hands_on.ruling.permission is Permission.NOT_ALLOWED
    assert hands_on.sentence.startswith("HANDS: not allowed.")


def test_contradictory_statuses_are_named_in_the_ruling_of_a_term():
    both = (StatusSpan(Status.B2), StatusSpan(Status.PERMANENT_RESIDENT))
    question = world(terms=(HANDS_ON,), facts=replace(CITIZEN, statuses=both))
    (hands_on,) = term_rulings(question, plan_of(HANDS_ON))

    assert hands_on.ruling.permission is Permission.UNKNOWN
    assert hands_on.ruling.decisive.sentence == (
        "You have told statuses that nobody holds on the same day: permanent resident and B-2. "
        "They cannot all be true, and not all of them allow this."
    )


def test_every_permission_has_its_words():
    assert set(PERMISSION_WORDS) == set(Permission)
