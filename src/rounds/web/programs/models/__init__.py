"""Residency programs, the versions of their rules, and what a person wishes of them."""

from rounds.web.programs.models.programs import Program
from rounds.web.programs.models.stars import MOST_WEIGHT, Star
from rounds.web.programs.models.versions import (
    RequirementVersion,
    RuleMark,
    RuleOrigin,
    RuleState,
)

__all__ = [
    "MOST_WEIGHT",
    "Program",
    "RequirementVersion",
    "RuleMark",
    "RuleOrigin",
    "RuleState",
    "Star",
]
