from datetime import date

import pytest
from django.db import IntegrityError, transaction

from rounds.web.accounts.models import (
    ExamSitting,
    Experience,
    KnownLanguage,
    LetterFact,
    Profile,
    StatusPeriod,
    TrainingFact,
)

pytestmark = pytest.mark.django_db
EARLY, LATE = date(2027, 1, 4), date(2027, 1, 29)


def refused(model, **fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(**fields)
    return True


def test_nothing_ends_before_it_began(applicant):
    backward = {"user": applicant, "first": LATE, "last": EARLY}

    assert refused(StatusPeriod, status="b2", **backward)
    assert refused(Experience, place="A", country="US", weeks=4, **backward)
    assert refused(TrainingFact, country="IN", **backward)
    assert refused(Profile, user=applicant, clinical_first=LATE, clinical_last=EARLY)
    assert refused(Profile, user=applicant, clinical_first=EARLY)


def test_open_ends_of_a_status_are_fine(applicant):
    StatusPeriod.objects.create(user=applicant, status="b2", last=LATE)
    StatusPeriod.objects.create(user=applicant, status="permanent_resident", first=LATE)

    assert [str(one) for one in applicant.status_periods.all()] == ["B-2", "Permanent resident"]


def test_a_language_is_told_once(applicant):
    KnownLanguage.objects.create(user=applicant, code="es", level="native")

    assert refused(KnownLanguage, user=applicant, code="es", level="basic")


def test_facts_are_called_as_people_call_them(applicant):
    named = [
        ExamSitting(exam="step_1", result="failed"),
        LetterFact(author="Dr. A"),
        Experience(place="Lakeside"),
        TrainingFact(),
        KnownLanguage(code="es"),
        Profile(user=applicant),
    ]

    assert [str(one) for one in named] == [
        "Step 1, failed", "Dr. A", "Lakeside", "residency training", "es",
        "profile of Ana Applicant",
    ]  # fmt: skip


def test_everything_is_unknown_until_it_is_told(applicant):
    profile = Profile.objects.create(user=applicant)

    assert (profile.needs_sponsorship, profile.ecfmg_certified, profile.degree_on) == (None,) * 3
    assert {profile.exams_complete, profile.letters_complete} == {"unknown"}
