"""What is known about a person: typed facts, their clock, and what contradicts itself."""

from rounds.core.facts.clock import CertificationClock, certification_clock
from rounds.core.facts.conflicts import Conflict, conflicts
from rounds.core.facts.person import (
    WEEKLY_HOURS,
    ApplicantFacts,
    ClinicalExperience,
    Ecfmg,
    Letter,
    School,
    Sitting,
    Training,
)
from rounds.core.facts.statements import About, Statement, statements
from rounds.core.facts.status import StatusSpan, exclude_each_other, possible_together

__all__ = [
    "WEEKLY_HOURS",
    "About",
    "ApplicantFacts",
    "CertificationClock",
    "ClinicalExperience",
    "Conflict",
    "Ecfmg",
    "Letter",
    "School",
    "Sitting",
    "Statement",
    "StatusSpan",
    "Training",
    "certification_clock",
    "conflicts",
    "exclude_each_other",
    "possible_together",
    "statements",
]
