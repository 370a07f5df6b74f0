"""Dated rules of the four layers in one place: read, combined, asked."""

from dataclasses import dataclass, field, replace
from datetime import date

from rounds.core.errors import BadInput, Problem
from rounds.core.legality.layers import Law, answers
from rounds.core.legality.rule_file import read_rules
from rounds.core.legality.rules import Decision, Layer, Rule
from rounds.core.legality.ruling import Answer
from rounds.core.legality.situation import Situation, change_days_of, epoch

MEMO_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Every legal rule and decision in force, with their dates.

    ``change_days`` are the days on which some rule begins or no longer holds. Answers to equal
    situations are remembered; nothing can be seen of that but speed.
    """

    rules: tuple[Rule, ...] = ()
    decisions: tuple[Decision, ...] = ()
    change_days: tuple[date, ...] = field(init=False, compare=False, repr=False)
    _known: dict[tuple[int, Situation], tuple[Answer, ...]] = field(
        init=False, compare=False, repr=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        validities = [(rule.valid_from, rule.valid_to) for rule in self.rules]
        covered = [(decision.decided_on, decision.until) for decision in self.decisions]
        days = change_days_of([*validities, *covered])
        object.__setattr__(self, "change_days", days)

    def with_site_rules(self, rules: tuple[Rule, ...]) -> "Rulebook":
        """The same rulebook with more rules of sites and affiliations."""
        return replace(self, rules=(*self.rules, *rules))

    def with_decisions(self, decisions: tuple[Decision, ...]) -> "Rulebook":
        """The same rulebook with more decisions of the agency."""
        return replace(self, decisions=(*self.decisions, *decisions))

    def answers(self, situation: Situation, on: date) -> tuple[Answer, ...]:
        """What the four layers say about a situation on a day, in the order of the layers."""
        key = (epoch(self.change_days, on), situation)
        known = self._known.get(key)
        if known is None:
            known = answers(situation, self._law_on(on))
            if len(self._known) < MEMO_LIMIT:
                self._known[key] = known
        return known

    def _law_on(self, on: date) -> Law:
        return Law(
            tuple(rule for rule in self.rules if rule.holds_on(on)),
            tuple(decision for decision in self.decisions if decision.holds_on(on)),
        )


def read_rulebook(
    immigration: str,
    states: str,
    *,
    files: tuple[str, str] = ("legality/immigration.toml", "legality/states.toml"),
) -> Rulebook:
    """The rulebook of the two shipped files; raises BadInput with the problems of both."""
    rules: list[Rule] = []
    problems: list[Problem] = []
    layers = (Layer.IMMIGRATION, Layer.STATE)
    for text, file, layer in zip((immigration, states), files, layers, strict=True):
        try:
            rules += read_rules(text, file, layer)
        except BadInput as error:
            problems += error.problems
    if problems:
        raise BadInput(tuple(problems))
    return Rulebook(tuple(rules))
