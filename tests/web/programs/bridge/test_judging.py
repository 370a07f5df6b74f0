from dataclasses import replace
from datetime import date

import pytest

from rounds.core.facts import ApplicantFacts
from rounds.core.vocabulary import Visa
from rounds.web.dossier.bridge import season_of
from rounds.web.programs.actions.doors import current_doors
from rounds.web.programs.bridge import judging
from rounds.web.programs.bridge.judging import doors_of, facts_for, hash_of_facts, judged
from rounds.web.programs.bridge.shelf import shelf
from tests.web.programs.makers import (
    NOW,
    RULES,
    imported,
    make_bare_program,
    make_program,
    program_text,
)
from tests.web.programs.people import tell, work

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)
SEASON = season_of(2028, today=TODAY)
NOTHING_BUT_THE_VISA = """
coverage = { graduation = "expressly_none", experience = "expressly_none" }

[[program.requirement]]
id = "visa"
topic = "sponsorship"
modality = "required"
rule = { sponsorship = { visas = ["j1"] } }
"""
LATER = """
[[program.requirement]]
id = "certificate"
topic = "certification"
modality = "required"
stage = "{stage}"
rule = {{ ecfmg_certified = {{}} }}
"""


def judge(user):
    found = judged(facts_for(user, SEASON), shelf().programs, SEASON)
    return {shelf().by_pk[number].row.code: one for number, one in found.items()}


def test_a_door_is_open_closed_or_undecided_with_its_causes(applicant):
    make_program("met", rules=NOTHING_BUT_THE_VISA)
    make_program("unmet")
    make_program("old", as_of="2018")
    make_bare_program(code="bare")
    tell(applicant)

    doors = judge(applicant)
    assert {code: (one.door, one.causes) for code, one in doors.items()} == {
        "met": ("open", ""),
        "unmet": ("closed", ""),
        "old": ("undecided", "stale"),
        "bare": ("undecided", "not_testable,stale"),
    }
    assert doors["bare"].rule_hash == ""
    assert len(doors["met"].rule_hash) == 64


def test_what_is_left_for_later_is_kept_by_stage(applicant):
    rules = LATER.format(stage="start") + LATER.format(stage="rank").replace("certificate", "b")
    make_program("p", rules=RULES + rules)
    tell(applicant)

    assert judge(applicant)["p"].later == "rank,start"


def test_equal_facts_have_equal_hashes_in_any_order_of_a_set():
    facts = ApplicantFacts(sponsorship_visas=frozenset({Visa.J1, Visa.H1B}))
    again = ApplicantFacts(sponsorship_visas=frozenset({Visa.H1B, Visa.J1}))

    assert hash_of_facts(facts) == hash_of_facts(again)
    assert hash_of_facts(facts) != hash_of_facts(replace(facts, degree_on=TODAY))


def test_another_version_of_rounds_judges_anew(monkeypatch):
    before = hash_of_facts(ApplicantFacts())
    monkeypatch.setattr(judging, "__version__", "99")

    assert hash_of_facts(ApplicantFacts()) != before


def test_a_fact_of_an_unknown_type_is_no_silent_text():
    with pytest.raises(TypeError, match="unknown type object"):
        hash_of_facts(ApplicantFacts(degree_on=object()))


def outdated(user, season=SEASON):
    return [one.row.code for one in doors_of(user, season).outdated]


def test_before_the_first_judging_every_door_is_outdated(applicant):
    make_program("a")

    assert outdated(applicant) == ["a"]


def test_doors_are_outdated_by_facts_by_rules_and_by_a_day(applicant):
    for code in ("a", "b"):
        imported(program_text(code, name=code))
    tell(applicant)
    current_doors(user=applicant, season=SEASON, at=NOW)
    assert outdated(applicant) == []

    imported(program_text("b", name="b", rules=RULES))
    assert outdated(applicant) == ["b"]
    current_doors(user=applicant, season=SEASON, at=NOW)
    assert outdated(applicant) == []

    work(applicant)
    assert outdated(applicant) == ["a", "b"]
    current_doors(user=applicant, season=SEASON, at=NOW)

    assert outdated(applicant, season_of(2028, today=date(2026, 11, 28))) == ["a", "b"]
    assert outdated(applicant, season_of(2029, today=TODAY)) == ["a", "b"]


def test_reading_doors_costs_the_same_for_one_program_and_for_three(
    applicant, django_assert_num_queries
):
    tell(applicant)
    for number in range(3):
        make_program(f"p-{number}")
        current_doors(user=applicant, season=SEASON, at=NOW)
        with django_assert_num_queries(9):
            doors_of(applicant, SEASON)
