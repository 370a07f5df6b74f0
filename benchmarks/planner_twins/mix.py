"""Generated problems: a realistic mix, and the simple one. All of it is fictional.

Realistic: three in ten programs or more hold an ``any``, half of the experience clauses or more
have a window of their own, letters are asked by author, a quarter of the programs leave a topic
out. Simple: conjunctions of clauses over shared windows, no letters.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from rounds.core.eligibility.case import Anchor, Within
from rounds.core.eligibility.criteria.clinical_experience import Counted, ExperienceAsked
from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.eligibility.criteria.not_testable import NotTestable
from rounds.core.eligibility.programs import Program, Requirement
from rounds.core.eligibility.rules import All, AnyOf, Rule, Unless
from rounds.core.facts import ApplicantFacts, Sitting, StatusSpan
from rounds.core.legality.rulebook import read_rulebook
from rounds.core.planner.offers import PriceLine, Site, Term
from rounds.core.planner.problem import Problem, Wishes
from rounds.core.seasons import Season
from rounds.core.values import DateSpan, Source
from rounds.core.vocabulary import (
    CLINIC,
    HOSPITAL,
    Complete,
    Coverage,
    Exam,
    ExamResult,
    Kind,
    LetterPolicy,
    Modality,
    Mode,
    Role,
    SeasonStatus,
    Setting,
    Stage,
    Status,
    Topic,
)
from rounds.data import shipped_text

TODAY = date(2026, 11, 22)
SEASON = Season(
    2028,
    TODAY,
    date(2027, 9, 1),
    date(2028, 3, 1),
    date(2028, 7, 1),
    SeasonStatus.USER,
    2027,
    "benchmark",
)
SOURCE = Source("https://example.org/fictional", "live page", "2026-11", "2027-2028")
SPECIALTIES = (
    "internal medicine",
    "family medicine",
    "pediatrics",
    "psychiatry",
    "neurology",
    "general surgery",
    "obstetrics and gynecology",
    "emergency medicine",
)
STATES = ("NY", "NJ", "PA", "OH", "MI", "IL", "TX", "FL", "GA", "MA")
TOWNS = 25
MONTHS_OF_TERMS = 14
PERSON = ApplicantFacts(
    name="Benchmark (fictional)",
    degree_on=date(2024, 6, 1),
    statuses=(StatusSpan(Status.US_CITIZEN),),
    statuses_complete=Complete.YES,
    needs_sponsorship=False,
    exams=(Sitting(Exam.STEP_1, date(2025, 3, 3), ExamResult.PASSED),),
    exams_complete=Complete.YES,
    experience_complete=Complete.YES,
    letters_complete=Complete.YES,
    training_complete=Complete.YES,
)


@dataclass(frozen=True, slots=True)
class Mix:
    """One generated problem: sizes, seed and budget in cents."""

    terms: int
    programs: int
    seed: int
    budget: int | None
    is_simple: bool = False

    @property
    def name(self) -> str:
        sort = "simple" if self.is_simple else "realistic"
        money = "no budget" if self.budget is None else f"${self.budget // 100:,}"
        return f"{sort} {self.terms}x{self.programs} seed {self.seed} {money}"


def problem_of(mix: Mix) -> Problem:
    """The problem of a mix, the same for the same mix."""
    chance = Random(f"{mix.terms} {mix.programs} {mix.seed} {mix.is_simple}")
    law = read_rulebook(
        shipped_text("legality/immigration.toml"), shipped_text("legality/states.toml")
    )
    make = _simple_program if mix.is_simple else _program
    return Problem(
        facts=PERSON,
        season=SEASON,
        programs=tuple(make(chance, n) for n in range(mix.programs)),
        terms=_terms(chance, mix.terms),
        rulebook=law,
        wishes=Wishes(
            earliest=TODAY,
            latest=date(2028, 6, 1),
            budget=mix.budget,
            letters=0 if mix.is_simple else 3,
            cents_for_a_letter=0 if mix.is_simple else 30_000,
            travel_days=1,
            include_unknown_permission=True,
        ),
    )


# ── terms ──────────────────────────────────────────────────────────────────────────────────────


def _terms(chance: Random, count: int) -> tuple[Term, ...]:
    sites = [_site(chance, n) for n in range(TOWNS * 2)]
    made: list[Term] = []
    rotation = 0
    while len(made) < count:
        model = _rotation(chance, rotation, chance.choice(sites))
        step = chance.choice([1, 2, 4]) if model.weeks <= 4 else 4
        first = date(2026, 12, 7) + timedelta(weeks=chance.randrange(4))
        while first < date(2028, 1, 31) and len(made) < count:
            last = first + timedelta(days=7 * model.weeks - 3)
            code = f"T{rotation:04d}-{first:%y%m%d}"
            made.append(replace(model, code=code, span=DateSpan(first, last)))
            first += timedelta(weeks=max(step, model.weeks if step == 4 else step))
        rotation += 1
    return tuple(made)


def _site(chance: Random, n: int) -> Site:
    town = n % TOWNS
    prices = Random(town)
    return Site(
        id=f"site-{n}",
        name=f"Fictional Hospital {n}",
        city=f"Fictional Town {town}",
        state=STATES[town % len(STATES)],
        is_medical_school_hospital=chance.choice([True, False, None]),
        housing_cents_a_week=prices.randrange(150, 376, 5) * 100,
        travel_cents=prices.randrange(120, 601, 10) * 100,
    )


def _rotation(chance: Random, n: int, site: Site) -> Term:
    kind, role, low, high = chance.choice(
        [
            (Kind.OBSERVERSHIP, Role.OBSERVING, 500, 2_000),
            (Kind.OBSERVERSHIP, Role.OBSERVING, 500, 2_000),
            (Kind.EXTERNSHIP, Role.HANDS_ON, 2_000, 4_500),
            (Kind.ELECTIVE, Role.HANDS_ON, 2_000, 4_000),
        ]
    )
    weeks = chance.choices([2, 4, 6, 8, 12], [10, 65, 5, 15, 5])[0]
    fee = chance.randrange(low, high, 25) * 25 * weeks
    price = [PriceLine("fee", fee)]
    if chance.random() < 0.4:
        price.append(PriceLine("malpractice", chance.randrange(400, 601, 10) * 25 * weeks))
    if chance.random() < 0.5:
        price.append(PriceLine("background check", 5_400, once="background check"))
    if chance.random() < 0.4:
        price.append(PriceLine("application", 15_000, once=f"application:{site.id}"))
    return Term(
        code="",
        rotation=f"Fictional rotation {n}",
        site=site,
        author=f"Dr. Fictional {n if chance.random() < 0.7 else n // 3}",
        specialty=chance.choice(SPECIALTIES),
        kind=kind,
        role=role,
        mode=Mode.VIRTUAL if chance.random() < 0.05 else Mode.IN_PERSON,
        hours=chance.choice(
            [
                ((Setting.INPATIENT, 40),),
                ((Setting.INPATIENT, 40),),
                ((Setting.OFFICE, 36),),
                ((Setting.HOSPITAL_OUTPATIENT, 36),),
                ((Setting.INPATIENT, 20), (Setting.OFFICE, 20)),
                ((Setting.OFFICE, 16),),
            ]
        ),
        span=DateSpan(TODAY, TODAY),
        weeks=weeks,
        seats=1,
        price=tuple(price),
        letter_policy=chance.choices(list(LetterPolicy), [45, 25, 15, 15])[0],
        turnaround_days=chance.choice([None, 14, 21, 30, 45, 60]),
        on_letterhead=chance.choice([True, True, False, None]),
    )


# ── programs ───────────────────────────────────────────────────────────────────────────────────


def _program(chance: Random, n: int) -> Program:
    specialty = chance.choice(SPECIALTIES)
    clauses = [(Topic.EXPERIENCE, _experience_tree(chance, specialty))]
    if chance.random() < 0.45:
        clauses.append((Topic.LETTERS, _letters_tree(chance, specialty)))
    if chance.random() < 0.5:
        years = chance.choice([3, 4, 5, 5, 7, 10])
        anchor = chance.choice([Anchor.APPLY, Anchor.START])
        clauses.append((Topic.GRADUATION, GraduatedWithin(years, anchor, years)))
    if chance.random() < 0.3:
        clauses.append((Topic.EXAMS, ExamPassed(Exam.STEP_1)))
    if chance.random() < 0.07:
        clauses.append((Topic.OTHER, NotTestable("a good fit with the program's mission")))
    return _made(n, specialty, clauses, is_silent=chance.random() < 0.25)


def _simple_program(chance: Random, n: int) -> Program:
    specialty = chance.choice(SPECIALTIES)
    window = chance.choice([None, Within(1, 0, Anchor.APPLY), Within(0, 6, Anchor.APPLY)])
    rules = tuple(
        ExperienceAsked(
            "",
            weeks,
            weeks,
            roles=chance.choice([frozenset({Role.HANDS_ON}), frozenset(Role)]),
            specialties=chance.choice([None, frozenset({specialty})]),
            within=window,
        )
        for weeks in chance.choices([4, 8, 12, 16], k=chance.randint(1, 2))
    )
    return _made(n, specialty, [(Topic.EXPERIENCE, All(rules))], is_silent=False)


def _made(n: int, specialty: str, clauses: list[tuple[Topic, Rule]], *, is_silent: bool) -> Program:
    stated = {topic: Coverage.STATED for topic, _ in clauses}
    none = Coverage.NOT_STATED if is_silent else Coverage.EXPRESSLY_NONE
    coverage = {
        Topic.GRADUATION: Coverage.EXPRESSLY_NONE,
        Topic.SPONSORSHIP: none,
        **stated,
    }
    return Program(
        id=f"fictional-{n}",
        name=f"Fictional Program {n}",
        specialty=specialty,
        state="NY",
        source=SOURCE,
        requirements=tuple(
            Requirement(f"r{k}", topic, Modality.REQUIRED, Stage.APPLY, rule, SOURCE)
            for k, (topic, rule) in enumerate(clauses)
        ),
        coverage=tuple(sorted(coverage.items())),
        is_fictional=True,
    )


def _experience_tree(chance: Random, specialty: str) -> Rule:
    sort = chance.random()
    if sort < 0.4:
        return _experience(chance, specialty)
    if sort < 0.62:
        return All((_experience(chance, specialty), _experience(chance, specialty)))
    if sort < 0.9:
        return AnyOf(tuple(_experience(chance, specialty) for _ in range(chance.randint(2, 3))))
    return Unless(
        _experience(chance, specialty),
        All((_experience(chance, specialty), LettersAsked(1, us_physician=True))),
    )


def _experience(chance: Random, specialty: str) -> ExperienceAsked:
    months = chance.random() < 0.4
    count = chance.choice([1, 1, 2, 2, 3, 3, 4]) if months else chance.choice([4, 4, 6, 8, 8, 12])
    sure, possible = (-(-count * 52 // 12), count * 4) if months else (count, count)
    return ExperienceAsked(
        "",
        sure,
        possible,
        counted=Counted.ONE_ROTATION if chance.random() < 0.12 else Counted.SUM,
        roles=chance.choice([None, frozenset({Role.HANDS_ON}), frozenset(Role)]),
        countries=frozenset({"US"}),
        settings=chance.choice([None, None, HOSPITAL, CLINIC, frozenset({Setting.INPATIENT})]),
        specialties=frozenset({specialty}) if chance.random() < 0.5 else None,
        not_counting=frozenset({Kind.OBSERVERSHIP}) if chance.random() < 0.15 else frozenset(),
        within=_window(chance) if chance.random() < 0.6 else None,
        since=_since(chance) if chance.random() < 0.1 else None,
        since_graduation=chance.random() < 0.1,
    )


def _window(chance: Random) -> Within:
    if chance.random() < 0.3:
        return Within(chance.choice([1, 2, 3]), 0, chance.choice(list(Anchor)))
    return Within(0, chance.choice([3, 4, 5, 6, 8, 9, 12, 18]), chance.choice(list(Anchor)))


def _since(chance: Random) -> date:
    return date(2026, 12, 1) + timedelta(days=chance.randrange(200))


def _letters_tree(chance: Random, specialty: str) -> Rule:
    asked = LettersAsked(
        chance.choice([1, 2, 2, 3, 3]),
        us_physician=chance.random() < 0.5,
        letterhead=chance.random() < 0.2,
    )
    if chance.random() < 0.4:
        own = LettersAsked(1, us_physician=True, specialties=frozenset({specialty}))
        return All((asked, own))
    return asked


def shares(problem: Problem) -> dict[str, float]:
    """What the mix promises, counted: programs with ``any``, experience clauses with a window."""
    branching = sum(any(_has_any(r.rule) for r in p.requirements) for p in problem.programs)
    leaves = [
        leaf
        for program in problem.programs
        for one in program.requirements
        for leaf in _experiences(one.rule)
    ]
    own = sum(
        leaf.within is not None or leaf.since is not None or leaf.since_graduation
        for leaf in leaves
    )
    return {
        "programs with any": branching / len(problem.programs),
        "experience clauses with an own window": own / max(1, len(leaves)),
    }


def _has_any(rule: Rule) -> bool:
    if isinstance(rule, AnyOf | Unless):
        return True
    return isinstance(rule, All) and any(map(_has_any, rule.parts))


def _experiences(rule: Rule) -> list[ExperienceAsked]:
    match rule:
        case All(parts) | AnyOf(parts):
            return [leaf for part in parts for leaf in _experiences(part)]
        case Unless(inner, exception):
            return [*_experiences(inner), *_experiences(exception)]
        case ExperienceAsked():
            return [rule]
        case _:
            return []
