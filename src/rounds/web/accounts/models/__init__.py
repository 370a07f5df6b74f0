"""People: who signs in, who of them is staff, and what applicants tell about themselves."""

from rounds.web.accounts.models.facts import (
    ExamSitting,
    Experience,
    KnownLanguage,
    LetterFact,
    Profile,
    StatusPeriod,
    TrainingFact,
)
from rounds.web.accounts.models.people import StaffMember, StaffRole, User

__all__ = [
    "ExamSitting",
    "Experience",
    "KnownLanguage",
    "LetterFact",
    "Profile",
    "StaffMember",
    "StaffRole",
    "StatusPeriod",
    "TrainingFact",
    "User",
]
