"""The fictional agency's decisions."""

from datetime import date

from rounds.core.legality.decision_file import read_agency_decisions
from rounds.core.vocabulary import Permission
from rounds.demo.decisions import decisions_toml

ON = date(2026, 11, 22)


def test_the_decisions_load_hold_today_and_say_that_they_are_fictional():
    made = read_agency_decisions(decisions_toml(on=ON), "decisions.toml")

    assert [one.id for one in made] == [
        "externships-of-residents",
        "electives-of-enrolled-students",
    ]
    assert all(one.holds_on(ON) and one.is_fictional for one in made)
    assert {one.permission for one in made} == {Permission.ALLOWED_BY_AGENCY_DECISION}


def test_no_decision_speaks_of_california_or_of_visitors_externships():
    externships, electives = read_agency_decisions(decisions_toml(on=ON), "decisions.toml")

    assert "CA" not in (externships.when.states or ()) | (electives.when.states or ())
    assert externships.when.statuses == {"us_citizen", "permanent_resident", "ead"}
