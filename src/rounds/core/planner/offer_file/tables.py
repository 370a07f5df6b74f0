"""Offers as TOML: ``[[site]]``, and ``[[rotation]]`` with its ``[[rotation.term]]``."""

from collections.abc import Iterator
from typing import Any  # Any: keyword values gathered for one dataclass

from rounds.core.applicant_file import hours_of
from rounds.core.eligibility.program_file import read_rule
from rounds.core.eligibility.rules import Rule
from rounds.core.planner.offer_file.amounts import NotAnAmount, read_amount, read_price
from rounds.core.planner.offer_file.drafts import (
    MAX_SEATS,
    MAX_TURNAROUND_DAYS,
    MAX_WEEKS,
    Draft,
    note_disagreements,
    term_problems,
)
from rounds.core.planner.offers import PriceLine, Site, Term
from rounds.core.reading import Section, read_toml
from rounds.core.values import Cents
from rounds.core.vocabulary import SPECIALTIES, STATES, Kind, LetterPolicy, Mode, Role

Rotation = dict[str, Any]


def read_tables(text: str, file: str) -> tuple[Term, ...]:
    """Terms of a TOML text; raises BadInput with every problem."""
    root = read_toml(text, file)
    sites = _sites(root)
    kept: dict[Rule, Rule] = {}
    drafts = [
        draft for section in root.tables("rotation") for draft in _drafts(section, sites, kept)
    ]
    root.close()
    note_disagreements(drafts)
    if not drafts and not root.report.problems:
        root.problem("", "the file holds no term.")
    root.report.raise_if_any()
    return tuple(draft.term for draft in drafts)


def _sites(root: Section) -> dict[str, Site]:
    found: dict[str, Site] = {}
    for section in root.tables("site"):
        identity = section.text("id", required=True)
        name = section.text("name", required=True)
        city = section.text("city", required=True)
        state = section.name("state", STATES, required=True)
        at_school = section.flag("medical_school_hospital")
        housing = _amount(section, "housing_per_week")
        travel = _amount(section, "travel")
        section.close()
        if identity in found:
            section.problem("id", f"the site {identity} is described twice.")
        elif identity and name and city and state:
            found[identity] = Site(identity, name, city, state, at_school, housing, travel)
    return found


def _drafts(section: Section, sites: dict[str, Site], kept: dict[Rule, Rule]) -> Iterator[Draft]:
    rotation = _rotation(section, sites, kept)
    terms = list(section.tables("term"))
    section.close()
    if not terms:
        section.problem("", "the rotation has no dates; add [[rotation.term]].")
    for part in terms:
        term = _term(part, rotation)
        if term is not None:
            yield Draft(term, f"term {term.code}", part.problem)


def _rotation(section: Section, sites: dict[str, Site], kept: dict[Rule, Rule]) -> Rotation | None:
    site_id = section.name("site", frozenset(sites), required=True)
    tree = section.table("entry")
    told: Rotation = {
        "rotation": section.text("name", required=True),
        "author": section.text("author", required=True),
        "kind": section.choice("kind", Kind, required=True),
        "role": section.choice("role", Role, required=True),
        "mode": section.choice("mode", Mode, required=True),
        "specialty": section.name("specialty", SPECIALTIES, required=True),
        "hours": hours_of(section),
    }
    stated: Rotation = {
        "price": _price(section),
        "letter_policy": section.choice("letter_policy", LetterPolicy) or LetterPolicy.UNKNOWN,
        "turnaround_days": section.integer("turnaround_days", low=0, high=MAX_TURNAROUND_DAYS),
        "on_letterhead": section.flag("letterhead"),
        "affiliation": section.text("affiliation") or "",
        "entry": read_rule(tree, kept) if tree else None,
        "supervised_by_faculty": section.flag("faculty"),
        "is_part_of_degree": section.flag("part_of_degree"),
        "is_paid": section.flag("paid") or False,
    }
    if not told["hours"] and "hours" not in section:
        section.problem("hours", "'hours' is missing; write hours a week by setting.")
    if site_id is None or not all(told.values()):
        return None
    return {"site": sites[site_id], **told, **stated}


def _term(section: Section, rotation: Rotation | None) -> Term | None:
    code = section.text("code", required=True)
    span = section.span()
    weeks = section.integer("weeks", low=1, high=MAX_WEEKS, required=True)
    seats = section.integer("seats", low=0, high=MAX_SEATS, required=True)
    section.close()
    if rotation is None or not (code and span and weeks) or seats is None:
        return None
    for key, sentence in term_problems(rotation["kind"], rotation["role"], span, weeks):
        section.problem(key, sentence)
    return Term(code=code, span=span, weeks=weeks, seats=seats, **rotation)


def _amount(section: Section, key: str) -> Cents | None:
    text = section.text(key)
    try:
        return None if text is None else read_amount(text)
    except NotAnAmount as error:
        section.problem(key, str(error))
        return None


def _price(section: Section) -> tuple[PriceLine, ...]:
    text = section.text("price", required=True)
    try:
        return () if text is None else read_price(text)
    except NotAnAmount as error:
        section.problem("price", str(error))
        return ()
