"""The facts of the demo's applicants as rows of their accounts."""

from django.db import models

from rounds.core.facts import ApplicantFacts
from rounds.web.accounts.models import (
    ExamSitting,
    Experience,
    LetterFact,
    Profile,
    StatusPeriod,
    TrainingFact,
    User,
)


def rows_of(facts: ApplicantFacts, user: User) -> list[models.Model]:
    """Everything the core knows about a person, unsaved."""
    return [
        _profile(facts, user),
        *_exams(facts, user),
        *_statuses(facts, user),
        *_done(facts, user),
    ]


def _profile(facts: ApplicantFacts, user: User) -> Profile:
    school, years, ecfmg = facts.school, facts.clinical_years, facts.ecfmg
    return Profile(
        user=user,
        school_name=school.name if school else "",
        school_country=school.country if school else "",
        degree_on=facts.degree_on,
        clinical_first=years.first if years else None,
        clinical_last=years.last if years else None,
        needs_sponsorship=facts.needs_sponsorship,
        visas=sorted(facts.sponsorship_visas or ()),
        ecfmg_certified=ecfmg.certified,
        ecfmg_certified_on=ecfmg.certified_on,
        ecfmg_expected_on=ecfmg.expected_on,
        exams_complete=facts.exams_complete.value,
        statuses_complete=facts.statuses_complete.value,
        experience_complete=facts.experience_complete.value,
        letters_complete=facts.letters_complete.value,
        training_complete=facts.training_complete.value,
    )


def _exams(facts: ApplicantFacts, user: User) -> list[models.Model]:
    return [
        ExamSitting(
            user=user,
            exam=one.exam.value,
            taken_on=one.taken_on,
            result=one.result.value,
            score=one.score,
        )
        for one in facts.exams
    ]


def _statuses(facts: ApplicantFacts, user: User) -> list[models.Model]:
    return [
        StatusPeriod(user=user, status=one.status.value, first=one.first, last=one.last)
        for one in facts.statuses
    ]


def _done(facts: ApplicantFacts, user: User) -> list[models.Model]:
    """Experience, letters and training."""
    experience = [
        Experience(
            user=user,
            place=one.place or one.ref,
            country=one.country or "",
            state_code=one.state or "",
            first=one.span.first,
            last=one.span.last,
            weeks=one.weeks,
            kind=one.kind or "",
            role=one.role or "",
            mode=one.mode or "",
            specialty=one.specialty or "",
            hours={setting.value: hours for setting, hours in one.hours or ()},
        )
        for one in facts.experience
    ]
    letters = [
        LetterFact(
            user=user,
            author=one.author,
            specialty=one.specialty or "",
            is_us_physician=one.is_us_physician,
            ready_on=one.ready_on,
            role=one.role or "",
            is_on_letterhead=one.on_letterhead,
        )
        for one in facts.letters
    ]
    training = [
        TrainingFact(
            user=user,
            country=one.country,
            specialty=one.specialty or "",
            first=one.span.first,
            last=one.span.last,
            is_acgme=one.is_acgme,
        )
        for one in facts.training
    ]
    return [*experience, *letters, *training]
