from datetime import date

import pytest

from rounds.core.facts import About, ApplicantFacts
from rounds.core.vocabulary import Origin, SeasonStatus
from rounds.web.accounts.bridge import facts_of as told_by
from rounds.web.accounts.models import ExamSitting, Profile, StatusPeriod
from rounds.web.dossier.bridge import facts_of, next_season, season_of, seasons_ahead

TODAY = date(2026, 11, 27)


@pytest.mark.django_db
def test_a_person_who_told_nothing_has_an_empty_dossier(applicant, django_assert_num_queries):
    season = next_season(TODAY)
    with django_assert_num_queries(6):
        dossier = facts_of(applicant, season)

    assert dossier.facts == ApplicantFacts(name="Ana Applicant")
    assert (dossier.known, dossier.conflicts, dossier.season) == ((), (), season)


@pytest.mark.django_db
def test_every_fact_carries_who_says_it_and_what_stands_behind_it(applicant):
    Profile.objects.create(user=applicant, degree_on=date(2023, 6, 15))
    StatusPeriod.objects.create(user=applicant, status="b2")
    dossier = facts_of(applicant, next_season(TODAY))

    assert dossier.facts == told_by(applicant)
    assert [(one.statement.about, one.statement.words) for one in dossier.known] == [
        (About.SCHOOL, "Medical degree on Jun 15, 2023"),
        (About.STATUSES, "B-2, always so far, no end told"),
    ]
    assert {one.statement.origin for one in dossier.known} == {Origin.OWN_WORD}
    assert {one.evidence for one in dossier.known} == {"Your own word; nobody has confirmed it."}


@pytest.mark.django_db
def test_facts_that_contradict_each_other_both_stay(applicant):
    for status in ("us_citizen", "b2"):
        StatusPeriod.objects.create(user=applicant, status=status)
    dossier = facts_of(applicant, next_season(TODAY))

    (conflict,) = dossier.conflicts
    assert conflict.code == "two_statuses"
    assert sorted(side.words for side in conflict.sides) == [
        "B-2, always so far, no end told",
        "US citizen, always so far, no end told",
    ]
    assert len(dossier.facts.statuses) == 2


@pytest.mark.django_db
def test_what_is_dated_too_late_is_seen_from_the_season_s_today(applicant):
    ExamSitting.objects.create(
        user=applicant, exam="step_1", taken_on=date(2026, 12, 1), result="passed"
    )

    early = facts_of(applicant, season_of(2028, today=TODAY))
    late = facts_of(applicant, season_of(2028, today=date(2026, 12, 1)))
    assert [one.code for one in early.conflicts] == ["result_before_exam"]
    assert late.conflicts == ()


def test_plans_of_november_2026_serve_the_projected_season_of_2028():
    season = next_season(TODAY)

    assert (season.year, season.status, season.today) == (2028, SeasonStatus.PROJECTED, TODAY)
    assert [one.year for one in seasons_ahead(TODAY)] == [2028, 2029, 2030]
    assert season_of(2028, today=TODAY) == season
    with pytest.raises(ValueError, match="no dates are known for season 1999"):
        season_of(1999, today=TODAY)
