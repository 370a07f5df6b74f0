from datetime import date

import pytest

from rounds.core.facts import ApplicantFacts, StatusSpan
from rounds.core.legality.rules import Layer, Rule, When
from rounds.core.vocabulary import Permission, Status, Verdict
from rounds.web.catalog.bridge.law import rulebook_with
from rounds.web.catalog.models import AgencyDecision
from rounds.web.pages.bridge import (
    ForMe,
    chapters,
    conditions,
    next_season,
    ruling_on,
)
from tests.web.catalog.makers import make_rotation, make_site, make_term

pytestmark = pytest.mark.django_db
TODAY, JANUARY = date(2026, 11, 27), date(2027, 1, 4)
CITIZEN = ApplicantFacts(degree_on=date(2023, 6, 1), statuses=(StatusSpan(Status.US_CITIZEN),))


def make_decision(**over):
    return AgencyDecision.objects.create(
        **{
            "code": "externs", "allows": True, "states": ["OH"], "kinds": ["externship"],
            "statuses": ["us_citizen"], "decided_by": "Owner", "counsel": "Memo 7",
            "reason": "Supervised.", "decided_on": date(2026, 1, 1), "until": date(2028, 1, 1),
            **over,
        }
    )  # fmt: skip


def ruled(*decisions, state="OH", **over):
    rotation = make_rotation(
        kind="externship", role="hands_on", site=make_site(state_code=state), **over
    )
    return ruling_on(CITIZEN, rotation, make_term(rotation), rulebook_with(decisions))


def test_a_decision_lifts_what_is_unknown_where_it_speaks():
    assert ruled().permission is Permission.UNKNOWN
    assert ruled(make_decision()).permission is Permission.ALLOWED_BY_AGENCY_DECISION
    assert ruled(make_decision(code="b"), state="TX").permission is Permission.UNKNOWN


def test_a_decision_that_refuses_refuses_and_one_that_has_ended_says_nothing():
    assert ruled(make_decision(allows=False)).permission is Permission.NOT_ALLOWED
    ended = make_decision(code="b", until=date(2026, 12, 31))
    assert ruled(ended).permission is Permission.UNKNOWN


def test_a_decision_for_some_roles_and_modes_covers_those_alone():
    watching = make_decision(roles=["observing"], modes=["in_person"])

    assert ruled(watching).permission is Permission.UNKNOWN


def test_conditions_are_judged_one_by_one_on_the_first_day():
    both = '{ all = [{ standing = { is = "graduate" } }, { exam_passed = { exam = "step_1" } }] }'
    rotation = make_rotation(entry=both)
    found = conditions(CITIZEN, rotation, today=TODAY, first=JANUARY)

    assert [one.outcome.verdict for one in found] == [Verdict.MET, Verdict.UNKNOWN]
    assert conditions(CITIZEN, make_rotation(), today=TODAY, first=JANUARY) == []
    single = make_rotation(entry='{ standing = { is = "student" } }')
    (only,) = conditions(CITIZEN, single, today=TODAY, first=JANUARY)
    assert only.outcome.verdict is Verdict.UNMET


def test_plans_of_today_serve_the_season_after_next():
    assert next_season(TODAY).year == 2028


def test_what_is_the_same_on_every_date_is_said_once():
    allowed, unknown = ruled(make_decision()), ruled()

    assert ForMe([(None, allowed), (None, allowed)], []).is_same_for_all
    assert not ForMe([(None, allowed), (None, unknown)], []).is_same_for_all


def legal_rule(name, **told):
    return Rule(name, told.pop("layer", Layer.STATE), Permission.ALLOWED, "Says so.", **told)


def test_immigration_comes_first_then_every_state_then_the_states():
    texas = legal_rule("t", when=When(states=frozenset({"TX", "FL"})))
    read = chapters([texas, legal_rule("all"), legal_rule("b", layer=Layer.IMMIGRATION)])

    assert [chapter.title for chapter in read] == [
        "Immigration", "Every state", "Florida", "Texas"
    ]  # fmt: skip
    assert [one.id for one in read[-1].rules] == ["t"]


def test_a_chapter_without_rules_is_not_shown():
    assert [chapter.title for chapter in chapters([legal_rule("all")])] == ["Every state"]
