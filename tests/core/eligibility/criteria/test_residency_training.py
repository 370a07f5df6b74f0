import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.core.eligibility.criteria.residency_training import joined_spans, whole_years
from rounds.core.eligibility.rules import judge
from rounds.core.eligibility.verdict import Evidence
from rounds.core.facts import Training
from rounds.core.values import DateSpan, anniversary
from rounds.core.vocabulary import Complete, Origin, UnknownCause, Verdict
from tests.core.eligibility.makers import COMPLETE, NOBODY, case, rule, verdict

ONE_YEAR = rule("residency_training = { years = 1 }")
ANY = rule("residency_training = { years = 0 }")
ANY_ANYWHERE = rule("residency_training = { years = 0, acgme = false }")
NO_PRIOR = rule("none = [{ residency_training = { years = 0 } }]")
JULY, JUNE = date(2024, 7, 1), date(2025, 6, 30)


def trained(first, last, *, is_acgme=True, specialty="surgery", country="US"):
    return Training(
        DateSpan(first, last), country, None if specialty is None else "general surgery", is_acgme
    )


def person(*trainings, complete=Complete.YES):
    return replace(NOBODY, training=trainings, training_complete=complete)


def outcome(asked, facts, on=date(2027, 9, 1)):
    return judge(asked, case(facts, on))


def test_a_full_year_is_from_july_1_to_june_30():
    assert verdict(ONE_YEAR, person(trained(JULY, JUNE))) is Verdict.MET
    assert verdict(ONE_YEAR, person(trained(JULY, date(2025, 6, 29)))) is Verdict.UNMET
    assert verdict(ONE_YEAR, person(trained(JULY, JUNE), complete=Complete.UNKNOWN)) is Verdict.MET


def test_parts_without_a_free_day_between_are_one_span():
    halves = (trained(JULY, date(2024, 12, 31)), trained(date(2025, 1, 1), JUNE))

    assert verdict(ONE_YEAR, person(*reversed(halves))) is Verdict.MET


def test_parts_that_only_add_up_are_for_the_program_to_judge():
    halves = (trained(JULY, date(2024, 12, 31)), trained(date(2025, 7, 1), date(2025, 12, 31)))
    found = outcome(ONE_YEAR, person(*halves))

    assert found.causes == {UnknownCause.NOT_STATED}
    assert found.missing == ("whether parts of years may be added up",)


def test_a_year_told_twice_is_one_year():
    two_years = rule("residency_training = { years = 2 }")

    assert verdict(two_years, person(trained(JULY, JUNE), trained(JULY, JUNE))) is Verdict.UNMET


@pytest.mark.parametrize(
    ("is_acgme", "expected"),
    [(True, Verdict.MET), (False, Verdict.UNMET), (None, Verdict.UNKNOWN)],
)
def test_accreditation_is_asked_unless_the_clause_waives_it(is_acgme, expected):
    facts = person(trained(JULY, JUNE, is_acgme=is_acgme))

    assert verdict(ONE_YEAR, facts) is expected
    assert verdict(ANY, facts) is expected
    assert verdict(ANY_ANYWHERE, facts) is Verdict.MET


def test_untold_accreditation_and_open_lists_are_asked_about():
    assert outcome(ONE_YEAR, person(trained(JULY, JUNE, is_acgme=None))).missing == (
        "whether your residency training was ACGME-accredited",
    )
    assert outcome(ONE_YEAR, NOBODY).missing == ("whether you told all your residency training",)
    assert outcome(ONE_YEAR, NOBODY).causes == {UnknownCause.NOT_TOLD}
    assert outcome(ONE_YEAR, COMPLETE).missing == ("1 year of ACGME-accredited residency training",)


def test_training_still_going_on_is_pending_for_its_year_and_known_as_training():
    resident = person(trained(date(2026, 7, 1), date(2027, 6, 30)))

    assert outcome(ONE_YEAR, resident).causes == {UnknownCause.PENDING}
    assert outcome(ONE_YEAR, resident).missing == (
        "whether training still going on is finished as told",
    )
    assert verdict(ANY, resident) is Verdict.MET
    assert verdict(NO_PRIOR, resident) is Verdict.UNMET


def test_training_counts_until_the_due_day_only():
    facts = person(trained(JULY, JUNE))

    assert verdict(ONE_YEAR, facts, date(2025, 6, 29)) is Verdict.UNMET
    assert verdict(ONE_YEAR, facts, JUNE) is Verdict.MET
    assert verdict(ANY, facts, date(2024, 6, 30)) is Verdict.UNMET
    assert verdict(ANY, facts, JULY) is Verdict.MET


def test_prior_training_may_exclude():
    assert verdict(NO_PRIOR, COMPLETE) is Verdict.MET
    assert verdict(NO_PRIOR, NOBODY) is Verdict.UNKNOWN
    assert outcome(NO_PRIOR, person(trained(JULY, JUNE))).missing == (
        (
            "to be without this, which excludes: residency in general surgery, "
            "Jul 1, 2024 to Jun 30, 2025"
        ),
    )


def test_a_residency_without_specialty_is_named_by_its_country():
    facts = person(trained(JULY, JUNE, specialty=None, country="IN"))

    assert outcome(ANY, facts).evidence[0].text == "residency in IN, Jul 1, 2024 to Jun 30, 2025"


def test_another_anchor_may_be_stated_or_left_open():
    by_start = rule('residency_training = { years = 1, by = "start" }')
    left_open = rule('residency_training = { years = 1, by = "not_stated" }')
    until_june = person(trained(date(2027, 6, 29), date(2028, 6, 28)))

    assert outcome(by_start, until_june).causes == {UnknownCause.PENDING}
    assert outcome(left_open, until_june).causes == {UnknownCause.PENDING}
    assert verdict(left_open, person(trained(JULY, JUNE))) is Verdict.MET
    assert verdict(left_open, COMPLETE) is Verdict.UNMET


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{ years = 1 }", "1 year of ACGME-accredited residency training"),
        ("{ years = 2, acgme = false }", "2 years of residency training"),
        ("{ years = 0 }", "any ACGME-accredited residency training"),
        (
            '{ years = 1, by = "start" }',
            "1 year of ACGME-accredited residency training by the start of training",
        ),
    ],
)
def test_the_clause_in_words(text, words):
    assert rule(f"residency_training = {text}").describe() == words


DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(DAYS, st.integers(0, 6), st.integers(0, 364))
def test_whole_years_are_those_whose_anniversary_has_come(first, years, days):
    after = date.fromordinal(anniversary(first, years).toordinal() + days)
    if after == first:
        return
    span = DateSpan(first, date.fromordinal(after.toordinal() - 1))

    assert anniversary(first, whole_years(span)) <= after
    assert anniversary(first, whole_years(span) + 1) > after


@given(st.lists(st.tuples(DAYS, st.integers(0, 900)), max_size=4), DAYS)
def test_joined_spans_hold_every_day_once_and_leave_a_free_day_between(parts, until):
    trainings = [trained(d, date.fromordinal(d.toordinal() + n)) for d, n in parts]
    spans = joined_spans(trainings, until)

    told = {one for t in trainings for one in t.span.days() if one <= until}
    assert sum(span.length_days for span in spans) == len(told)
    assert all(
        two.first.toordinal() > one.last.toordinal() + 1 for one, two in itertools.pairwise(spans)
    )


def test_the_evidence_is_the_applicants_word_whatever_the_verdict():
    told = Evidence(
        "training", "residency in general surgery, Jul 1, 2024 to Jun 30, 2025", Origin.OWN_WORD
    )
    two_years = rule("residency_training = { years = 2 }")

    for facts in (person(trained(JULY, JUNE)), person(trained(JULY, JUNE), complete=Complete.NO)):
        assert outcome(ONE_YEAR, facts).evidence == (told,)
        assert outcome(two_years, facts).evidence == (told,)


def test_training_too_short_is_unmet_whether_it_was_accredited_or_not():
    short = trained(JULY, date(2024, 12, 31), is_acgme=None)

    assert outcome(ONE_YEAR, person(short)).verdict is Verdict.UNMET
    assert outcome(ONE_YEAR, person(trained(JULY, JUNE, is_acgme=None))).causes == {
        UnknownCause.NOT_TOLD
    }


def test_a_free_day_between_two_spans_parts_them():
    halves = (trained(JULY, date(2024, 12, 30)), trained(date(2025, 1, 1), JUNE))

    assert verdict(ONE_YEAR, person(*halves)) is not Verdict.MET
    assert len(joined_spans(list(halves), JUNE)) == 2
