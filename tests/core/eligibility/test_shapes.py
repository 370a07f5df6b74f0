"""Every shape in which programs write rules, as TOML, decided by examples a reader can check.

Programs apply on Sep 1, 2027; lists are complete unless said otherwise. Rotations run from a
Monday for whole weeks, hands-on, full time, in a US hospital ward, unless said otherwise.
"""

import re
from dataclasses import replace
from datetime import date

import pytest

from rounds.core.eligibility.assess import assess
from rounds.core.eligibility.program_file import read_programs
from rounds.core.facts import Ecfmg, StatusSpan, Training
from rounds.core.values import DateSpan
from rounds.core.vocabulary import (
    Credential,
    Door,
    Exam,
    ExamResult,
    Kind,
    Role,
    Setting,
    Stage,
    Status,
    UnknownCause,
    Verdict,
    Visa,
)
from tests.core.eligibility.makers import (
    COMPLETE,
    NOBODY,
    SEASON,
    case,
    done,
    letter,
    rotation,
    rule,
    sat,
    verdict,
)

MET, UNMET, UNKNOWN = Verdict.MET, Verdict.UNMET, Verdict.UNKNOWN
JAN, MARCH, JUNE = date(2026, 1, 5), date(2026, 3, 2), date(2026, 6, 1)
OFFICE = ((Setting.OFFICE, 40),)
PASSED, FAILED = ExamResult.PASSED, ExamResult.FAILED


def family_office(first, weeks):
    return rotation(first, weeks, specialty="family medicine", hours=OFFICE)


def check(text, *cases):
    """A rule (lines that end with a comma go on) and persons with the verdicts worked out."""
    tree = rule(re.sub(r",\s+", ", ", text))
    for number, (facts, expected) in enumerate(cases, start=1):
        assert verdict(tree, facts) is expected, f"case {number}"


def test_threshold_with_a_set_of_countries():
    check(
        """clinical_experience = { months = 3, roles = ["hands_on"], settings = ["hospital"],
           countries = ["us_or_canada"] }""",
        (done(rotation(JAN, 13)), MET),
        (done(rotation(JAN, 8), rotation(MARCH, 4, country="CA")), UNKNOWN),  # 12 or 13 weeks
        (done(rotation(JAN, 11)), UNMET),
        (done(rotation(JAN, 13, country="GB")), UNMET),
        (done(rotation(JAN, 13, hours=OFFICE)), UNMET),
    )


def test_of_which_binds_place_and_country_to_the_part_only():
    check(
        """all = [
             { clinical_experience = { weeks = 8, roles = ["hands_on"] } },
             { clinical_experience = { weeks = 6, roles = ["hands_on"], countries = ["US"],
               settings = ["clinic"], specialties = ["family medicine"] } } ]""",
        (done(family_office(JAN, 6), rotation(MARCH, 2, country="IN")), MET),
        (done(family_office(JAN, 6)), UNMET),  # 6 of 8
        (done(family_office(JAN, 5), rotation(MARCH, 3, country="IN")), UNMET),  # 5 of the 6
        (done(rotation(JAN, 8)), UNMET),  # no family medicine
    )


def test_any_country_that_speaks_english():
    check(
        'clinical_experience = { countries = ["english_speaking"] }',
        (done(rotation(JAN, 4, country="IE")), MET),
        (done(rotation(JAN, 4, country="IN")), UNMET),
    )


def test_either_or_with_a_branch_only_a_person_can_read():
    check(
        """any = [
             { clinical_experience = { months = 3, countries = ["us_or_canada"] } },
             { not_testable = { text = "experience elsewhere that shows primary care" } } ]""",
        (done(rotation(JAN, 13)), MET),
        (COMPLETE, UNKNOWN),
    )


def test_if_long_ago_then_experience_with_a_fuzzy_bound():
    tree = """any = [
        { graduated_within = { years = 2, fuzzy_years = 3, to = "apply" } },
        { clinical_experience = { weeks = 12 } } ]"""
    old = replace(COMPLETE, degree_on=date(2024, 8, 31))
    check(
        tree,
        (replace(COMPLETE, degree_on=date(2025, 9, 1)), MET),
        (replace(COMPLETE, degree_on=date(2025, 8, 31)), UNKNOWN),  # between two and three years
        (old, UNMET),
        (replace(old, experience=(rotation(JAN, 12),)), MET),
    )


def test_unless_active_in_practice():
    old = replace(COMPLETE, degree_on=date(2020, 6, 1))
    check(
        """[unless]
           rule.graduated_within = { years = 2, to = "apply" }
           exception.clinical_experience = { weeks = 24, specialties = ["family medicine"],
             within = { years = 2, to = "apply" } }""",
        (old, UNMET),
        (replace(old, experience=(family_office(JAN, 24),)), MET),
        (replace(old, experience=(family_office(date(2025, 1, 6), 24),)), UNMET),  # too long ago
        (replace(COMPLETE, degree_on=date(2026, 6, 1)), MET),
    )


def test_dual_clock_where_the_later_of_two_anchors_counts():
    old = replace(COMPLETE, degree_on=date(2015, 6, 1))
    last_weeks = rotation(date(2023, 8, 7), 4, country="IN")  # through Sep 3, 2023
    check(
        """any = [
             { graduated_within = { years = 4, to = "apply" } },
             { clinical_experience = { roles = ["hands_on"],
               within = { years = 4, to = "apply" } } } ]""",
        (replace(COMPLETE, degree_on=date(2023, 9, 1)), MET),
        (old, UNMET),
        (replace(old, experience=(last_weeks,)), MET),
        (replace(old, experience=(rotation(date(2023, 7, 31), 4),)), UNMET),  # ends Aug 27, 2023
    )


def test_nested_window_within_another():
    year_in_us = rotation(date(2025, 9, 1), 52)
    old = replace(COMPLETE, degree_on=date(2020, 6, 1))
    check(
        """any = [
             { graduated_within = { years = 2, to = "apply" } },
             { clinical_experience = { years = 1, countries = ["US"],
               within = { years = 2, to = "apply" } } } ]""",
        (replace(old, experience=(year_in_us,)), MET),
        (replace(old, experience=(rotation(date(2025, 9, 1), 50),)), UNKNOWN),  # 48 or 52 weeks
        (replace(old, experience=(rotation(date(2025, 9, 1), 47),)), UNMET),
        (replace(old, experience=(rotation(date(2024, 8, 26), 52),)), UNMET),  # ends Aug 24, 2025
    )


PROGRAM = """id = "p"
name = "P (fictional)"
specialty = "internal medicine"
state = "NY"
source = "https://example.org"
via = "live page"
read_on = "2026-11"
as_of = "{as_of}"
[coverage]
graduation = "expressly_none"
sponsorship = "expressly_none"
"""


def door(requirements, facts, as_of="2027-2028"):
    programs = read_programs(PROGRAM.format(as_of=as_of) + requirements, "p.toml")
    return assess(facts, programs, SEASON)[0]


def requirement(rule_text, modality="required", stage="apply", topic="experience", more=""):
    return f"""
[[requirement]]
id = "{topic}-{modality}-{stage}"
topic = "{topic}"
modality = "{modality}"
stage = "{stage}"
{more}
{rule_text}
"""


def test_required_and_preferred_in_one_line_are_two_clauses():
    both = requirement('rule.clinical_experience = { countries = ["US"] }') + requirement(
        'rule.clinical_experience = { months = 2, countries = ["US"] }', "preferred"
    )
    four = door(both, done(rotation(JAN, 4)))

    assert four.door is Door.OPEN
    assert [finding.verdict for finding in four.findings] == [MET, UNMET]
    assert door(both, COMPLETE).door is Door.CLOSED


def test_exclusion_list_counts_nothing_of_it_and_holds_nothing_against_it():
    observed = rotation(JAN, 8, kind=Kind.OBSERVERSHIP, role=Role.OBSERVING)
    check(
        """clinical_experience = { weeks = 4, countries = ["US"],
             not_counting = ["observership", "research"] }""",
        (done(observed), UNMET),
        (done(rotation(MARCH, 4)), MET),
        (done(observed, rotation(JUNE, 4)), MET),
    )


def test_exclusion_of_externships_asks_for_a_residency_year():
    year = Training(DateSpan(date(2024, 7, 1), date(2025, 6, 30)), "US", "surgery", is_acgme=True)
    check(
        "residency_training = { years = 1 }",
        (done(rotation(JAN, 52)), UNMET),
        (replace(COMPLETE, training=(year,)), MET),
    )


def test_inclusion_list_is_taken_at_its_word():
    observed = rotation(JAN, 8, kind=Kind.OBSERVERSHIP, role=Role.OBSERVING)
    check(
        'clinical_experience = { weeks = 8, kinds = ["observership", "externship"] }',
        (done(observed), MET),
        (done(rotation(JAN, 8)), MET),
        (done(rotation(JAN, 8, kind=Kind.RESEARCH)), UNMET),
    )


def test_an_observership_is_never_assumed_to_be_refused():
    observed = rotation(JAN, 8, kind=Kind.OBSERVERSHIP, role=Role.OBSERVING)

    check("clinical_experience = { weeks = 8 }", (done(observed), UNKNOWN))


def test_stages_of_one_limit_each_have_their_own_day():
    both = (
        requirement('rule.clinical_experience = { countries = ["US"] }')
        + requirement(
            'rule.exam_attempts = { exams = ["step_1"], failures = 1 }',
            stage="interview",
            topic="exams",
        )
        + requirement(
            'rule.exam_attempts = { exams = ["step_2_ck"], failures = 0 }',
            stage="rank",
            topic="exams",
        )
    )
    sittings = (
        sat(Exam.STEP_1, date(2024, 5, 1), FAILED),
        sat(Exam.STEP_1, date(2025, 5, 1), PASSED),
        sat(Exam.STEP_2_CK, date(2026, 5, 1), FAILED),
    )
    found = door(both, replace(done(rotation(JAN, 4)), exams=sittings))

    assert found.door is Door.OPEN  # nothing of it is due when applying
    assert [one.verdict for one in found.findings] == [MET, MET, UNMET]
    assert [one.requirement.stage for one in found.still_to_do] == [Stage.RANK]


def test_setting_and_anchor_together():
    check(
        """clinical_experience = { months = 3, countries = ["US"], settings = ["inpatient"],
             within = { years = 1, to = "apply" } }""",
        (done(rotation(date(2026, 9, 7), 13)), UNKNOWN),  # ends Dec 6, 2026, after today
        (done(rotation(date(2026, 8, 3), 13)), MET),
        (done(rotation(date(2026, 8, 3), 13, hours=((Setting.EMERGENCY, 40),))), UNMET),
        (done(rotation(date(2026, 5, 4), 13)), UNMET),  # ends Aug 2, 2026
    )


def test_a_residency_year_is_not_made_of_weeks():
    half = Training(DateSpan(date(2026, 1, 1), date(2026, 6, 30)), "US", None, is_acgme=True)
    check(
        "residency_training = { years = 1 }",
        (NOBODY, UNKNOWN),
        (replace(COMPLETE, training=(half,)), UNMET),
    )


def test_what_a_letter_implies():
    check(
        """letters = { at_least = 1, us_physician = true, specialties = ["internal medicine"],
             roles = ["hands_on"] }""",
        (replace(COMPLETE, letters=(letter("A"),)), MET),
        (replace(COMPLETE, letters=(letter("A", role=Role.OBSERVING),)), UNMET),
        (replace(COMPLETE, letters=(letter("A", role=None),)), UNKNOWN),
    )


def test_absent_is_unknown_and_not_no():
    silent = door(
        '[[requirement]]\nid = "x"\ntopic = "letters"\nmodality = "required"\n'
        "rule.letters = { at_least = 1 }",
        replace(COMPLETE, letters=(letter("A"),)),
    )

    assert silent.door is Door.UNDECIDED
    assert [topic for topic, _ in silent.gaps] == ["experience"]


def test_relative_scores_need_a_norm_and_stay_unknown():
    check(
        """all = [
             { exam_passed = { exam = "step_2_ck" } },
             { not_testable = { text = "a score at the 15th percentile or above" } } ]""",
        (replace(COMPLETE, exams=(sat(Exam.STEP_2_CK, JAN, PASSED, 250),)), UNKNOWN),
        (COMPLETE, UNMET),
    )


def test_soft_scores_close_no_door():
    soft = requirement('rule.clinical_experience = { countries = ["US"] }') + requirement(
        'rule.exam_passed = { exam = "step_2_ck", score = 240 }', "preferred", topic="exams"
    )
    facts = replace(done(rotation(JAN, 4)), exams=(sat(Exam.STEP_2_CK, JAN, PASSED, 239),))

    assert door(soft, facts).door is Door.OPEN
    assert door(soft, facts).findings[1].verdict is UNMET


@pytest.mark.parametrize(
    ("limit", "failed", "expected"),
    [
        ('exams = ["step_1"], attempts = 1', 0, MET),
        ('exams = ["step_1"], attempts = 1', 1, UNMET),
        ('exams = ["step_1"], attempts = 2', 1, MET),
        ('exams = ["step_1"], attempts = 2', 2, UNMET),
        ("failures = 1", 1, MET),
        ("failures = 1", 2, UNMET),
        ("failures = 2", 2, MET),  # three failures exclude
        ("failures = 2", 3, UNMET),
        ("attempts = 3", 2, MET),  # three attempts by state law
        ("attempts = 3", 3, UNMET),
    ],
)
def test_attempt_counts(limit, failed, expected):
    sittings = [sat(Exam.STEP_1, date(2024, month, 1), FAILED) for month in range(1, failed + 1)]
    facts = replace(COMPLETE, exams=(*sittings, sat(Exam.STEP_1, JAN, PASSED)))

    check(f"exam_attempts = {{ {limit} }}", (facts, expected))


def test_a_rule_recomputed_yearly_expires_with_its_season():
    yearly = requirement(
        'rule.clinical_experience = { countries = ["US"] }', more="recomputed_yearly = true"
    )
    facts = done(rotation(JAN, 4))

    assert door(yearly, facts).door is Door.OPEN
    last_year = door(yearly, facts, as_of="2026-2027")
    assert (last_year.door, last_year.causes) == (Door.UNDECIDED, {UnknownCause.STALE})
    lasting = yearly.replace("recomputed_yearly = true", "")
    assert door(lasting, facts, as_of="2026-2027").door is Door.OPEN


def test_prior_training_is_demanded_by_some_and_excluded_by_others():
    year = Training(DateSpan(date(2024, 7, 1), date(2025, 6, 30)), "US", None, is_acgme=True)
    trained = replace(COMPLETE, training=(year,))

    check("residency_training = { years = 1 }", (trained, MET), (COMPLETE, UNMET))
    check("none = [{ residency_training = { years = 0 } }]", (trained, UNMET), (COMPLETE, MET))


def test_letters_with_nested_attributes():
    family = letter("F", specialty="family medicine")
    abroad = letter("X", is_us_physician=False)
    check(
        """all = [
             { letters = { at_least = 3 } },
             { letters = { at_least = 1, specialties = ["family medicine"] } },
             { letters = { at_least = 2, us_physician = true } } ]""",
        (replace(COMPLETE, letters=(family, letter("A"), abroad)), MET),
        (replace(COMPLETE, letters=(family, letter("F"), abroad)), UNMET),  # two authors
        (replace(COMPLETE, letters=(letter("A"), letter("B"), abroad)), UNMET),  # no family
        (replace(COMPLETE, letters=(family, abroad, replace(abroad, author="Y"))), UNMET),
    )


def test_a_signal_is_strongly_preferred_and_read_by_a_person():
    signal = requirement('rule.clinical_experience = { countries = ["US"] }') + requirement(
        'rule.not_testable = { text = "a program signal" }', "strongly_preferred", topic="other"
    )

    assert door(signal, done(rotation(JAN, 4))).door is Door.OPEN


def test_alternative_proofs():
    check(
        """any = [ { ecfmg_certified = {} },
             { credential = { any_of = ["us_license", "fifth_pathway"] } } ]""",
        (replace(NOBODY, ecfmg=Ecfmg(certified=True)), MET),
        (replace(NOBODY, credentials=frozenset({Credential.FIFTH_PATHWAY})), MET),
        (replace(COMPLETE, ecfmg=Ecfmg(expected_on=date(2027, 12, 1))), UNMET),
        (NOBODY, UNKNOWN),
    )


def test_h1b_only_with_step_3():
    wants_h1b = replace(COMPLETE, needs_sponsorship=True, sponsorship_visas=frozenset({Visa.H1B}))
    check(
        """any = [ { sponsorship = { visas = ["j1"] } },
             { all = [ { sponsorship = { visas = ["h1b"] } },
                       { exam_passed = { exam = "step_3" } } ] } ]""",
        (replace(wants_h1b, exams=(sat(Exam.STEP_3, JAN, PASSED),)), MET),
        (wants_h1b, UNMET),
        (replace(wants_h1b, sponsorship_visas=frozenset({Visa.J1})), MET),
    )


def test_an_empty_list_of_visas_is_not_the_same_as_nothing_stated():
    needs = replace(done(rotation(JAN, 4)), needs_sponsorship=True, sponsorship_visas=frozenset())
    experience = requirement('rule.clinical_experience = { countries = ["US"] }')
    none = requirement("rule.sponsorship = { visas = [] }", topic="sponsorship")
    head = PROGRAM.replace('sponsorship = "expressly_none"\n', "")

    (closed,) = assess(
        needs, read_programs(head.format(as_of="2027") + experience + none, "p"), SEASON
    )
    (open_question,) = assess(
        needs, read_programs(head.format(as_of="2027") + experience, "p"), SEASON
    )
    assert closed.door is Door.CLOSED
    assert open_question.door is Door.UNDECIDED


def test_a_work_permit_may_be_refused_or_accepted():
    ead = replace(COMPLETE, statuses=(StatusSpan(Status.EAD),))
    check('status = { any_of = ["us_citizen", "permanent_resident"], on = "start" }', (ead, UNMET))
    check('status = { any_of = ["us_citizen", "ead"], on = "start" }', (ead, MET))


def test_part_time_below_the_floor_is_unknown_and_not_no():
    part_time = rotation(JAN, 8, hours=((Setting.OFFICE, 19),))

    check("clinical_experience = { weeks = 8 }", (done(part_time), UNKNOWN))


def test_two_or_more_rotations_of_a_length_need_one_that_lasts():
    check(
        'clinical_experience = { weeks = 8, counted = "one_rotation" }',
        (done(rotation(JAN, 4), rotation(MARCH, 4)), UNMET),
        (done(rotation(JAN, 8)), MET),
    )


def test_every_reading_of_a_case_is_judged_on_the_day_it_is_due():
    facts = done(rotation(JAN, 4))

    assert case(facts).due == SEASON.apply_on
