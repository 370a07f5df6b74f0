"""What one more term adds to doors: each clause judged once, each term in microseconds.

The scalar ``assess`` defines a door; this module reuses its findings and re-judges only the
clauses that the added term can touch. A door that is not open yet opens with a term exactly if
nothing but clauses a rotation can add to was in its way, and all of those are met with the term.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rounds.core.eligibility.assess import Assessment, Finding, assess, decides
from rounds.core.eligibility.case import Case
from rounds.core.eligibility.counting import Match
from rounds.core.eligibility.criteria.clinical_experience import ExperienceAsked
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.eligibility.programs import Program
from rounds.core.eligibility.rules import Criterion, Rule, leaves
from rounds.core.eligibility.verdict import Outcome, met
from rounds.core.facts import ApplicantFacts, ClinicalExperience, Letter
from rounds.core.planner.explain.reach import (
    Shut,
    can_be_possible_by_growth,
    can_open_by_growth,
    is_required,
)
from rounds.core.planner.explain.trees import grows, judge_leaves
from rounds.core.planner.offers import Term
from rounds.core.seasons import Season
from rounds.core.vocabulary import Door, Origin, Verdict

GrowingLeaf = ExperienceAsked | LettersAsked


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one term adds to one leaf: ``amount`` certified weeks, or one letter.

    ``beside`` is the term's code when its weeks or its letter cannot simply be added: it shares
    days with experience already there, or its author has promised a letter already; else empty.
    """

    leaf: int
    match: Match
    amount: int
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Gain:
    """Program ids, in the problem's order: doors newly open, and doors newly possible.

    A door that opens and was not possible before is in both.
    """

    opened: tuple[str, ...]
    made_possible: tuple[str, ...]


class Growth:
    """Facts and programs read once; then ``gain(term)`` for as many terms as wanted."""

    def __init__(self, *, facts: ApplicantFacts, season: Season, programs: Sequence[Program]):
        self._facts = facts
        self.case = Case(facts, season, season.apply_on)
        self._authors = {letter.author for letter in facts.letters}
        self._wrote = {one.author for one in facts.letters if one.origin is not Origin.PLANNED}
        self.leaves: list[GrowingLeaf] = []
        self._leaf_of: dict[GrowingLeaf, int] = {}
        self._rules: list[Rule] = []
        self._rule_of: dict[Rule, int] = {}
        self._leaves_of: list[tuple[int, ...]] = []
        self._verdicts: list[Verdict] = []
        self.before = assess(facts, programs, season)
        shut = [self._shut(assessment) for assessment in self.before]
        self.shut = tuple(program for program in shut if program is not None)
        self._shut_by_rule: list[list[int]] = [[] for _ in self._rules]
        for index, program in enumerate(self.shut):
            for rule in program.rules:
                self._shut_by_rule[rule].append(index)
        self._rules_by_leaf: list[list[int]] = [[] for _ in self.leaves]
        for rule, parts in enumerate(self._leaves_of):
            for leaf in parts:
                self._rules_by_leaf[leaf].append(rule)
        self._contributions: dict[Term, tuple[Contribution, ...]] = {}
        self._leaf_memo: dict[Contribution, Outcome] = {}
        self._base_memo: dict[int, Outcome] = {}
        self._rule_memo: dict[tuple[int, tuple[Contribution, ...]], Verdict] = {}

    def contributions(self, term: Term) -> tuple[Contribution, ...]:
        """What the term adds to each clause that could still open or make possible a door."""
        if term not in self._contributions:
            self._contributions[term] = tuple(self._contribute(term))
        return self._contributions[term]

    def _contribute(self, term: Term) -> Iterator[Contribution]:
        item, letter = term.as_experience(), self._letter(term)
        beside = self._beside(item)
        known = item.ref if term.author in self._authors else ""
        for index, leaf in enumerate(self.leaves):
            match = self._match(leaf, item, letter)
            if match is None or match.verdict is Verdict.UNMET:
                continue
            if isinstance(leaf, ExperienceAsked):
                yield Contribution(index, match, item.weeks, beside)
            elif not known or self._is_better(leaf, term.author, match):
                yield Contribution(index, match, 1, known)

    def gain(self, term: Term) -> Gain:
        """The doors that this one term adds to the facts."""
        return self.gain_from(term, self.contributions(term))

    def gain_from(self, term: Term, contributions: Sequence[Contribution]) -> Gain:
        """As ``gain``, for contributions already computed."""
        by_leaf = {contribution.leaf: contribution for contribution in contributions}
        touched = {rule for leaf in by_leaf for rule in self._rules_by_leaf[leaf]}
        verdicts = {rule: self._verdict_with(rule, by_leaf, term) for rule in touched}
        changed = {rule for rule, verdict in verdicts.items() if verdict != self._verdicts[rule]}
        concerned = sorted({index for rule in changed for index in self._shut_by_rule[rule]})
        programs = [self.shut[index] for index in concerned]
        return Gain(
            tuple(program.id for program in programs if self._opens(program, verdicts)),
            tuple(program.id for program in programs if self._is_made_possible(program, verdicts)),
        )

    def programs_of(self, leaf: int) -> frozenset[str]:
        """The programs that ask for a leaf and whose doors more rotations could still open."""
        return frozenset(
            self.shut[index].id
            for rule in self._rules_by_leaf[leaf]
            for index in self._shut_by_rule[rule]
            if self.shut[index].can_open
        )

    def open_if(self, reached: frozenset[int]) -> frozenset[str]:
        """The programs that would newly open if exactly these further leaves were met."""
        met_leaves = {self.leaves[index] for index in reached}

        def outcome_of(leaf: Criterion) -> Outcome:
            if isinstance(leaf, GrowingLeaf) and leaf in met_leaves:
                return met()
            return self._base_outcome(leaf)

        verdicts = {
            index: judge_leaves(rule, outcome_of, outcome_of).verdict
            for index, rule in enumerate(self._rules)
        }
        return frozenset(program.id for program in self.shut if self._opens(program, verdicts))

    def _opens(self, program: Shut, verdicts: dict[int, Verdict]) -> bool:
        return program.can_open and all(
            verdicts.get(rule, self._verdicts[rule]) is Verdict.MET for rule in program.rules
        )

    def _is_made_possible(self, program: Shut, verdicts: dict[int, Verdict]) -> bool:
        return program.can_be_possible and all(
            verdicts.get(rule, self._verdicts[rule]) is not Verdict.UNMET
            for rule in program.required_rules
        )

    def _verdict_with(self, rule: int, by_leaf: dict[int, Contribution], term: Term) -> Verdict:
        added = tuple(by_leaf[leaf] for leaf in self._leaves_of[rule] if leaf in by_leaf)
        key = (rule, added)
        if key not in self._rule_memo:
            touched = {self.leaves[contribution.leaf]: contribution for contribution in added}

            def outcome_of(leaf: Criterion) -> Outcome:
                if isinstance(leaf, GrowingLeaf) and leaf in touched:
                    return self._outcome_with(touched[leaf], term)
                return self._base_outcome(leaf)

            self._rule_memo[key] = judge_leaves(self._rules[rule], outcome_of, outcome_of).verdict
        return self._rule_memo[key]

    def _outcome_with(self, contribution: Contribution, term: Term) -> Outcome:
        if contribution not in self._leaf_memo:
            case = Case(self._facts_with(term), self.case.season, self.case.due)
            self._leaf_memo[contribution] = self.leaves[contribution.leaf].outcome(case)
        return self._leaf_memo[contribution]

    def _facts_with(self, term: Term) -> ApplicantFacts:
        """What ``with_plan`` gives for the terms already in the facts and this one together."""
        letter = self._letter(term)
        return replace(
            self._facts,
            experience=(*self._facts.experience, term.as_experience()),
            letters=self._facts.letters if letter is None else (*self._facts.letters, letter),
        )

    def _letter(self, term: Term) -> Letter | None:
        """The letter to expect; none from an author who has written, whatever it is worth."""
        return None if term.author in self._wrote else term.as_letter()

    def _base_outcome(self, leaf: Criterion) -> Outcome:
        if id(leaf) not in self._base_memo:
            self._base_memo[id(leaf)] = leaf.outcome(self.case)
        return self._base_memo[id(leaf)]

    def _match(
        self, leaf: GrowingLeaf, item: ClinicalExperience, letter: Letter | None
    ) -> Match | None:
        if isinstance(leaf, ExperienceAsked):
            return leaf.counts(item, self.case)
        return None if letter is None else leaf.counts(letter, self.case)

    def _is_better(self, leaf: LettersAsked, author: str, match: Match) -> bool:
        """True when no letter the author has promised already counts as well as this one would."""
        promised = [letter for letter in self._facts.letters if letter.author == author]
        counts = {leaf.counts(letter, self.case).verdict for letter in promised}
        return Verdict.MET not in counts and match.verdict not in counts

    def _beside(self, item: ClinicalExperience) -> str:
        overlaps = any(item.span.overlaps(other.span) for other in self._facts.experience)
        return item.ref if overlaps else ""

    def _shut(self, assessment: Assessment) -> Shut | None:
        if assessment.door is Door.OPEN:
            return None
        deciding = [finding for finding in assessment.findings if decides(finding.requirement)]
        can_open = can_open_by_growth(assessment, self.case.season)
        can_be_possible = not assessment.is_possible and can_be_possible_by_growth(assessment)
        if not can_open and not can_be_possible:
            return None
        growing = [finding for finding in deciding if grows(finding.requirement.rule)]
        return Shut(
            assessment.program.id,
            can_open,
            can_be_possible,
            tuple(self._rule(finding) for finding in growing),
            tuple(self._rule(finding) for finding in growing if is_required(finding)),
        )

    def _rule(self, finding: Finding) -> int:
        rule = finding.requirement.rule
        if rule not in self._rule_of:
            self._rule_of[rule] = len(self._rules)
            self._rules.append(rule)
            self._verdicts.append(finding.by_its_word.verdict)
            parts = (leaf for leaf in leaves(rule) if isinstance(leaf, GrowingLeaf))
            self._leaves_of.append(tuple(dict.fromkeys(map(self._leaf, parts))))
        return self._rule_of[rule]

    def _leaf(self, leaf: GrowingLeaf) -> int:
        if leaf not in self._leaf_of:
            self._leaf_of[leaf] = len(self.leaves)
            self.leaves.append(leaf)
        return self._leaf_of[leaf]
