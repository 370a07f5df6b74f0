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
from rounds.web.accounts.models.invitations import StaffInvitation
from rounds.web.accounts.models.own import Consent, Payer, Purpose, Relation
from rounds.web.accounts.models.people import StaffMember, StaffRole, User

__all__ = [
    "Consent",
    "ExamSitting",
    "Experience",
    "KnownLanguage",
    "LetterFact",
    "Payer",
    "Profile",
    "Purpose",
    "Relation",
    "StaffInvitation",
    "StaffMember",
    "StaffRole",
    "StatusPeriod",
    "TrainingFact",
    "User",
]
