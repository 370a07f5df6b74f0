"""Which terms may enter a plan, and for every other term all reasons why not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.rules import Rule, judge
from rounds.core.errors import BadInput
from rounds.core.errors import Problem as InputProblem
from rounds.core.legality.ruling import TWO_STATUSES, Ruling
from rounds.core.planner.activity import ruling_on
from rounds.core.planner.calendar import clash, span_clashes, stay_of
from rounds.core.planner.costs import cost_lines, has_unknown_cost, shared_cents
from rounds.core.planner.offers import Term
from rounds.core.planner.problem import Problem
from rounds.core.values import DateSpan, money
from rounds.core.vocabulary import Permission, Verdict


class Reason(StrEnum):
    """Why a term cannot enter; codes never change."""

    EXCLUDED = "excluded"
    NO_SEATS = "no_seats"
    IN_THE_PAST = "in_the_past"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    OTHER_SPECIALTY = "other_specialty"
    OTHER_STATE = "other_state"
    OVERLAPS_EXPERIENCE = "overlaps_experience"
    NOT_ALLOWED = "not_allowed"
    STATUSES_CONTRADICT = "statuses_contradict"
    PERMISSION_UNKNOWN = "permission_unknown"
    ENTRY_NOT_MET = "entry_not_met"
    ENTRY_UNKNOWN = "entry_unknown"
    COST_UNKNOWN = "cost_unknown"


SENTENCES: dict[Reason, str] = {
    Reason.EXCLUDED: "you left it out",
    Reason.NO_SEATS: "it has no free seat",
    Reason.IN_THE_PAST: "it has begun already",
    Reason.TOO_EARLY: "it begins before the dates you wish",
    Reason.TOO_LATE: "it ends after the dates you wish",
    Reason.OTHER_SPECIALTY: "it is in another specialty than you wish",
    Reason.OTHER_STATE: "it is in another state than you wish",
    Reason.OVERLAPS_EXPERIENCE: "you already have something on some of its days",
    Reason.NOT_ALLOWED: "you may not do it by law",
    Reason.STATUSES_CONTRADICT: "the statuses you have told for its days contradict each other",
    Reason.PERMISSION_UNKNOWN: "nobody can say whether you may do it",
    Reason.ENTRY_NOT_MET: "you do not meet its entry conditions",
    Reason.ENTRY_UNKNOWN: "it is unknown whether you meet its entry conditions",
    Reason.COST_UNKNOWN: "a part of its cost is stated by nobody, and there is a budget to keep",
}


@dataclass(frozen=True, slots=True)
class Excluded:
    """A term that cannot enter, with every reason in a fixed order."""

    term: Term
    reasons: tuple[Reason, ...]

    @property
    def sentence(self) -> str:
        return f"{self.term.code}: {'; '.join(SENTENCES[reason] for reason in self.reasons)}."


@dataclass(frozen=True, slots=True)
class Candidates:
    """Terms by code that may enter; ``unsure`` are those of unknown permission let in by wish."""

    terms: tuple[Term, ...]
    excluded: tuple[Excluded, ...]
    unsure: frozenset[str]


def candidates(problem: Problem) -> Candidates:
    """Sort out what may enter; BadInput for contradictory offers, wishes or pins, all at once."""
    _refuse_contradictions(problem)
    judge_term = _Judge(problem)
    inside, outside, unsure = [], [], set()
    for term in sorted(problem.terms, key=lambda one: one.code):
        reasons = tuple(judge_term.reasons(term))
        if reasons:
            outside.append(Excluded(term, reasons))
        else:
            inside.append(term)
            if judge_term.ruling(term).permission is Permission.UNKNOWN:
                unsure.add(term.code)
    _refuse_impossible_pins(problem, outside)
    return Candidates(tuple(inside), tuple(outside), frozenset(unsure))


class _Judge:
    """Finds all reasons against one term; remembers entry verdicts by rule and day."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.busy: tuple[DateSpan, ...] = tuple(item.span for item in problem.facts.experience)
        self.entries: dict[tuple[int, date], Verdict] = {}
        self.rulings: dict[str, Ruling] = {}

    def reasons(self, term: Term) -> Iterator[Reason]:
        wishes = self.problem.wishes
        if term.code in wishes.excluded:
            yield Reason.EXCLUDED
        if term.seats < 1:
            yield Reason.NO_SEATS
        if term.span.first < self.problem.season.today:
            yield Reason.IN_THE_PAST
        elif term.span.first < wishes.earliest:
            yield Reason.TOO_EARLY
        if term.span.last > wishes.latest:
            yield Reason.TOO_LATE
        if wishes.specialties and term.specialty not in wishes.specialties:
            yield Reason.OTHER_SPECIALTY
        if wishes.states and term.site.state not in wishes.states:
            yield Reason.OTHER_STATE
        if span_clashes(term.span, self.busy):
            yield Reason.OVERLAPS_EXPERIENCE
        yield from self._lawful(term)
        yield from self._entry(term)
        if wishes.budget is not None and has_unknown_cost(term, wishes.paid_once):
            yield Reason.COST_UNKNOWN

    def ruling(self, term: Term) -> Ruling:
        if term.code not in self.rulings:
            self.rulings[term.code] = ruling_on(self.problem.facts, term, self.problem.rulebook)
        return self.rulings[term.code]

    def _lawful(self, term: Term) -> Iterator[Reason]:
        """The tick lets in what nobody can say, not what the person's own words leave open."""
        ruling = self.ruling(term)
        if ruling.permission is Permission.NOT_ALLOWED:
            yield Reason.NOT_ALLOWED
        if ruling.permission is not Permission.UNKNOWN:
            return
        if TWO_STATUSES in ruling.codes:
            yield Reason.STATUSES_CONTRADICT
        unknown_is_out = not self.problem.wishes.include_unknown_permission
        if unknown_is_out and ruling.codes != (TWO_STATUSES,):
            yield Reason.PERMISSION_UNKNOWN

    def _entry(self, term: Term) -> Iterator[Reason]:
        if term.entry is None:
            return
        verdict = self._verdict(term.entry, term.span.first)
        if verdict is Verdict.UNMET:
            yield Reason.ENTRY_NOT_MET
        elif verdict is Verdict.UNKNOWN:
            yield Reason.ENTRY_UNKNOWN

    def _verdict(self, entry: Rule, on: date) -> Verdict:
        key = (id(entry), on)
        if key not in self.entries:
            case = Case(self.problem.facts, self.problem.season, on)
            self.entries[key] = judge(entry, case).verdict
        return self.entries[key]


def _refuse_contradictions(problem: Problem) -> None:
    wishes = problem.wishes
    codes = {term.code for term in problem.terms}
    programs = {program.id for program in problem.programs}
    found = [
        *_twice("offers", [term.code for term in problem.terms], "the term code"),
        *_twice("programs", [program.id for program in problem.programs], "the program id"),
        *(_wish("pinned", code, "no term has this code") for code in wishes.pinned - codes),
        *(_wish("excluded", code, "no term has this code") for code in wishes.excluded - codes),
        *(
            _wish("pinned", code, "it is pinned and excluded at once")
            for code in wishes.pinned & wishes.excluded
        ),
        *(
            _wish("weights", name, "no program has this id")
            for name, _ in wishes.weights
            if name not in programs
        ),
        *(
            _wish("weights", name, "a weight is less than nothing")
            for name, weight in wishes.weights
            if weight < 0
        ),
    ]
    if wishes.travel_days < 0:
        found.append(InputProblem("wishes", 0, "travel_days", "travel days are less than none."))
    if wishes.cents_for_a_letter < 0:
        found.append(
            InputProblem("wishes", 0, "cents_for_a_letter", "a letter's price is below nothing.")
        )
    try:
        shared_cents(problem.terms)
    except BadInput as error:
        found.extend(error.problems)
    if found:
        raise BadInput(tuple(found))


def _twice(file: str, names: list[str], what: str) -> list[InputProblem]:
    again = {name for name, count in Counter(names).items() if count > 1}
    return [InputProblem(file, 0, name, f"{what} {name} is used twice.") for name in again]


def _wish(key: str, name: str, why: str) -> InputProblem:
    return InputProblem("wishes", 0, key, f"{name}: {why}.")


def _refuse_impossible_pins(problem: Problem, outside: list[Excluded]) -> None:
    wishes = problem.wishes
    found = [
        InputProblem("wishes", 0, "pinned", f"A term you insist on cannot be done. {one.sentence}")
        for one in outside
        if one.term.code in wishes.pinned
    ]
    pinned = sorted(
        (term for term in problem.terms if term.code in wishes.pinned), key=lambda one: one.code
    )
    found += [
        InputProblem("wishes", 0, "pinned", f"{one.code} and {two.code} cannot both be done.")
        for index, one in enumerate(pinned)
        for two in pinned[index + 1 :]
        if clash(stay_of(one), stay_of(two), wishes.travel_days)
    ]
    amounts = shared_cents(problem.terms)
    cost = sum(line.cents for line in cost_lines(pinned, wishes.paid_once, amounts))
    if wishes.budget is not None and cost > wishes.budget:
        sentence = f"the pinned terms cost {money(cost)}, more than {money(wishes.budget)}."
        found.append(InputProblem("wishes", 0, "budget", sentence))
    if found:
        raise BadInput(tuple(found))
