"""Read programs and their requirement trees from TOML."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any  # parsed TOML is untyped until a Section has checked it

from rounds.core.eligibility.criteria import READERS
from rounds.core.eligibility.programs import Program, Requirement
from rounds.core.eligibility.rules import All, AnyOf, NoneOf, Rule, Unless, leaves
from rounds.core.reading import Report, Section, read_toml, shown, suggestion
from rounds.core.values import Source
from rounds.core.vocabulary import (
    SPECIALTIES,
    STATES,
    Coverage,
    Modality,
    Stage,
    Topic,
)

MAX_DEPTH = 20
BRANCHES = ("all", "any", "none", "unless")
MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
UNREAD = Source("", "", "")  # stands for a top source that is wrong, so that the rest is read
Told = tuple[tuple[Topic, Coverage], ...]


def read_programs(text: str, file: str) -> tuple[Program, ...]:
    """Programs of one file: a single program at top level, or several ``[[program]]`` tables.

    Equal trees become one object, so that they are judged once. Raises BadInput with every
    problem of the file.
    """
    root = read_toml(text, file)
    kept: dict[Rule, Rule] = {}
    sections = list(root.tables("program")) if "program" in root else [root]
    programs = [_program(section, kept) for section in sections]
    if "program" in root:
        root.close()
    _refuse_repeated_ids(sections)
    root.report.raise_if_any()
    return tuple(program for program in programs if program is not None)


def program_tables(text: str, file: str) -> tuple[Mapping[str, Any], ...]:
    """The tables of a file that ``read_programs`` accepts, as parsed; each makes one program."""
    root = read_toml(text, file)
    return tuple(one.data for one in root.tables("program")) if "program" in root else (root.data,)


def program_of(
    table: Mapping[str, Any], *, named: str, kept: dict[Rule, Rule] | None = None
) -> Program:
    """One program out of a parsed table; ``kept`` makes equal trees of several calls one object.

    Raises BadInput with every problem, each with its key, under the name given.
    """
    report = Report(named, "")
    program = _program(Section(table, (), report), {} if kept is None else kept)
    report.raise_if_any()
    if program is None:
        raise ValueError(f"{named}: a program that cannot be read, without a reason")
    return program


def _refuse_repeated_ids(sections: Iterable[Section]) -> None:
    """No id twice, whatever else may be wrong with its table."""
    seen: set[str] = set()
    for section in sections:
        identity = section.data.get("id")
        if not isinstance(identity, str):
            continue
        if identity.strip() in seen:
            section.problem("id", f"the id {identity.strip()} is used twice.")
        seen.add(identity.strip())


def _program(section: Section, kept: dict[Rule, Rule]) -> Program | None:
    identity = section.text("id", required=True)
    name = section.text("name", required=True)
    specialty = section.name("specialty", SPECIALTIES, required=True)
    state = section.name("state", STATES, required=True)
    city = section.text("city") or ""
    acgme_id = section.text("acgme_id") or ""
    nrmp_code = section.text("nrmp_code") or ""
    is_fictional = section.flag("fictional") or False
    notes = _notes(section)
    source = read_source(section, None)
    parts = list(section.tables("requirement"))
    requirements = [_requirement(part, source, kept) for part in parts]
    _refuse_repeated_ids(parts)
    coverage = _coverage(section, {part.data.get("topic") for part in parts})
    section.close()
    if not (identity and name and specialty and state and source):
        return None
    return Program(
        id=identity,
        name=name,
        specialty=specialty,
        state=state,
        source=source,
        requirements=tuple(one for one in requirements if one is not None),
        coverage=coverage,
        city=city,
        acgme_id=acgme_id,
        nrmp_code=nrmp_code,
        is_fictional=is_fictional,
        notes=notes,
    )


def _notes(section: Section) -> tuple[str, ...]:
    notes = section.items("notes") or []
    for note in notes:
        if not isinstance(note, str):
            section.problem("notes", f"'notes' must hold texts in quotes, not {shown(note)}.")
    return tuple(str(note) for note in notes)


def read_source(section: Section, inherited: Source | None) -> Source | None:
    """``source``, ``via``, ``read_on`` (a month in quotes) and ``as_of``; required at the top.

    Below, what is not given is inherited; but another page does not inherit the cycle.
    """
    is_top = inherited is None
    url = section.text("source", required=is_top)
    via = section.text("via", required=is_top)
    read_on = section.text("read_on", required=is_top)
    as_of = section.text("as_of")
    if read_on is not None and not MONTH.fullmatch(read_on):
        section.problem("read_on", f"'read_on' must be a month like \"2026-11\", not {read_on}.")
        return None
    if inherited is None:
        return Source(url, via, read_on, as_of or "") if url and via and read_on else None
    if not (url or via or read_on or as_of):
        return inherited
    is_same_page = url is None or url == inherited.url
    return Source(
        url or inherited.url,
        via or inherited.via,
        read_on or inherited.read_on,
        as_of or (inherited.as_of if is_same_page else ""),
    )


def _coverage(section: Section, topics: set[object]) -> Told:
    """What the page says about each topic; a topic with a requirement is stated."""
    told = {topic: Coverage.STATED for topic in Topic if topic.value in topics}
    table = section.table("coverage")
    if table is None:
        return _one_object(tuple(sorted(told.items())))
    for topic in Topic:
        coverage = table.choice(topic.value, Coverage)
        if coverage is None:
            continue
        if topic in told and coverage is not Coverage.STATED:
            table.problem(topic.value, f"a requirement on {topic.value} is stated above.")
        elif topic not in told and coverage is Coverage.STATED:
            table.problem(
                topic.value,
                f"{topic.value} is called stated, but no requirement of that topic is given.",
            )
        told[topic] = coverage
    table.close()
    return _one_object(tuple(sorted(told.items())))


@lru_cache(maxsize=4096)
def _one_object(coverage: Told) -> Told:
    """Equal coverage as one object: thousands of programs are silent about the same topics."""
    return coverage


def _requirement(
    section: Section, source: Source | None, kept: dict[Rule, Rule]
) -> Requirement | None:
    identity = section.text("id", required=True)
    topic = section.choice("topic", Topic, required=True)
    modality = section.choice("modality", Modality, required=True)
    stage = section.choice("stage", Stage) or Stage.APPLY
    says = section.text("says") or ""
    yearly = section.flag("recomputed_yearly") or False
    own_source = read_source(section, source or UNREAD)
    tree = section.table("rule", required=True)
    rule = read_rule(tree, kept) if tree else None
    section.close()
    if not (identity and topic and modality and own_source and rule):
        return None
    return Requirement(identity, topic, modality, stage, rule, own_source, says, yearly)


def read_rule(
    section: Section, kept: dict[Rule, Rule] | None = None, depth: int = 1
) -> Rule | None:
    """One node of a tree: exactly one of all, any, none, unless, or the name of a criterion."""
    kept = {} if kept is None else kept
    keys = tuple(section.data)
    if depth > MAX_DEPTH:
        section.problem("", f"the tree is more than {MAX_DEPTH} levels deep; flatten it.")
        return None
    if len(keys) != 1:
        section.problem("", "a rule holds exactly one test; put several under 'all' or 'any'.")
        return None
    key = keys[0]
    if key in BRANCHES:
        rule = _branch(section, key, kept, depth)
    elif key in READERS:
        leaf = section.table(key)
        rule = READERS[key](leaf) if leaf else None
    else:
        known = frozenset({*READERS, *BRANCHES})
        section.problem(key, f"no criterion is called '{key}'{suggestion(key, known)}")
        return None
    return kept.setdefault(rule, rule) if rule else None


def _branch(section: Section, key: str, kept: dict[Rule, Rule], depth: int) -> Rule | None:
    if key == "unless":
        return _unless(section, kept, depth)
    parts = [read_rule(part, kept, depth + 1) for part in section.tables(key)]
    if not parts:
        section.problem(key, f"'{key}' holds no test.")
        return None
    found = tuple(part for part in parts if part is not None)
    if len(found) < len(parts):
        return None
    if key == "none" and any(leaf.grows_with_plan for part in found for leaf in leaves(part)):
        section.problem(
            key,
            "'none' may not hold experience or letters: having more closes no door; "
            "write not_counting = [...] on the leaf.",
        )
        return None
    match key:
        case "all":
            return All(found)
        case "any":
            return AnyOf(found)
        case _:
            return NoneOf(found)


def _unless(section: Section, kept: dict[Rule, Rule], depth: int) -> Rule | None:
    table = section.table("unless", required=True)
    if table is None:
        return None
    inner, other = table.table("rule", required=True), table.table("exception", required=True)
    table.close()
    rule = read_rule(inner, kept, depth + 1) if inner else None
    exception = read_rule(other, kept, depth + 1) if other else None
    return Unless(rule, exception) if rule and exception else None
