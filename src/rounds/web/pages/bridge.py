"""What the core says about a person in front of a rotation: the law, and the entry conditions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.rules import All, Rule, describe, judge
from rounds.core.eligibility.verdict import Outcome
from rounds.core.facts import ApplicantFacts
from rounds.core.legality.activity import Activity
from rounds.core.legality.permission import Ruling, permission
from rounds.core.legality.rulebook import Rulebook
from rounds.core.legality.rules import Layer
from rounds.core.legality.rules import Rule as LegalRule
from rounds.core.values import DateSpan
from rounds.core.vocabulary import (
    Kind,
    Mode,
    Role,
    Setting,
)
from rounds.web.catalog.bridge import read_entry
from rounds.web.catalog.models import Rotation, Term
from rounds.web.dossier.bridge import next_season
from rounds.web.kit.places import name_of, states

EVERYWHERE = "Every state"
IMMIGRATION = "Immigration"


@dataclass(frozen=True, slots=True)
class Condition:
    """One entry condition in words, with the person's verdict on the day the term begins."""

    words: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ForMe:
    """What the law says about each open term, and the host's conditions on the first of them."""

    rulings: list[tuple[Term, Ruling]]
    conditions: list[Condition]

    @property
    def is_same_for_all(self) -> bool:
        return len({ruling.permission for _, ruling in self.rulings}) == 1


def ruling_on(facts: ApplicantFacts, rotation: Rotation, term: Term, book: Rulebook) -> Ruling:
    """May this person do this rotation on every day of this term?"""
    site = rotation.site
    hours = tuple((Setting(row.setting), row.hours) for row in rotation.hours.all())
    activity = Activity(
        span=DateSpan(term.first, term.last),
        state=site.state_code,
        kind=Kind(rotation.kind),
        role=Role(rotation.role),
        mode=Mode(rotation.mode),
        hours=hours,
        is_medical_school_hospital=site.is_medical_school_hospital,
        supervised_by_faculty=rotation.is_supervised_by_faculty,
        is_part_of_degree=rotation.is_part_of_degree,
        is_paid=rotation.is_paid,
        site=site.slug,
    )
    return permission(facts, activity, book)


def conditions(
    facts: ApplicantFacts, rotation: Rotation, *, today: date, first: date
) -> list[Condition]:
    """The entry conditions one by one, judged on the first day of a term."""
    rule = read_entry(rotation.entry)
    parts: tuple[Rule, ...] = () if rule is None else (rule,)
    if isinstance(rule, All):
        parts = rule.parts
    case = Case(facts, next_season(today), first)
    return [Condition(describe(part), judge(part, case)) for part in parts]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Rules that are read together: those of immigration, of every state, of one state."""

    title: str
    rules: tuple[LegalRule, ...]


def chapters(rules: Iterable[LegalRule]) -> tuple[Chapter, ...]:
    """Immigration first, then what holds in every state, then the states by name."""
    found: dict[str, list[LegalRule]] = {IMMIGRATION: [], EVERYWHERE: []}
    for rule in rules:
        for title in sorted(_titles(rule)):
            found.setdefault(title, []).append(rule)
    return tuple(Chapter(title, tuple(kept)) for title, kept in found.items() if kept)


def _titles(rule: LegalRule) -> set[str]:
    if rule.layer is Layer.IMMIGRATION:
        return {IMMIGRATION}
    covered = rule.when.states
    return {EVERYWHERE} if covered is None else {name_of(code, states()) for code in covered}
