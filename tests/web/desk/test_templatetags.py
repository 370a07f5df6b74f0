from datetime import UTC, date, datetime

from rounds.web.catalog.models import (
    Affiliation,
    AgencyDecision,
    Agreement,
    Blackout,
    License,
    PriceLine,
)
from rounds.web.desk.templatetags.desk import (
    agreement_state,
    coded,
    decision_state,
    kept_words,
    row_words,
    statuses,
)

TODAY, LATER = date(2026, 11, 27), date(2028, 1, 1)


def test_where_agreements_and_decisions_stand_is_said_in_words():
    assert "In force" in agreement_state(Agreement(state="published"))
    assert "Holds until Jan 1, 2028" in decision_state(AgencyDecision(until=LATER), TODAY)
    assert "Over since" in decision_state(AgencyDecision(until=date(2026, 1, 1)), TODAY)
    gone = AgencyDecision(until=LATER, withdrawn_at=datetime(2026, 11, 1, tzinfo=UTC))
    assert "Withdrawn on Nov 1, 2026" in decision_state(gone, TODAY)


def test_codes_become_words():
    assert coded(["sub_internship", "elective"]) == "sub-internship, elective"
    assert coded([], "every kind") == "every kind"
    assert statuses(["b2", "us_citizen"]) == "B-2, US citizen"


def test_a_row_says_what_it_holds():
    assert row_words(License(expires_on=LATER)) == "until Jan 1, 2028"
    assert row_words(Affiliation(source="", read_on=None)) == "claimed"
    assert row_words(Blackout(first=TODAY, last=LATER, reason="Leave")) == (
        "Nov 27, 2026 to Jan 1, 2028: Leave"
    )
    assert row_words(PriceLine(cents=None)).startswith("not stated")


def test_a_kept_value_is_said_in_a_line():
    said = [kept_words(value) for value in (None, "", False, True, 0, "x" * 200)]

    assert said[:5] == ["nothing", "nothing", "no", "yes", "0"]
    assert len(said[5]) == 160
