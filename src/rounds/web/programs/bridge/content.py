"""One version of a program's rules: from a parsed table to what is kept, and back to the core."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any  # parsed TOML and kept JSON are untyped until the core has checked them

from rounds.core.eligibility import programs as core
from rounds.core.eligibility.program_file import program_of, program_tables, read_programs
from rounds.core.eligibility.rules import Rule
from rounds.core.errors import BadInput, Problem
from rounds.core.values import Source
from rounds.core.vocabulary import Coverage
from rounds.web.programs.models import Program, RequirementVersion

NAMED_BY = ("id", "name", "specialty", "state", "city", "acgme_id", "nrmp_code", "fictional")
SOURCED_BY = ("source", "via", "read_on", "as_of")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CODE = re.compile(r"[A-Za-z0-9_-]{1,120}")
NOTHING_READ = Source("", "", "")


@dataclass(frozen=True, slots=True)
class Told:
    """What one table of a file says: the program as the core reads it, and its rules as kept."""

    program: core.Program
    content: dict[str, Any]

    @property
    def season_year(self) -> int | None:
        return core.cycle_of(self.program.source)


def tables_told(text: str, file: str) -> tuple[Told, ...]:
    """Every program of a file of the core's form; raises BadInput with all that is wrong."""
    programs = read_programs(text, file)
    problems = [
        Problem(file, 0, "id", f"'{one.id}' may hold letters, digits and hyphens only; rename it.")
        for one in programs
        if not CODE.fullmatch(one.id)
    ]
    if problems:
        raise BadInput(tuple(problems))
    tables = program_tables(text, file)
    return tuple(Told(one, content_of(table)) for one, table in zip(programs, tables, strict=True))


def content_of(table: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a program's table that a version keeps; days become texts.

    That a topic is stated follows from its clauses, and is not kept beside them.
    """
    kept = {key: value for key, value in table.items() if key not in (*NAMED_BY, *SOURCED_BY)}
    silent = {
        topic: said for topic, said in table.get("coverage", {}).items() if said != Coverage.STATED
    }
    kept.pop("coverage", None)
    plain: dict[str, Any] = _plain({**kept, "coverage": silent} if silent else kept)
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def with_days(value: Any) -> Any:
    """What is kept, as the core reads it: a day is written under ``since`` alone."""
    if isinstance(value, Mapping):
        return {key: _day(one) if key == "since" else with_days(one) for key, one in value.items()}
    return [with_days(one) for one in value] if isinstance(value, list) else value


def _day(value: Any) -> Any:
    is_day = isinstance(value, str) and DAY.fullmatch(value)
    try:
        return date.fromisoformat(value) if is_day else value
    except ValueError:
        return value


def table_of(program: Program, version: RequirementVersion) -> dict[str, Any]:
    """The program's table as a file would have it; what is empty is left out."""
    named = {
        "id": program.code,
        "name": program.name,
        "specialty": program.specialty,
        "state": program.state_code,
        "city": program.city,
        "acgme_id": program.acgme_id,
        "nrmp_code": program.nrmp_code,
        "source": version.source_url,
        "via": version.via,
        "read_on": version.read_on,
        "as_of": version.as_of,
    }
    told: dict[str, Any] = {key: value for key, value in named.items() if value}
    if program.is_fictional:
        told["fictional"] = True
    return {**told, **with_days(version.content)}


def program_with(
    program: Program, version: RequirementVersion, kept: dict[Rule, Rule] | None = None
) -> core.Program:
    """The program with these rules, as the core judges it; raises BadInput with all problems."""
    return program_of(table_of(program, version), named=program.name, kept=kept)


def program_without_rules(program: Program) -> core.Program:
    """A program nobody has read yet: the core calls its door undecided, never open."""
    return core.Program(
        id=program.code,
        name=program.name,
        specialty=program.specialty,
        state=program.state_code,
        source=NOTHING_READ,
        requirements=(),
        city=program.city,
        acgme_id=program.acgme_id,
        nrmp_code=program.nrmp_code,
        is_fictional=program.is_fictional,
    )
