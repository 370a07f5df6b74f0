from datetime import date

import pytest

from rounds.core.vocabulary import Permission
from rounds.web.accounts.bridge import told_facts
from rounds.web.catalog.actions.decisions import take_decision, withdraw_decision
from rounds.web.catalog.bridge.law import rulebook_with
from rounds.web.catalog.models import AgencyDecision
from rounds.web.kit.refusal import Refusal
from rounds.web.pages.bridge import ruling_on
from tests.web.catalog.keepers import AT, ON, make_keeper, make_whole_rotation, told_of
from tests.web.catalog.makers import make_term

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    return make_keeper()


def take(keeper, **over):
    values = {
        "allows": True, "states": ["NY", "IL"], "kinds": ["observership"], "statuses": ["b1"],
        "roles": [], "modes": [], "decided_by": "Vera Owner", "counsel": "Opinion 12",
        "reason": "Watching only.", "decided_on": ON, "until": date(2027, 11, 27), **over,
    }  # fmt: skip
    return take_decision(values=values, by=keeper, at=AT, on=ON)


def test_a_decision_is_kept_with_a_readable_code_and_told(keeper):
    decision = take(keeper)

    assert decision.code == "ny-il-observership-b1-2026"
    ((verb, told),) = told_of(decision)
    assert (verb, told["states"], told["counsel"]) == ("taken", ["IL", "NY"], "Opinion 12")


def test_a_second_decision_of_the_same_kind_has_a_code_of_its_own(keeper):
    assert [take(keeper).code, take(keeper).code] == [
        "ny-il-observership-b1-2026",
        "ny-il-observership-b1-2026-2",
    ]


def test_a_decision_was_taken_today_or_before_and_is_not_over(keeper):
    with pytest.raises(Refusal) as refused:
        take(keeper, decided_on=date(2026, 11, 28))
    assert refused.value.params == {"field": "decided_on"}
    with pytest.raises(Refusal) as refused:
        take(keeper, decided_on=date(2026, 1, 1), until=date(2026, 11, 26))
    assert refused.value.params == {"field": "until"}
    assert AgencyDecision.objects.count() == 0


def test_no_decision_lifts_what_is_forbidden_whatever_it_names(keeper):
    """A graduate on B-1 may not work hands-on; the agency allows all it can, and the ban stays."""
    decision = take(
        keeper, states=["NY"], kinds=["externship"], statuses=["b1"], roles=["hands_on"]
    )
    rotation = make_whole_rotation(kind="externship", role="hands_on")
    term = make_term(rotation)
    graduate = told_facts(status="b1", degree_on=date(2024, 6, 1), is_student=False)

    ruled = [
        ruling_on(graduate, rotation, term, rulebook_with(decisions)).permission
        for decisions in ([], [decision])
    ]
    assert ruled == [Permission.NOT_ALLOWED, Permission.NOT_ALLOWED]


def test_a_decision_lifts_what_is_unknown_and_is_shown_as_such(keeper):
    decision = take(keeper, states=["NY"], kinds=["externship"], statuses=["permanent_resident"])
    rotation = make_whole_rotation(kind="externship", role="hands_on")
    term = make_term(rotation)
    resident = told_facts(status="permanent_resident", degree_on=date(2024, 6, 1), is_student=False)

    ruled = [
        ruling_on(resident, rotation, term, rulebook_with(decisions)).permission
        for decisions in ([], [decision])
    ]
    assert ruled == [Permission.UNKNOWN, Permission.ALLOWED_BY_AGENCY_DECISION]


def test_a_withdrawn_decision_stays_to_be_read(keeper):
    decision = take(keeper)
    withdraw_decision(decision=decision, why="New law.", by=keeper, at=AT)

    assert AgencyDecision.objects.get().withdrawn_at == AT
    assert told_of(decision)[-1] == ("withdrawn", {"why": "New law."})
    with pytest.raises(Refusal, match="already"):
        withdraw_decision(decision=decision, why="Again.", by=keeper, at=AT)
