from dataclasses import replace
from datetime import date

import pytest

from rounds.core.eligibility.case import Anchor, Within
from rounds.core.eligibility.criteria.clinical_experience import ExperienceAsked
from rounds.core.eligibility.rules import judge
from rounds.core.values import DateSpan
from rounds.core.vocabulary import (
    Complete,
    Kind,
    Mode,
    Origin,
    Role,
    Setting,
    UnknownCause,
    Verdict,
)
from tests.core.eligibility.makers import NOBODY, case, done, rotation, rule, season, verdict

JAN, MARCH = date(2026, 1, 5), date(2026, 3, 2)
EIGHT = rule("clinical_experience = { weeks = 8 }")
FOUR = rule("clinical_experience = { weeks = 4 }")
THREE_MONTHS = rule("clinical_experience = { months = 3 }")


def outcome(asked, facts, on=date(2027, 9, 1)):
    return judge(asked, case(facts, on))


def asks(inner):
    return rule(f"clinical_experience = {{ {inner} }}")


@pytest.mark.parametrize(
    ("weeks", "expected"), [(7, Verdict.UNMET), (8, Verdict.MET), (9, Verdict.MET)]
)
def test_weeks_are_counted_as_certified(weeks, expected):
    assert verdict(EIGHT, done(rotation(JAN, weeks))) is expected


def test_the_certified_weeks_count_and_not_the_length_of_the_span():
    assert verdict(EIGHT, done(rotation(JAN, 12, weeks=7))) is Verdict.UNMET


def test_weeks_of_several_rotations_add_up_unless_one_must_do():
    two = done(rotation(JAN, 4), rotation(MARCH, 4))

    assert verdict(EIGHT, two) is Verdict.MET
    one_rotation = asks('weeks = 8, counted = "one_rotation"')
    assert verdict(one_rotation, two) is Verdict.UNMET
    assert verdict(one_rotation, done(rotation(JAN, 8))) is Verdict.MET


def test_overlapping_weeks_count_once():
    assert verdict(EIGHT, done(rotation(JAN, 4), rotation(JAN, 4))) is Verdict.UNMET


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [(11, Verdict.UNMET), (12, Verdict.UNKNOWN), (13, Verdict.MET)],
)
def test_three_months_are_decided_where_12_and_13_weeks_agree(weeks, expected):
    assert verdict(THREE_MONTHS, done(rotation(JAN, weeks))) is expected


def test_between_the_two_readings_of_a_month_the_program_must_be_asked():
    found = outcome(THREE_MONTHS, done(rotation(JAN, 12)))

    assert found.causes == {UnknownCause.NOT_STATED}
    assert found.missing == ("how many weeks the program takes for this (12 or 13; 12 counted)",)


@pytest.mark.parametrize("complete", [Complete.UNKNOWN, Complete.NO])
def test_too_few_weeks_are_unmet_only_in_a_complete_list(complete):
    facts = done(rotation(JAN, 4), complete=complete)
    found = outcome(EIGHT, facts)

    assert found.causes == {UnknownCause.NOT_TOLD}
    assert found.missing == ("whether you have more clinical experience than you told",)
    assert verdict(EIGHT, done(rotation(JAN, 8), complete=complete)) is Verdict.MET


# ── one point after the other ──────────────────────────────────────────────────────────────────

NOT_TOLD, NOT_STATED = UnknownCause.NOT_TOLD, UnknownCause.NOT_STATED


@pytest.mark.parametrize(
    ("clause", "change", "expected"),
    [
        ('countries = ["US"]', {"country": "US"}, Verdict.MET),
        ('countries = ["US"]', {"country": "CA"}, Verdict.UNMET),
        ('countries = ["US"]', {"country": None}, NOT_TOLD),
        ('countries = ["us_or_canada"]', {"country": "CA"}, Verdict.MET),
        ("", {"country": None}, Verdict.MET),
        ('kinds = ["elective"]', {"kind": Kind.ELECTIVE}, Verdict.MET),
        ('kinds = ["elective"]', {"kind": Kind.EXTERNSHIP}, Verdict.UNMET),
        ('kinds = ["elective"]', {"kind": None}, NOT_TOLD),
        ("", {"kind": None}, Verdict.MET),
        ('not_counting = ["observership"]', {"kind": Kind.OBSERVERSHIP}, Verdict.UNMET),
        ('not_counting = ["observership"]', {"kind": Kind.ELECTIVE}, Verdict.MET),
        ('not_counting = ["observership"]', {"kind": None}, Verdict.MET),
        ('not_counting = ["observership"]', {"kind": None, "role": None}, NOT_TOLD),
        ('not_counting = ["observership", "research"]', {"kind": None}, NOT_TOLD),
        ('roles = ["hands_on"]', {"role": Role.HANDS_ON}, Verdict.MET),
        ('roles = ["hands_on"]', {"role": Role.OBSERVING}, Verdict.UNMET),
        ('roles = ["hands_on"]', {"role": None}, NOT_TOLD),
        ("", {"role": Role.OBSERVING}, NOT_STATED),
        ("", {"role": None}, NOT_TOLD),
        ('roles = ["observing", "hands_on"]', {"role": Role.OBSERVING}, Verdict.MET),
        (
            'kinds = ["observership"]',
            {"kind": Kind.OBSERVERSHIP, "role": Role.OBSERVING},
            Verdict.MET,
        ),
        ("", {"mode": Mode.VIRTUAL}, NOT_STATED),
        ("", {"mode": None}, NOT_TOLD),
        ('modes = ["in_person"]', {"mode": Mode.VIRTUAL}, Verdict.UNMET),
        ('modes = ["in_person"]', {"mode": None}, NOT_TOLD),
        ('modes = ["virtual"]', {"mode": Mode.VIRTUAL}, Verdict.MET),
        ('specialties = ["pediatrics"]', {"specialty": "pediatrics"}, Verdict.MET),
        ('specialties = ["pediatrics"]', {"specialty": "psychiatry"}, Verdict.UNMET),
        ('specialties = ["pediatrics"]', {"specialty": None}, NOT_TOLD),
        ("", {"specialty": None}, Verdict.MET),
        ('settings = ["clinic"]', {"hours": ((Setting.OFFICE, 40),)}, Verdict.MET),
        ('settings = ["clinic"]', {"hours": ((Setting.HOSPITAL_OUTPATIENT, 40),)}, Verdict.MET),
        ('settings = ["clinic"]', {"hours": ((Setting.INPATIENT, 40),)}, Verdict.UNMET),
        ('settings = ["clinic"]', {"hours": None}, NOT_TOLD),
        (
            'settings = ["inpatient"]',
            {"hours": ((Setting.INPATIENT, 20), (Setting.OFFICE, 20))},
            Verdict.MET,
        ),
        (
            'settings = ["inpatient"]',
            {"hours": ((Setting.INPATIENT, 19), (Setting.OFFICE, 20))},
            NOT_STATED,
        ),
        ("", {"hours": ((Setting.OFFICE, 20),)}, Verdict.MET),
        ("", {"hours": ((Setting.OFFICE, 19),)}, NOT_STATED),
        ("", {"hours": None}, NOT_TOLD),
        ("hours_a_week = 36", {"hours": ((Setting.OFFICE, 36),)}, Verdict.MET),
        ("hours_a_week = 36", {"hours": ((Setting.OFFICE, 35),)}, NOT_STATED),
        ("hours_a_week = 10", {"hours": ((Setting.OFFICE, 10),)}, Verdict.MET),
        ("since = 2026-02-01", {}, Verdict.MET),
        ("since = 2026-02-02", {}, Verdict.UNMET),
    ],
)
def test_each_point_of_a_clause_against_a_rotation_in_january(clause, change, expected):
    asked = asks(", ".join(part for part in ("weeks = 4", clause) if part))
    found = outcome(asked, done(rotation(JAN, 4, **change)))

    if isinstance(expected, UnknownCause):
        assert found.causes == {expected}
    else:
        assert found.verdict is expected


@pytest.mark.parametrize(
    ("clause", "change", "doubt"),
    [
        ('countries = ["US"]', {"country": None}, "the country is not told"),
        ('kinds = ["elective"]', {"kind": None}, "the kind of rotation is not told"),
        ('not_counting = ["research"]', {"kind": None}, "the kind of rotation is not told"),
        ('roles = ["hands_on"]', {"role": None}, "your role is not told"),
        ("", {"role": None}, "your role is not told"),
        (
            "",
            {"role": Role.OBSERVING},
            "the program does not say that work without hands-on counts",
        ),
        ("", {"mode": None}, "whether it was in person is not told"),
        ('modes = ["in_person"]', {"mode": None}, "whether it was in person is not told"),
        ("", {"mode": Mode.VIRTUAL}, "the program does not say that online weeks count"),
        ('specialties = ["pediatrics"]', {"specialty": None}, "the specialty is not told"),
        (
            'settings = ["inpatient"]',
            {"hours": ((Setting.INPATIENT, 10), (Setting.OFFICE, 30))},
            (
                "less than half of its hours were in that setting, and the program does not say "
                "whether that suffices"
            ),
        ),
        ("", {"hours": None}, "the hours a week are not told"),
        (
            "",
            {"hours": ((Setting.OFFICE, 12),)},
            (
                "12 hours a week are below 20, and the program does not say whether part-time "
                "weeks count"
            ),
        ),
        ('since = "graduation"', {}, "the date of the medical degree is not told"),
        (
            "within = { months = 24 }",
            {},
            "the program does not state the day from which it counts back",
        ),
    ],
)
def test_each_doubt_is_said_in_words(clause, change, doubt):
    asked = asks(", ".join(part for part in ("weeks = 4", clause) if part))
    facts = done(rotation(JAN, 4, place="Lakeside Clinic", **change))

    assert outcome(asked, facts).missing == (f"whether Lakeside Clinic (4 weeks) counts: {doubt}",)


def test_several_doubts_are_said_together_and_by_rotation():
    facts = done(
        rotation(JAN, 4, role=None, mode=None, ref="r1"), rotation(MARCH, 1, role=None, ref="r2")
    )
    found = outcome(FOUR, facts)

    assert found.missing == (
        (
            "whether r1 (4 weeks) counts: your role is not told and whether it was in person is "
            "not told"
        ),
        "whether r2 (1 week) counts: your role is not told",
    )


def test_hours_by_setting_that_are_not_told_are_asked_for():
    found = outcome(asks('weeks = 4, settings = ["clinic"]'), done(rotation(JAN, 4, hours=None)))

    assert (
        "the hours by setting are not told and the hours a week are not told" in (found.missing[0])
    )


# ── windows ────────────────────────────────────────────────────────────────────────────────────

LAST_DAY = date(2026, 2, 1)


@pytest.mark.parametrize(
    ("apply_on", "expected"),
    [
        (date(2027, 1, 31), Verdict.MET),
        (date(2027, 2, 1), Verdict.MET),
        (date(2027, 2, 2), Verdict.UNMET),
    ],
)
def test_a_rotation_is_inside_a_window_through_the_anniversary_of_its_last_day(apply_on, expected):
    asked = asks('weeks = 4, within = { years = 1, to = "apply" }')
    assert rotation(JAN, 4).span.last == LAST_DAY

    assert verdict(asked, done(rotation(JAN, 4)), apply_on, season(apply_on=apply_on)) is expected


@pytest.mark.parametrize(
    ("months", "expected"),
    [(29, Verdict.MET), (28, Verdict.UNKNOWN), (19, Verdict.UNKNOWN), (18, Verdict.UNMET)],
)
def test_without_a_stated_anchor_a_window_is_decided_where_both_days_agree(months, expected):
    # Feb 1, 2026 is within 19 months of Sep 1, 2027 and within 29 months of Jun 29, 2028
    assert verdict(
        asks(f"weeks = 4, within = {{ months = {months} }}"), done(rotation(JAN, 4))
    ) is (expected)


@pytest.mark.parametrize(
    ("degree_on", "expected"),
    [(LAST_DAY, Verdict.MET), (date(2026, 2, 2), Verdict.UNMET), (None, Verdict.UNKNOWN)],
)
def test_after_graduation_is_from_the_day_of_the_degree(degree_on, expected):
    facts = replace(done(rotation(JAN, 4)), degree_on=degree_on)

    assert verdict(asks('weeks = 4, since = "graduation"'), facts) is expected


# ── done, under way, planned ──────────────────────────────────────────────────────────────────


def test_a_rotation_counts_from_its_last_day_on():
    facts = done(rotation(JAN, 4))

    assert verdict(FOUR, facts, LAST_DAY) is Verdict.MET
    assert verdict(FOUR, facts, date(2026, 1, 4)) is Verdict.UNMET


def test_a_rotation_under_way_counts_at_most_the_weeks_begun():
    facts = done(rotation(JAN, 8))  # through Mar 1

    assert verdict(FOUR, facts, date(2026, 1, 25)) is Verdict.UNMET
    begun = outcome(FOUR, facts, date(2026, 1, 26))
    assert begun.causes == {UnknownCause.PENDING}
    assert begun.missing == (
        f"whether rotation of {JAN} (8 weeks) counts: it ends only on Mar 1, 2026",
    )
    assert verdict(EIGHT, facts, date(2026, 2, 22)) is Verdict.UNMET
    assert verdict(EIGHT, facts, date(2026, 2, 23)) is Verdict.UNKNOWN
    assert verdict(EIGHT, facts, date(2026, 3, 1)) is Verdict.MET


def test_a_rotation_under_way_counts_no_more_than_is_certified():
    assert verdict(FOUR, done(rotation(JAN, 8, weeks=3)), date(2026, 2, 25)) is Verdict.UNMET


def test_a_rotation_told_for_the_future_is_pending():
    future = rotation(date(2027, 1, 4), 4)
    found = outcome(FOUR, done(future))

    assert found.causes == {UnknownCause.PENDING}
    assert "it is not done before Jan 31, 2027" in found.missing[0]
    today = rotation(date(2026, 10, 26), 4)  # through Nov 22, 2026, which is today
    assert verdict(FOUR, done(today)) is Verdict.MET


def test_a_planned_rotation_counts_as_if_done_when_it_ends_in_time():
    planned = rotation(date(2027, 8, 2), 4, origin=Origin.PLANNED)

    assert verdict(FOUR, done(planned)) is Verdict.MET
    assert outcome(FOUR, done(planned)).rests_on_plan
    too_late = rotation(date(2027, 8, 9), 4, origin=Origin.PLANNED)
    assert verdict(FOUR, done(too_late)) is Verdict.UNMET


def test_a_plan_is_no_evidence_where_done_weeks_suffice():
    planned = rotation(date(2027, 8, 2), 4, origin=Origin.PLANNED, ref="plan")
    attested = rotation(JAN, 4, ref="done")

    assert [e.ref for e in outcome(FOUR, done(planned, attested)).evidence] == ["done"]
    assert [e.ref for e in outcome(EIGHT, done(planned, attested)).evidence] == ["plan", "done"]


# ── what is said ──────────────────────────────────────────────────────────────────────────────


def test_evidence_names_weeks_place_days_and_who_says_it():
    (told,) = outcome(
        FOUR, done(rotation(JAN, 4, place="Lakeside Clinic", origin=Origin.OWN_WORD))
    ).evidence

    assert told.text == "4 weeks at Lakeside Clinic, Jan 5, 2026 to Feb 1, 2026"
    assert told.origin is Origin.OWN_WORD


@pytest.mark.parametrize(
    ("clause", "items", "needed"),
    [
        ("weeks = 8", [], "at least 8 weeks of clinical experience"),
        ("weeks = 8", [rotation(JAN, 7)], "at least 1 more week of clinical experience"),
        ("months = 3", [rotation(JAN, 4)], "at least 8 more weeks of clinical experience"),
        (
            'weeks = 8, countries = ["US"]',
            [rotation(JAN, 4, country="CA")],
            "at least 8 weeks of clinical experience in the US",
        ),
        ("", [], "at least 1 week of clinical experience"),
        (
            'weeks = 8, counted = "one_rotation"',
            [],
            "one rotation of 8 weeks: clinical experience in one rotation",
        ),
        (
            'weeks = 8, counted = "one_rotation"',
            [rotation(JAN, 4), rotation(MARCH, 6)],
            (
                "one rotation of 8 weeks: clinical experience in one rotation; the longest that "
                "may count has 6"
            ),
        ),
    ],
)
def test_what_is_needed_is_said_with_the_weeks_that_are_short(clause, items, needed):
    assert outcome(asks(clause), done(*items)).missing == (needed,)


def test_weeks_in_doubt_lower_what_is_surely_needed():
    facts = done(rotation(JAN, 4), rotation(MARCH, 2, role=None))

    assert outcome(EIGHT, facts).missing == ("at least 2 more weeks of clinical experience",)


def test_the_tally_tells_sure_and_possible_weeks():
    facts = done(rotation(JAN, 4), rotation(MARCH, 2, role=None))
    tally = EIGHT.tally(case(facts))

    assert (tally.sure, tally.possible, tally.causes) == (4, 6, {UnknownCause.NOT_TOLD})
    open_list = EIGHT.tally(case(replace(facts, experience_complete=Complete.NO)))
    assert (open_list.sure, open_list.possible) == (4, None)
    assert EIGHT.tally(case(NOBODY)).causes == {UnknownCause.NOT_TOLD}
    assert EIGHT.tally(case(done(rotation(JAN, 4)))).causes == frozenset()


def test_one_rotation_against_the_clause_says_what_the_tally_does_with_it():
    at = case(NOBODY)

    assert FOUR.counts(rotation(JAN, 4), at).verdict is Verdict.MET
    assert FOUR.counts(rotation(JAN, 4, role=None), at).verdict is Verdict.UNKNOWN
    assert asks('countries = ["CA"]').counts(rotation(JAN, 4), at).verdict is Verdict.UNMET
    window = asks("within = { months = 24 }").counts(rotation(JAN, 4, mode=None), at)
    assert window.causes == {UnknownCause.NOT_TOLD, UnknownCause.NOT_STATED}


@pytest.mark.parametrize(("sure", "possible"), [(0, 0), (4, 5), (4, 0)])
def test_a_clause_about_no_weeks_or_upside_down_is_refused(sure, possible):
    with pytest.raises(ValueError, match="the weeks asked for"):
        ExperienceAsked("some", sure, possible)


def test_clauses_of_one_sort_share_their_look_but_not_their_answers():
    at = case(done(rotation(JAN, 4), rotation(MARCH, 4, country="CA")))

    clauses = ['countries = ["US"]', 'countries = ["CA"]', "", 'counted = "one_rotation"']
    tallies = [asks(", ".join(filter(None, ("weeks = 1", c)))).tally(at).sure for c in clauses]
    assert tallies == [4, 4, 8, 4]


def test_a_rotation_that_begins_on_the_due_day_is_under_way():
    one_week = rule("clinical_experience = { weeks = 1 }")

    assert verdict(one_week, done(rotation(JAN, 4)), JAN) is Verdict.UNKNOWN
    assert verdict(one_week, done(rotation(JAN, 4)), date(2026, 1, 4)) is Verdict.UNMET


def test_weeks_that_count_are_evidence_whatever_the_verdict():
    for facts in (done(rotation(JAN, 4)), done(rotation(JAN, 4), complete=Complete.NO)):
        assert [item.ref for item in outcome(EIGHT, facts).evidence] == [f"rotation of {JAN}"]


def test_a_length_left_open_is_asked_beside_what_is_not_told():
    facts = done(rotation(JAN, 8), rotation(MARCH, 4), rotation(date(2026, 6, 1), 1, role=None))
    found = outcome(THREE_MONTHS, facts)

    assert found.causes == {NOT_TOLD, NOT_STATED}
    assert found.missing[1:] == (
        "how many weeks the program takes for this (12 or 13; 12 counted)",
    )


def test_a_rotation_outside_the_window_does_not_hide_a_later_one():
    asked = asks('weeks = 4, within = { years = 1, to = "apply" }')
    old, recent = rotation(date(2024, 1, 1), 4), rotation(date(2026, 9, 7), 4)

    assert verdict(asked, done(old, recent)) is Verdict.MET
    assert verdict(asked, done(recent, old)) is Verdict.MET


def test_two_clauses_of_one_case_each_have_their_own_evidence():
    at = case(done(rotation(JAN, 4, ref="us"), rotation(MARCH, 4, ref="canada", country="CA")))
    found = [judge(asks(f'countries = ["{code}"]'), at).evidence for code in ("US", "CA", "GB")]

    assert [[item.ref for item in evidence] for evidence in found] == [["us"], ["canada"], []]


def test_an_untold_degree_is_the_applicants_to_tell():
    found = outcome(asks('weeks = 4, since = "graduation"'), done(rotation(JAN, 4)))

    assert found.causes == {NOT_TOLD}


@pytest.mark.parametrize("months", [18, 19, 28, 29])
@pytest.mark.parametrize("moved", [-1, 0, 1])
def test_one_rotation_against_a_window_agrees_with_the_tally_on_every_boundary_day(months, moved):
    asked = asks(f"within = {{ months = {months} }}")
    first, last = Within(0, months, Anchor.NOT_STATED).bounds(case(NOBODY))
    for edge in (first, last):
        day = date.fromordinal(edge.toordinal() + moved)
        item = rotation(day, 1, span=DateSpan(day, day))
        tally = asked.tally(case(done(item)))
        expected = {(1, 1): Verdict.MET, (0, 1): Verdict.UNKNOWN, (0, 0): Verdict.UNMET}

        assert asked.counts(item, case(NOBODY)).verdict is expected[tally.sure, tally.possible]


def test_a_rotation_under_way_is_counted_beside_one_that_is_done():
    facts = done(rotation(JAN, 4), rotation(date(2026, 2, 2), 8))
    tally = EIGHT.tally(case(facts, date(2026, 2, 15)))

    assert (tally.sure, tally.possible) == (4, 6)
