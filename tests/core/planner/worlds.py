"""Small random worlds in which the planner can be compared with trying everything."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from rounds.core.eligibility.case import Anchor, Within
from rounds.core.eligibility.criteria.clinical_experience import Counted, ExperienceAsked
from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.eligibility.criteria.not_testable import NotTestable
from rounds.core.eligibility.criteria.residency_training import TrainedInResidency
from rounds.core.eligibility.programs import Program, Requirement
from rounds.core.eligibility.rules import All, AnyOf, NoneOf, Rule, Unless
from rounds.core.facts import (
    ApplicantFacts,
    ClinicalExperience,
    Letter,
    Sitting,
    StatusSpan,
)
from rounds.core.legality.rulebook import Rulebook, read_rulebook
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
    year=2028,
    today=TODAY,
    apply_on=date(2027, 9, 1),
    rank_on=date(2028, 3, 1),
    start_on=date(2028, 7, 1),
    status=SeasonStatus.USER,
    rules_from=2027,
    source="made for tests",
)
CURRENT = Source("https://example.org/rules", "live page", "2026-11", "2027-2028")
STALE = replace(CURRENT, as_of="2019-2020")
BOTH = frozenset({Role.OBSERVING, Role.HANDS_ON})
SPECIALTIES = ("internal medicine", "family medicine", "pediatrics")
TOWNS = (("Fairport", "NY"), ("Millbrook", "OH"), ("Sunny Cove", "CA"))
LAW = read_rulebook(shipped_text("legality/immigration.toml"), shipped_text("legality/states.toml"))
OPEN_COVERAGE = (
    (Topic.EXPERIENCE, Coverage.STATED),
    (Topic.GRADUATION, Coverage.EXPRESSLY_NONE),
    (Topic.SPONSORSHIP, Coverage.EXPRESSLY_NONE),
)
CITIZEN = ApplicantFacts(
    name="Test Citizen (fictional)",
    degree_on=date(2025, 6, 1),
    statuses=(StatusSpan(Status.US_CITIZEN),),
    statuses_complete=Complete.YES,
    needs_sponsorship=False,
    exams_complete=Complete.YES,
    experience_complete=Complete.YES,
    letters_complete=Complete.YES,
    training_complete=Complete.YES,
)


def monday(week: int) -> date:
    """The Monday ``week`` weeks after Jan 4, 2027."""
    return date(2027, 1, 4) + timedelta(weeks=week)


def site(town: int = 0, *, housing: int | None = 20_000, travel: int | None = 30_000) -> Site:
    city, state = TOWNS[town]
    return Site(f"site-{town}", f"{city} Hospital (fictional)", city, state, None, housing, travel)


def term(
    code: str,
    *,
    week: int = 0,
    weeks: int = 4,
    at: Site | None = None,
    fee: int | None = 100_000,
    role: Role = Role.OBSERVING,
    **changes: object,
) -> Term:
    """A term in person of whole weeks, Monday to Friday."""
    first = monday(week)
    made = Term(
        code=code,
        rotation=f"rotation {code}",
        site=at or site(),
        author=f"Dr. {code} (fictional)",
        specialty="internal medicine",
        kind=Kind.OBSERVERSHIP if role is Role.OBSERVING else Kind.EXTERNSHIP,
        role=role,
        mode=Mode.IN_PERSON,
        hours=((Setting.INPATIENT, 40),),
        span=DateSpan(first, first + timedelta(days=7 * weeks - 3)),
        weeks=weeks,
        seats=1,
        price=(PriceLine("fee", fee),),
    )
    return replace(made, **changes)  # type: ignore[arg-type] -- tests name Term's own fields


def asked(weeks: int, possible: int | None = None, **filters: object) -> ExperienceAsked:
    """At least ``weeks`` of observing or hands-on weeks unless filters say more."""
    if "roles" not in filters:
        filters["roles"] = BOTH
    return ExperienceAsked(f"{weeks} weeks", weeks, possible or weeks, **filters)  # type: ignore[arg-type] -- as above


def program(name: str, *rules: Rule, source: Source = CURRENT, **changes: object) -> Program:
    """A current program whose rules are required for applying."""
    made = Program(
        id=name,
        name=f"{name} (fictional)",
        specialty="internal medicine",
        state="NY",
        source=source,
        requirements=tuple(requirement(rule, n) for n, rule in enumerate(rules)),
        coverage=OPEN_COVERAGE,
        is_fictional=True,
    )
    return replace(made, **changes)  # type: ignore[arg-type] -- as above


def requirement(rule: Rule, n: int = 0, **changes: object) -> Requirement:
    """A required clause for applying."""
    made = Requirement(f"r{n}", Topic.EXPERIENCE, Modality.REQUIRED, Stage.APPLY, rule, CURRENT)
    return replace(made, **changes)  # type: ignore[arg-type] -- as above


def problem(
    terms: list[Term],
    programs: list[Program],
    facts: ApplicantFacts = CITIZEN,
    law: Rulebook = LAW,
    **wishes: object,
) -> Problem:
    """A problem with wide dates and no budget unless the wishes say so."""
    asked_for: dict[str, object] = {"earliest": TODAY, "latest": date(2028, 6, 1), **wishes}
    return Problem(
        facts,
        SEASON,
        tuple(programs),
        tuple(terms),
        law,
        Wishes(**asked_for),  # type: ignore[arg-type] -- as above
    )


# ── random worlds ──────────────────────────────────────────────────────────────────────────────


def random_problem(seed: int, most_terms: int = 9) -> Problem:
    """A world of at most ``most_terms`` terms with every shape the planner knows."""
    chance = Random(seed)
    terms = [_random_term(chance, n) for n in range(chance.randint(1, most_terms))]
    programs = [_random_program(chance, n) for n in range(chance.randint(1, 9))]
    facts = _random_facts(chance)
    codes = [one.code for one in terms]
    wishes: dict[str, object] = {
        "budget": chance.choice([None, 0, 150_000, 300_000, 500_000, 900_000]),
        "letters": chance.choice([0, 0, 1, 2, 3, 4]),
        "cents_for_a_letter": chance.choice([0, 0, 50_000, 200_000]),
        "travel_days": chance.choice([0, 1, 1, 3, 10]),
        "include_unknown_permission": chance.random() < 0.7,
        "excluded": frozenset(code for code in codes if chance.random() < 0.05),
        "paid_once": frozenset({"check"}) if chance.random() < 0.3 else frozenset(),
        "weights": tuple(
            (one.id, chance.randint(0, 3)) for one in programs if chance.random() < 0.4
        ),
    }
    if chance.random() < 0.15:
        wishes["specialties"] = frozenset(chance.sample(SPECIALTIES, 2))
    if chance.random() < 0.1:
        wishes["latest"] = date(2027, 6, 1)
    if chance.random() < 0.25 and wishes["budget"] in (None, 500_000, 900_000):
        free = [code for code in codes if code not in wishes["excluded"]]  # type: ignore[operator] -- a set
        wishes["pinned"] = frozenset(free[: chance.choice([1, 1, 2])])
    return problem(terms, programs, facts, **wishes)


def _random_facts(chance: Random) -> ApplicantFacts:
    lists = {
        name: chance.choice([Complete.YES, Complete.YES, Complete.UNKNOWN])
        for name in ("experience_complete", "letters_complete", "exams_complete")
    }
    facts = replace(CITIZEN, **lists)  # type: ignore[arg-type] -- as above
    facts = replace(facts, degree_on=chance.choice([None, date(2025, 6, 1), date(2027, 3, 1)]))
    if chance.random() < 0.5:
        facts = replace(facts, exams=(Sitting(Exam.STEP_1, date(2025, 1, 9), ExamResult.PASSED),))
    if chance.random() < 0.6:
        first = chance.choice([date(2026, 1, 5), date(2026, 10, 5), monday(3)])
        old = ClinicalExperience(
            "old",
            DateSpan(first, first + timedelta(days=25)),
            chance.choice([2, 4]),
            chance.choice([None, Kind.ELECTIVE, Kind.OBSERVERSHIP]),
            chance.choice([None, Role.HANDS_ON, Role.OBSERVING]),
            chance.choice([None, Mode.IN_PERSON]),
            chance.choice([None, "US", "GB"]),
            chance.choice([None, *SPECIALTIES]),
            chance.choice([None, ((Setting.OFFICE, 40),), ((Setting.INPATIENT, 10),)]),
        )
        facts = replace(facts, experience=(old,))
    letters = tuple(
        Letter(
            author,
            chance.choice([None, *SPECIALTIES]),
            chance.choice([None, True, False]),
            chance.choice([date(2026, 5, 1), date(2027, 8, 1), date(2027, 12, 1)]),
            chance.choice([None, Role.OBSERVING]),
            chance.choice([None, True]),
            is_certain=chance.random() < 0.7,
        )
        for author in ("Dr. A", "Dr. Old")
        if chance.random() < 0.3
    )
    return replace(facts, letters=letters)


def _random_term(chance: Random, n: int) -> Term:
    town = chance.randrange(3)
    weeks = chance.choice([2, 3, 4, 4, 4, 6, 8])
    role = chance.choice([Role.OBSERVING, Role.OBSERVING, Role.HANDS_ON])
    price = [PriceLine("fee", chance.choice([0, 40_000, 80_000, 80_000, 120_000, 200_000]))]
    if chance.random() < 0.3:
        price.append(PriceLine("background check", 5_400, once="check"))
    if chance.random() < 0.3:
        price.append(PriceLine("application", 15_000, once=f"application:{town}"))
    if chance.random() < 0.06:
        price.append(PriceLine("malpractice", None))
    kind = {
        Role.OBSERVING: [Kind.OBSERVERSHIP, Kind.OBSERVERSHIP, Kind.RESEARCH],
        Role.HANDS_ON: [Kind.EXTERNSHIP, Kind.ELECTIVE],
    }[role]
    return term(
        f"{chance.choice('ABC')}{n:02d}",
        week=chance.randint(-8, 40) if chance.random() < 0.9 else chance.choice([-4, 0, 4]),
        weeks=weeks,
        at=site(town, housing=10_000 * town, travel=15_000 * town),
        role=role,
        price=tuple(price),
        author=chance.choice(["Dr. A", "Dr. B", "Dr. C", f"Dr. {n}"]),
        specialty=chance.choice(SPECIALTIES),
        kind=chance.choice(kind),
        mode=Mode.VIRTUAL if chance.random() < 0.15 else Mode.IN_PERSON,
        hours=chance.choice(
            [
                ((Setting.INPATIENT, 40),),
                ((Setting.OFFICE, 36),),
                ((Setting.OFFICE, 10), (Setting.INPATIENT, 30)),
                ((Setting.OFFICE, 12),),
            ]
        ),
        seats=0 if chance.random() < 0.05 else 2,
        letter_policy=chance.choice(list(LetterPolicy)),
        turnaround_days=chance.choice([None, 14, 30, 60]),
        on_letterhead=chance.choice([None, True, False]),
        entry=chance.choice([None, None, None, ExamPassed(Exam.STEP_1)]),
    )


def _random_program(chance: Random, n: int) -> Program:
    rules = [_random_tree(chance, 0) for _ in range(chance.randint(1, 3))]
    requirements = tuple(
        requirement(
            rule,
            k,
            topic=chance.choice([Topic.EXPERIENCE, Topic.LETTERS]),
            stage=Stage.APPLY if chance.random() < 0.9 else Stage.RANK,
            modality=chance.choices(
                [Modality.REQUIRED, Modality.PREFERRED, Modality.UNKNOWN], [90, 5, 5]
            )[0],
            source=STALE if chance.random() < 0.05 else CURRENT,
            is_recomputed_yearly=chance.random() < 0.1,
        )
        for k, rule in enumerate(rules)
    )
    coverage = OPEN_COVERAGE
    if chance.random() < 0.15:
        coverage = (*OPEN_COVERAGE[:2], (Topic.SPONSORSHIP, Coverage.NOT_STATED))
    source = STALE if chance.random() < 0.07 else CURRENT
    return program(f"P{n}", requirements=requirements, coverage=coverage, source=source)


def _random_tree(chance: Random, depth: int) -> Rule:
    sort = chance.random()
    if depth >= 3 or sort < 0.45:
        return _random_leaf(chance)
    parts = tuple(_random_tree(chance, depth + 1) for _ in range(chance.randint(1, 3)))
    if sort < 0.65:
        return All(parts)
    if sort < 0.88:
        return AnyOf(parts)
    if sort < 0.95:
        return Unless(parts[0], _random_tree(chance, depth + 1))
    return NoneOf((TrainedInResidency(0),))


def _random_leaf(chance: Random) -> Rule:
    sort = chance.random()
    if sort < 0.62:
        return _random_experience(chance)
    if sort < 0.86:
        return LettersAsked(
            chance.randint(1, 3),
            chance.random() < 0.3,
            frozenset(chance.sample(SPECIALTIES, 2)) if chance.random() < 0.3 else None,
            frozenset({Role.OBSERVING}) if chance.random() < 0.2 else None,
            chance.random() < 0.2,
        )
    return chance.choice(
        [
            ExamPassed(Exam.STEP_1),
            ExamPassed(Exam.STEP_2_CK),
            NotTestable("fits our mission"),
            GraduatedWithin(2, Anchor.NOT_STATED, 2),
            GraduatedWithin(5, Anchor.APPLY, 5),
        ]
    )


def _random_experience(chance: Random) -> ExperienceAsked:
    weeks = chance.choice([1, 4, 4, 6, 8, 12])
    months = chance.random() < 0.2
    within = Within(0, chance.choice([3, 4, 6, 8, 12, 24]), chance.choice(list(Anchor)))
    roles = chance.choice([None, frozenset({Role.OBSERVING}), frozenset({Role.HANDS_ON}), BOTH])
    possible: list[tuple[float, str, object]] = [
        (1.0, "roles", roles),
        (0.3, "specialties", frozenset(chance.sample(SPECIALTIES, chance.randint(1, 2)))),
        (0.25, "settings", chance.choice([HOSPITAL, CLINIC])),
        (0.3, "countries", frozenset({"US"})),
        (0.2, "not_counting", frozenset({Kind.RESEARCH})),
        (0.2, "modes", frozenset({Mode.IN_PERSON})),
        (0.2, "counted", Counted.ONE_ROTATION),
        (0.5, "within", within),
        (0.15, "since", monday(chance.randint(0, 20))),
        (0.15, "since_graduation", True),
    ]
    filters = {name: value for share, name, value in possible if chance.random() < share}
    return asked(-(-weeks * 13 // 12) if months else weeks, weeks, **filters)
