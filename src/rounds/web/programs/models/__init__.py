"""Residency programs, the versions of their rules, and each person's doors and wishes."""

from rounds.web.programs.models.doors import DoorSheet, DoorVerdict, FactsWatch
from rounds.web.programs.models.programs import Program
from rounds.web.programs.models.quotas import NrmpProgram, Quota, ResidentShare, ShareOf
from rounds.web.programs.models.reports import ChangeReport, ReportState
from rounds.web.programs.models.stars import MOST_WEIGHT, Star
from rounds.web.programs.models.versions import (
    RequirementVersion,
    RuleMark,
    RuleOrigin,
    RuleState,
)

__all__ = [
    "MOST_WEIGHT",
    "ChangeReport",
    "DoorSheet",
    "DoorVerdict",
    "FactsWatch",
    "NrmpProgram",
    "Program",
    "Quota",
    "ReportState",
    "RequirementVersion",
    "ResidentShare",
    "RuleMark",
    "RuleOrigin",
    "RuleState",
    "ShareOf",
    "Star",
]
