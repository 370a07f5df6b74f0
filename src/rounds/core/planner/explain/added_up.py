"""Conditions that span rotations: the weeks of a plan added up beside the limit of the rule."""

from collections.abc import Iterator
from dataclasses import dataclass

from rounds.core.facts import ClinicalExperience
from rounds.core.legality.rules import Rule, WeeksLimit
from rounds.core.legality.ruling import Ruling
from rounds.core.planner.explain.rulings import term_rulings
from rounds.core.planner.explain.words import counted
from rounds.core.planner.offers import Term
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem
from rounds.core.values import anniversary


@dataclass(frozen=True, slots=True)
class AddedUp:
    """The chosen terms under one condition: their certified weeks, and weeks told from before.

    ``told`` are the weeks of told experience that the rule covers and that ended within its years
    before the last day of the plan's terms.
    """

    rule: str
    condition: str
    limit: WeeksLimit
    terms: tuple[Term, ...]
    told: int

    @property
    def weeks(self) -> int:
        """All weeks that count toward the limit, as far as they are known."""
        return self.told + sum(term.weeks for term in self.terms)

    @property
    def is_passed(self) -> bool:
        """True when the limit is passed."""
        return self.weeks > self.limit.weeks

    @property
    def sentence(self) -> str:
        codes = " + ".join(term.code for term in self.terms)
        told = f", with {counted(self.told, 'week')} you have told" if self.told else ""
        total = f"{codes}{told}: {counted(self.weeks, 'week')} in all, of at most "
        if not self.is_passed:
            return f"{total}{self.limit.weeks}."
        over = counted(self.weeks - self.limit.weeks, "week")
        return (
            f"{total}{self.limit.weeks}: {over} too many, unless the exception holds for you. "
            "The plan does not keep this limit by itself; make sure before you book."
        )


def added_up(problem: Problem, plan: Plan) -> tuple[AddedUp, ...]:
    """Every condition with a limit on weeks that some chosen term is under, or may be."""
    rulings = term_rulings(problem, plan)
    found = []
    for rule in problem.rulebook.rules:
        if rule.limit is None:
            continue
        terms = tuple(one.term for one in rulings if rule.id in _rules(one.ruling))
        if terms:
            told = _told(problem.facts.experience, rule, rule.limit, terms)
            found.append(AddedUp(rule.id, rule.condition, rule.limit, terms, told))
    return tuple(found)


def _rules(ruling: Ruling) -> frozenset[str]:
    """The rules a ruling rests on, or would if what is unknown turned out well, on any day."""
    return frozenset(answer.rule for stretch in ruling.stretches for answer in stretch.answers)


def _told(
    experience: tuple[ClinicalExperience, ...],
    rule: Rule,
    limit: WeeksLimit,
    terms: tuple[Term, ...],
) -> int:
    since = anniversary(max(term.span.last for term in terms), -limit.years)
    return sum(item.weeks for item in _covered(experience, rule) if item.span.last > since)


def _covered(
    experience: tuple[ClinicalExperience, ...], rule: Rule
) -> Iterator[ClinicalExperience]:
    """Told experience that the rule speaks of; what is not told of it is not counted."""
    for item in experience:
        if (
            (rule.when.states is None or item.state in rule.when.states)
            and (rule.when.kinds is None or item.kind in rule.when.kinds)
            and (rule.when.roles is None or item.role in rule.when.roles)
            and (rule.when.modes is None or item.mode in rule.when.modes)
        ):
            yield item
