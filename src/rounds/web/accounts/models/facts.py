"""What applicants tell about themselves; unknown is an empty field, and never a no."""

from collections.abc import Iterable
from functools import reduce
from operator import and_

from django.db import models
from django.db.models import F, Q

from rounds.core.vocabulary import (
    EXAM_NAMES,
    STATUS_NAMES,
    Complete,
    Credential,
    Exam,
    ExamResult,
    Kind,
    Mode,
    Role,
    Status,
)
from rounds.web.accounts.models.people import User

COMPLETE_CHOICES = [
    (Complete.UNKNOWN.value, "I have not said"),
    (Complete.YES.value, "Yes, this is all"),
    (Complete.NO.value, "No, there is more"),
]
KIND_CHOICES = [(kind.value, kind.value.replace("_", "-").capitalize()) for kind in Kind]
ROLE_CHOICES = [
    (Role.HANDS_ON.value, "Hands-on"),
    (Role.OBSERVING.value, "Observing"),
    (Role.NONE.value, "No patients"),
]
CREDENTIAL_CHOICES = [
    (Credential.US_LICENSE.value, "A license to practice medicine in a US state"),
    (Credential.FIFTH_PATHWAY.value, "A Fifth Pathway certificate"),
]
BEST_SCORE, MOST_WEEKS = 500, 520
COMPLETE_FIELDS = (
    "exams_complete", "credentials_complete", "statuses_complete", "experience_complete",
    "letters_complete", "training_complete", "languages_complete",
)  # fmt: skip
LEVELS = (
    ("basic", "Basic"),
    ("conversational", "Conversational"),
    ("clinical", "Enough for a visit with a patient"),
    ("native", "Native"),
)
MODE_CHOICES = [(Mode.IN_PERSON.value, "In person"), (Mode.VIRTUAL.value, "Virtual")]


def complete_field() -> "models.CharField[str, str]":
    return models.CharField(max_length=10, choices=COMPLETE_CHOICES, default=Complete.UNKNOWN.value)


def is_one_of(field: str, words: Iterable[str], *, or_empty: bool = False) -> Q:
    """The condition that a field holds one of the words the core knows."""
    return Q(**{f"{field}__in": [*words, *([""] if or_empty else [])]})


def all_complete_flags_are_known() -> Q:
    return reduce(and_, (is_one_of(field, Complete) for field in COMPLETE_FIELDS))


class Profile(models.Model):
    """One a person: names, school, certificate, and whether each list is all there is."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="profile")
    passport_given = models.CharField("given names, as in the passport", max_length=100, blank=True)
    passport_family = models.CharField(
        "family name, as in the passport", max_length=100, blank=True
    )
    eras_given = models.CharField("given names, as in ERAS", max_length=100, blank=True)
    eras_family = models.CharField("family name, as in ERAS", max_length=100, blank=True)
    school_name = models.CharField("medical school", max_length=200, blank=True)
    school_country = models.CharField("country of the school", max_length=2, blank=True)
    degree_on = models.DateField("day of the medical degree", null=True, blank=True)
    clinical_first = models.DateField("first day of the clinical years", null=True, blank=True)
    clinical_last = models.DateField("last day of the clinical years", null=True, blank=True)
    needs_sponsorship = models.BooleanField(null=True, blank=True)
    visas = models.JSONField(default=list, blank=True)
    ecfmg_certified = models.BooleanField(null=True, blank=True)
    ecfmg_certified_on = models.DateField(null=True, blank=True)
    ecfmg_expected_on = models.DateField(null=True, blank=True)
    credentials = models.JSONField(default=list, blank=True)
    exams_complete = complete_field()
    credentials_complete = complete_field()
    statuses_complete = complete_field()
    experience_complete = complete_field()
    letters_complete = complete_field()
    training_complete = complete_field()
    languages_complete = complete_field()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="accounts_profile_clinical_years_in_order",
                condition=Q(clinical_first__isnull=True, clinical_last__isnull=True)
                | Q(
                    clinical_first__isnull=False,
                    clinical_last__isnull=False,
                    clinical_last__gte=F("clinical_first"),
                ),
            ),
            models.CheckConstraint(
                name="accounts_profile_says_what_is_complete",
                condition=all_complete_flags_are_known(),
            ),
        )

    def __str__(self) -> str:
        return f"profile of {self.user}"


class ExamSitting(models.Model):
    """One sitting of one exam; an attempt also when it was failed or not finished."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="exam_sittings")
    exam = models.CharField(max_length=20, choices=[(e.value, n) for e, n in EXAM_NAMES.items()])
    taken_on = models.DateField()
    result = models.CharField(
        max_length=20, choices=[(r.value, r.value.capitalize()) for r in ExamResult]
    )
    score = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("taken_on", "id")
        constraints = (
            models.CheckConstraint(
                name="accounts_sitting_speaks_our_words",
                condition=is_one_of("exam", Exam) & is_one_of("result", ExamResult),
            ),
            models.CheckConstraint(
                name="accounts_sitting_score_is_a_score",
                condition=Q(score__isnull=True) | Q(score__gte=1, score__lte=BEST_SCORE),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_exam_display()}, {self.get_result_display().lower()}"


class StatusPeriod(models.Model):
    """An immigration status and its days; an empty end is open."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="status_periods")
    status = models.CharField(
        max_length=30, choices=[(s.value, n[0].upper() + n[1:]) for s, n in STATUS_NAMES.items()]
    )
    first = models.DateField(null=True, blank=True)
    last = models.DateField(null=True, blank=True)

    class Meta:
        ordering = (F("first").asc(nulls_first=True), "id")
        constraints = (
            models.CheckConstraint(
                name="accounts_status_ends_after_it_began",
                condition=Q(first__isnull=True) | Q(last__isnull=True) | Q(last__gte=F("first")),
            ),
            models.CheckConstraint(
                name="accounts_status_is_known", condition=is_one_of("status", Status)
            ),
        )

    def __str__(self) -> str:
        return self.get_status_display()


class Experience(models.Model):
    """A rotation or job told by the applicant; ``hours`` maps settings to hours a week."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="experiences")
    place = models.CharField(max_length=200)
    country = models.CharField(max_length=2)
    state_code = models.CharField(max_length=2, blank=True)
    first = models.DateField()
    last = models.DateField()
    weeks = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=KIND_CHOICES, blank=True)
    role = models.CharField(max_length=20, choices=ROLE_CHOICES, blank=True)
    mode = models.CharField(max_length=20, choices=MODE_CHOICES, blank=True)
    specialty = models.CharField(max_length=60, blank=True)
    hours = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("first", "id")
        constraints = (
            models.CheckConstraint(
                name="accounts_experience_ends_after_it_began", condition=Q(last__gte=F("first"))
            ),
            models.CheckConstraint(
                name="accounts_experience_weeks_of_a_life", condition=Q(weeks__lte=MOST_WEEKS)
            ),
            models.CheckConstraint(
                name="accounts_experience_speaks_our_words",
                condition=is_one_of("kind", Kind, or_empty=True)
                & is_one_of("role", Role, or_empty=True)
                & is_one_of("mode", Mode, or_empty=True),
            ),
        )

    def __str__(self) -> str:
        return self.place


class LetterFact(models.Model):
    """A letter of recommendation the applicant has or expects; never its text."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="letter_facts")
    author = models.CharField(max_length=200)
    specialty = models.CharField(max_length=60, blank=True)
    is_us_physician = models.BooleanField(null=True, blank=True)
    ready_on = models.DateField()
    role = models.CharField(max_length=20, choices=ROLE_CHOICES, blank=True)
    is_on_letterhead = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ("ready_on", "id")
        constraints = (
            models.CheckConstraint(
                name="accounts_letter_role_is_known",
                condition=is_one_of("role", Role, or_empty=True),
            ),
        )

    def __str__(self) -> str:
        return self.author


class TrainingFact(models.Model):
    """Residency training already done."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="training_facts")
    country = models.CharField(max_length=2)
    specialty = models.CharField(max_length=60, blank=True)
    first = models.DateField()
    last = models.DateField()
    is_acgme = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ("first", "id")
        constraints = (
            models.CheckConstraint(
                name="accounts_training_ends_after_it_began", condition=Q(last__gte=F("first"))
            ),
        )

    def __str__(self) -> str:
        return self.specialty or "residency training"


class KnownLanguage(models.Model):
    """A language by its code of ISO 639, and how well it is spoken with patients."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="known_languages")
    code = models.CharField(max_length=3)
    level = models.CharField(max_length=20, choices=LEVELS)

    class Meta:
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(name="accounts_language_once", fields=["user", "code"]),
            models.CheckConstraint(
                name="accounts_language_level_is_known",
                condition=is_one_of("level", (level for level, _ in LEVELS)),
            ),
        )

    def __str__(self) -> str:
        return self.code
