"""So many weeks of clinical experience of a stated sort (threshold, of-which, window)."""

from rounds.core.eligibility.criteria.clinical_experience.asked import (
    PART_TIME_BELOW_HOURS,
    Counted,
    ExperienceAsked,
)
from rounds.core.eligibility.criteria.clinical_experience.file import read

__all__ = ["PART_TIME_BELOW_HOURS", "Counted", "ExperienceAsked", "read"]
