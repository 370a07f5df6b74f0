"""So many letters of a stated sort; one author counts once."""

from dataclasses import dataclass
from typing import ClassVar

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.counting import (
    COUNTS,
    DOES_NOT_COUNT,
    Match,
    Tally,
    every,
    maybe,
    told,
)
from rounds.core.eligibility.verdict import NO_CAUSE, Evidence, Outcome, met, unknown, unmet
from rounds.core.eligibility.wording import ROLE_NAMES, both, counted, either
from rounds.core.facts import Letter
from rounds.core.reading import Section
from rounds.core.values import day
from rounds.core.vocabulary import SPECIALTIES, Complete, Origin, Role, UnknownCause, Verdict

MAX_LETTERS = 6
Doubtful = dict[str, list[tuple[Letter, Match]]]


@dataclass(frozen=True, slots=True)
class LettersAsked:
    """At least ``at_least`` authors, each with at least one letter that fits."""

    name: ClassVar[str] = "letters"
    grows_with_plan: ClassVar[bool] = True

    at_least: int
    us_physician: bool = False
    specialties: frozenset[str] | None = None
    roles: frozenset[Role] | None = None
    letterhead: bool = False

    def __post_init__(self) -> None:
        if self.at_least < 1:
            raise ValueError("a clause about letters asks for at least one")

    def describe(self) -> str:
        parts = [f"at least {counted(self.at_least, 'letter')}"]
        if self.us_physician:
            parts.append("by a US physician" if self.at_least == 1 else "by US physicians")
        if self.specialties:
            parts.append(f"from {either(sorted(self.specialties))}")
        if self.roles:
            seen = either(ROLE_NAMES[role] for role in Role if role in self.roles)
            parts.append(f"about {seen} work")
        if self.letterhead:
            parts.append("on institutional letterhead")
        return " ".join(parts)

    def counts(self, letter: Letter, case: Case) -> Match:
        """Does this letter count on the day the clause is due?"""
        if letter.ready_on > case.due:
            return DOES_NOT_COUNT
        return every(
            (
                self._writer_counts(letter),
                told(letter.specialty, self.specialties, "the writer's specialty"),
                told(letter.role, self.roles, "what work the writer saw"),
                self._paper_counts(letter),
                _is_ready(letter, case),
            )
        )

    def tally(self, case: Case) -> Tally:
        """Authors who surely and possibly count."""
        sure, doubtful = self._authors(case)
        causes = NO_CAUSE.union(
            *(match.causes for matches in doubtful.values() for _, match in matches)
        )
        if case.facts.letters_complete is not Complete.YES:
            return Tally(len(sure), None, causes | {UnknownCause.NOT_TOLD})
        return Tally(len(sure), len(sure) + len(doubtful), causes)

    def outcome(self, case: Case) -> Outcome:
        tally = self.tally(case)
        sure, doubtful = self._authors(case)
        evidence = [_evidence(letter) for letter in sure.values()]
        if tally.sure >= self.at_least:
            done = [one for one in evidence if one.origin is not Origin.PLANNED]
            return met(done if len(done) >= self.at_least else evidence)
        if tally.possible is not None and tally.possible < self.at_least:
            more = "more " if tally.possible else ""
            short = counted(self.at_least - tally.possible, f"{more}such letter")
            return unmet(f"at least {short}", evidence=evidence)
        missing = [
            f"whether the letter by {author} counts: {both(matches[0][1].doubts)}"
            for author, matches in doubtful.items()
        ]
        if tally.possible is None:
            missing.append("whether you have more letters than you told")
        return unknown(*tally.causes, missing=missing, evidence=evidence)

    def _authors(self, case: Case) -> tuple[dict[str, Letter], Doubtful]:
        """Authors with a letter that surely counts, and those with only doubtful ones.

        Of an author's letters that count, one that is there already speaks before a planned one.
        """
        sure: dict[str, Letter] = {}
        doubtful: Doubtful = {}
        for letter in case.facts.letters:
            match = self.counts(letter, case)
            if match.verdict is Verdict.UNKNOWN:
                doubtful.setdefault(letter.author, []).append((letter, match))
            elif match.verdict is Verdict.MET:
                known = sure.get(letter.author)
                if known is None or known.origin is Origin.PLANNED:
                    sure[letter.author] = letter
        return sure, {author: doubtful[author] for author in doubtful if author not in sure}

    def _writer_counts(self, letter: Letter) -> Match:
        if not self.us_physician:
            return COUNTS
        return told(letter.is_us_physician, (True,), "whether the writer is a US physician")

    def _paper_counts(self, letter: Letter) -> Match:
        if not self.letterhead:
            return COUNTS
        return told(letter.on_letterhead, (True,), "whether it is on letterhead")


def _is_ready(letter: Letter, case: Case) -> Match:
    if not letter.is_certain:
        return maybe(UnknownCause.PENDING, "this site writes only under conditions")
    if letter.origin is Origin.PLANNED or letter.ready_on <= case.season.today:
        return COUNTS
    return maybe(UnknownCause.PENDING, f"it is not ready before {day(letter.ready_on)}")


def _evidence(letter: Letter) -> Evidence:
    text = f"letter by {letter.author}, ready {day(letter.ready_on)}"
    return Evidence(letter.author, text, letter.origin)


def read(section: Section) -> LettersAsked | None:
    """``letters = { at_least = 2, us_physician = true, specialties = ["family medicine"] }``."""
    at_least = section.integer("at_least", low=1, high=MAX_LETTERS, required=True)
    us_physician = section.flag("us_physician") or False
    specialties = section.names("specialties", SPECIALTIES)
    roles = section.choices("roles", Role)
    letterhead = section.flag("letterhead") or False
    section.close()
    for key in ("specialties", "roles"):
        if section.data.get(key) == []:
            section.problem(key, f"'{key}' is an empty list, which no letter can satisfy.")
    if at_least is None:
        return None
    return LettersAsked(at_least, us_physician, specialties, roles, letterhead)
