"""Every criterion a requirement can use: one file each, listed by hand."""

from collections.abc import Callable

from rounds.core.eligibility.criteria import (
    clinical_experience,
    credential,
    ecfmg_certified,
    exam_attempts,
    exam_passed,
    graduated_within,
    letters,
    not_testable,
    residency_training,
    school,
    sponsorship,
    standing,
    status,
)
from rounds.core.eligibility.rules import Criterion
from rounds.core.reading import Section

Reader = Callable[[Section], Criterion | None]

CRITERIA: tuple[tuple[str, Reader], ...] = (
    (clinical_experience.ExperienceAsked.name, clinical_experience.read),
    (credential.HasCredential.name, credential.read),
    (ecfmg_certified.EcfmgCertified.name, ecfmg_certified.read),
    (exam_attempts.ExamAttempts.name, exam_attempts.read),
    (exam_passed.ExamPassed.name, exam_passed.read),
    (graduated_within.GraduatedWithin.name, graduated_within.read),
    (letters.LettersAsked.name, letters.read),
    (not_testable.NotTestable.name, not_testable.read),
    (residency_training.TrainedInResidency.name, residency_training.read),
    (school.SchoolIn.name, school.read),
    (sponsorship.Sponsorship.name, sponsorship.read),
    (standing.HasStanding.name, standing.read),
    (status.HoldsStatus.name, status.read),
)
READERS = dict(CRITERIA)
