"""The instance as rows: thresholds, trees, letters, costs and the calendar.

A column that may be fractional is bounded only by whole ones, so that at a whole choice of terms
its largest value is whole: formulas are monotone and only ever pushed up.
"""

from collections.abc import Iterable

from rounds.core.planner.calendar import cliques
from rounds.core.planner.formula import Both, Either, Formula, Threshold, sort_key
from rounds.core.planner.instance import Instance
from rounds.core.planner.plan import StageName
from rounds.core.planner.rows import Rows

Expression = dict[int, float]


class Model:
    """Rows of an instance over its ``active`` terms; other terms are never chosen."""

    def __init__(self, instance: Instance, active: Iterable[int]) -> None:
        self.instance = instance
        self.rows = Rows()
        self.term_column: dict[int, int] = {}
        for n in sorted(active):
            low = 1.0 if n in instance.pinned else 0.0
            self.term_column[n] = self.rows.column(low, 1, is_integer=True)
        self.any_columns: dict[tuple[int, ...], int] = {}
        self.nodes: dict[Formula, int] = {}
        self.place = {one: k for k, one in enumerate(instance.doors.thresholds)}
        self._calendar()
        self.cost = self._cost()
        if instance.budget is not None:
            self.rows.at_most(instance.budget, self.cost.items())
        self.letters = self._letters()
        self.objectives: dict[StageName, Expression] = {}

    def objective(self, stage: StageName) -> Expression:
        """The sum to optimize in a stage, without the part no plan can change."""
        if stage not in self.objectives:
            self.objectives[stage] = self._objective(stage)
        return self.objectives[stage]

    def _objective(self, stage: StageName) -> Expression:
        doors = self.instance.doors
        match stage:
            case StageName.SURE_DOORS:
                return self._doors(doors.sure)
            case StageName.POSSIBLE_DOORS:
                return self._doors(doors.possible)
            case StageName.COST:
                return self.cost | (
                    {self.letters: -self.instance.letter_cents} if self.letters is not None else {}
                )
            case StageName.LETTERS:
                return {self.letters: 1.0} if self.letters is not None else {}
            case StageName.FINISH:
                return self._finish()
            case StageName.CODES:
                return dict.fromkeys(self.term_column.values(), 1.0)

    # ── limits ──────────────────────────────────────────────────────────────────────────────

    def _calendar(self) -> None:
        numbers = list(self.term_column)
        stays = [self.instance.stays[n] for n in numbers]
        for clique in cliques(stays, self.instance.travel_days):
            self.rows.at_most(1, ((self.term_column[numbers[k]], 1.0) for k in clique))

    def _cost(self) -> Expression:
        instance = self.instance
        cost = {c: float(instance.own[n]) for n, c in self.term_column.items() if instance.own[n]}
        for shared in instance.shared:
            members = [self.term_column[n] for n in shared.terms if n in self.term_column]
            if not members:
                continue
            column = self.rows.column(0, 1, is_integer=False)
            for member in members:
                self.rows.at_least(0, [(column, 1.0), (member, -1.0)])
            cost[column] = float(shared.cents)
        return cost

    def _letters(self) -> int | None:
        """New letters that count, as one column; None when no letter can be added."""
        instance = self.instance
        wanted = instance.letters_wanted - instance.letters_there
        groups = [self._active(terms) for terms in instance.authors]
        groups = [group for group in groups if group]
        if wanted <= 0 or not groups:
            return None
        column = self.rows.column(0, min(wanted, len(groups)), is_integer=True)
        self.rows.at_least(0, [*((self._any(group), 1.0) for group in groups), (column, -1.0)])
        return column

    # ── doors ───────────────────────────────────────────────────────────────────────────────

    def _doors(self, weights: dict[Formula, int]) -> Expression:
        return {self._node(formula): float(weight) for formula, weight in weights.items()}

    def _node(self, formula: Formula) -> int:
        """A column that can be 1 exactly when the formula holds."""
        if formula not in self.nodes:
            self.nodes[formula] = self._new_node(formula)
        return self.nodes[formula]

    def _new_node(self, formula: Formula) -> int:
        match formula:
            case Threshold():
                return self._threshold(formula)
            case Both(parts):
                children = [self._node(part) for part in self._in_order(parts)]
                column = self.rows.column(0, 1, is_integer=False)
                for child in children:
                    self.rows.at_least(0, [(child, 1.0), (column, -1.0)])
                return column
            case Either(parts):
                children = [self._node(part) for part in self._in_order(parts)]
                column = self.rows.column(0, 1, is_integer=False)
                self.rows.at_least(0, [*((child, 1.0) for child in children), (column, -1.0)])
                return column
            case _:
                return self.rows.column(float(formula), float(formula), is_integer=False)

    def _in_order(self, parts: frozenset[Formula]) -> list[Formula]:
        return sorted(parts, key=lambda part: sort_key(part, self.place))

    def _threshold(self, asked: Threshold) -> int:
        if asked.need == 1:
            return self._any(asked.groups[0][1]) if len(asked.groups) == 1 else self._one(asked)
        column = self.rows.column(0, 1, is_integer=True)
        entries = [(self._any(terms), float(weight)) for weight, terms in asked.groups]
        self.rows.at_least(0, [*entries, (column, -float(asked.need))])
        return column

    def _one(self, asked: Threshold) -> int:
        return self._any(tuple(sorted({n for _, terms in asked.groups for n in terms})))

    def _any(self, terms: tuple[int, ...]) -> int:
        """A column that can be 1 exactly when one of the terms is chosen."""
        members = self._active(terms)
        if len(members) == 1:
            return self.term_column[members[0]]
        if members not in self.any_columns:
            column = self.rows.column(0, 1, is_integer=False)
            entries = [*((self.term_column[n], 1.0) for n in members), (column, -1.0)]
            self.rows.at_least(0, entries)
            self.any_columns[members] = column
        return self.any_columns[members]

    def _active(self, terms: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(n for n in terms if n in self.term_column)

    def _finish(self) -> Expression:
        """The last day as a sum of steps: a step is paid when some term ends on it or later."""
        stays = self.instance.stays
        days = sorted({stays[n].last for n in self.term_column})
        steps: Expression = {}
        column_of_day: dict[int, int] = {}
        before, previous = 0, None
        for day in days:
            column = self.rows.column(0, 1, is_integer=False)
            if previous is not None:
                self.rows.at_least(0, [(previous, 1.0), (column, -1.0)])
            steps[column] = float(day - before)
            column_of_day[day] = previous = column
            before = day
        for n, column in self.term_column.items():
            self.rows.at_least(0, [(column_of_day[stays[n].last], 1.0), (column, -1.0)])
        return steps


def terms_that_matter(instance: Instance) -> tuple[int, ...]:
    """Pinned terms and those that can open a door or give a letter that counts.

    Any other term only adds cost, days and clashes, and is never part of the best plan: without it
    no door, letter or limit is worse, the end is not later and there are fewer terms.
    """
    used = set(instance.pinned)
    for one in instance.doors.thresholds:
        used.update(n for _, terms in one.groups for n in terms)
    if instance.letters_wanted > instance.letters_there:
        used.update(n for terms in instance.authors for n in terms)
    return tuple(sorted(used))
