"""Laws that hold for every tree over all criteria and every person."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.eligibility.assess import assess
from rounds.core.eligibility.case import Anchor, Case, Within
from rounds.core.eligibility.criteria import CRITERIA
from rounds.core.eligibility.criteria.clinical_experience import Counted, ExperienceAsked
from rounds.core.eligibility.criteria.credential import HasCredential
from rounds.core.eligibility.criteria.ecfmg_certified import EcfmgCertified
from rounds.core.eligibility.criteria.exam_attempts import ExamAttempts
from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.eligibility.criteria.not_testable import NotTestable
from rounds.core.eligibility.criteria.residency_training import TrainedInResidency
from rounds.core.eligibility.criteria.school import SchoolIn
from rounds.core.eligibility.criteria.sponsorship import Sponsorship
from rounds.core.eligibility.criteria.standing import HasStanding, Standing
from rounds.core.eligibility.criteria.status import HoldsStatus
from rounds.core.eligibility.programs import Program, Requirement
from rounds.core.eligibility.rules import All, AnyOf, NoneOf, Unless, judge, leaves
from rounds.core.facts import (
    ApplicantFacts,
    ClinicalExperience,
    Ecfmg,
    Letter,
    School,
    Sitting,
    StatusSpan,
    Training,
    conflicts,
)
from rounds.core.values import DateSpan, Source, anniversary
from rounds.core.vocabulary import (
    Complete,
    Coverage,
    Credential,
    Door,
    Exam,
    ExamResult,
    Kind,
    Modality,
    Mode,
    Origin,
    Role,
    Setting,
    Stage,
    Status,
    Topic,
    Verdict,
    Visa,
)
from tests.core.eligibility.makers import NOBODY, SEASON, TODAY, done, rotation, season

FIRST_DAY, LAST_DAY = date(2019, 1, 1), date(2028, 12, 31)
DAYS = st.dates(FIRST_DAY, LAST_DAY)
PAST = st.dates(FIRST_DAY, TODAY)
COUNTRIES = ("US", "CA", "IN")
SPECIALTIES = ("internal medicine", "pediatrics")


def some(words):
    """A non-empty set of a few words."""
    return st.frozensets(st.sampled_from(tuple(words)), min_size=1, max_size=3)


def maybe(strategy):
    return st.none() | strategy


# ── trees over all criteria ────────────────────────────────────────────────────────────────────

ANCHORS = st.sampled_from(Anchor)
WITHIN = st.builds(Within, st.integers(1, 8), st.just(0), ANCHORS) | st.builds(
    Within, st.just(0), st.integers(1, 90), ANCHORS
)


@st.composite
def experience_asked(draw):
    possible = draw(st.integers(1, 14))
    return ExperienceAsked(
        words="some weeks",
        sure_weeks=possible + draw(st.integers(0, 2)),
        possible_weeks=possible,
        counted=draw(st.sampled_from(Counted)),
        roles=draw(maybe(some(Role))),
        kinds=draw(maybe(some(Kind))),
        modes=draw(maybe(some(Mode))),
        countries=draw(maybe(some(COUNTRIES))),
        settings=draw(maybe(some(Setting))),
        specialties=draw(maybe(some(SPECIALTIES))),
        not_counting=draw(st.frozensets(st.sampled_from(Kind), max_size=2)),
        within=draw(maybe(WITHIN)),
        since=draw(maybe(DAYS)),
        since_graduation=draw(st.booleans()),
        hours_a_week=draw(st.sampled_from([10, 20, 36])),
    )


LETTERS = st.builds(
    LettersAsked,
    st.integers(1, 3),
    us_physician=st.booleans(),
    specialties=maybe(some(SPECIALTIES)),
    roles=maybe(some(Role)),
    letterhead=st.booleans(),
)
GROWING = experience_asked() | LETTERS
STILL = {
    "credential": st.builds(HasCredential, some(Credential)),
    "ecfmg_certified": st.builds(EcfmgCertified, ANCHORS)
    | st.builds(
        EcfmgCertified,
        st.just(Anchor.DUE),
        st.tuples(st.integers(1, 12), st.integers(1, 28)),
    ),
    "exam_attempts": st.builds(
        ExamAttempts,
        st.lists(st.sampled_from(Exam), min_size=1, max_size=3, unique=True).map(tuple),
        attempts=st.integers(1, 3),
        in_all=st.booleans(),
    )
    | st.builds(
        ExamAttempts,
        st.lists(st.sampled_from(Exam), min_size=1, max_size=3, unique=True).map(tuple),
        failures=st.integers(0, 2),
        in_all=st.booleans(),
    ),
    "exam_passed": st.builds(
        ExamPassed, st.sampled_from(Exam), maybe(st.integers(210, 230)), ANCHORS
    ),
    "graduated_within": st.builds(
        lambda years, to, fuzzy: GraduatedWithin(years, to, years + fuzzy),
        st.integers(1, 9),
        ANCHORS,
        st.integers(0, 2),
    ),
    "not_testable": st.just(NotTestable("ties")),
    "residency_training": st.builds(TrainedInResidency, st.integers(0, 2), st.booleans(), ANCHORS),
    "school": st.builds(SchoolIn, some(COUNTRIES)),
    "sponsorship": st.builds(Sponsorship, st.frozensets(st.sampled_from(Visa))),
    "standing": st.builds(HasStanding, st.sampled_from(Standing)),
    "status": st.builds(HoldsStatus, some(Status), ANCHORS),
}


def branches(inner):
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return parts.map(All) | parts.map(AnyOf) | st.builds(Unless, inner, inner)


DISQUALIFYING = st.lists(
    st.recursive(st.one_of(*STILL.values()), branches, max_leaves=3), min_size=1, max_size=2
).map(lambda parts: NoneOf(tuple(parts)))
TREES = st.recursive(st.one_of(GROWING, *STILL.values(), DISQUALIFYING), branches, max_leaves=6)


def test_the_laws_speak_of_every_criterion():
    assert {*STILL, "clinical_experience", "letters"} == {name for name, _ in CRITERIA}


# ── people ─────────────────────────────────────────────────────────────────────────────────────


@st.composite
def spans(draw, days=DAYS, longest=200):
    first = draw(days)
    return DateSpan(first, first + timedelta(days=draw(st.integers(0, longest))))


@st.composite
def experiences(draw):
    span = draw(spans())
    return ClinicalExperience(
        ref=f"r{draw(st.integers(0, 10**6))}",
        span=span,
        weeks=draw(st.integers(0, len(span.calendar_weeks))),
        kind=draw(maybe(st.sampled_from(Kind))),
        role=draw(maybe(st.sampled_from(Role))),
        mode=draw(maybe(st.sampled_from(Mode))),
        country=draw(maybe(st.sampled_from(COUNTRIES))),
        specialty=draw(maybe(st.sampled_from(SPECIALTIES))),
        hours=draw(
            maybe(
                st.lists(
                    st.tuples(st.sampled_from(Setting), st.integers(0, 40)),
                    max_size=2,
                    unique_by=lambda one: one[0],
                ).map(tuple)
            )
        ),
        origin=draw(st.sampled_from(Origin)),
    )


LETTERS_TOLD = st.builds(
    Letter,
    author=st.sampled_from(["A", "B", "C"]),
    specialty=maybe(st.sampled_from(SPECIALTIES)),
    is_us_physician=maybe(st.booleans()),
    ready_on=DAYS,
    role=maybe(st.sampled_from(Role)),
    on_letterhead=maybe(st.booleans()),
    is_certain=st.booleans(),
    origin=st.sampled_from(Origin),
)
SITTINGS = st.builds(
    Sitting,
    st.sampled_from(Exam),
    DAYS,
    st.sampled_from(ExamResult),
    maybe(st.integers(205, 235)),
)
STATUSES = spans(longest=900).flatmap(
    lambda span: st.builds(
        StatusSpan,
        st.sampled_from(Status),
        st.sampled_from([None, span.first]),
        st.sampled_from([None, span.last]),
    )
)
TRAININGS = st.builds(
    Training,
    spans(longest=900),
    st.sampled_from(COUNTRIES),
    maybe(st.sampled_from(SPECIALTIES)),
    maybe(st.booleans()),
)
FACTS = st.builds(
    ApplicantFacts,
    degree_on=maybe(DAYS),
    school=maybe(st.sampled_from(COUNTRIES).map(School)),
    statuses=st.lists(STATUSES, max_size=2).map(tuple),
    statuses_complete=st.sampled_from(Complete),
    needs_sponsorship=maybe(st.booleans()),
    sponsorship_visas=maybe(st.frozensets(st.sampled_from(Visa))),
    exams=st.lists(SITTINGS, max_size=4).map(tuple),
    exams_complete=st.sampled_from(Complete),
    ecfmg=st.builds(Ecfmg, maybe(st.booleans()), maybe(DAYS), maybe(DAYS)),
    credentials=st.frozensets(st.sampled_from(Credential)),
    credentials_complete=st.sampled_from(Complete),
    experience=st.lists(experiences(), max_size=4).map(tuple),
    experience_complete=st.sampled_from(Complete),
    letters=st.lists(LETTERS_TOLD, max_size=4).map(tuple),
    letters_complete=st.sampled_from(Complete),
    training=st.lists(TRAININGS, max_size=2).map(tuple),
    training_complete=st.sampled_from(Complete),
)
STAGES = st.sampled_from(Stage)


def verdict(rule, facts, due=SEASON.apply_on):
    return judge(rule, Case(facts, SEASON, due)).verdict


# ── with nothing known ─────────────────────────────────────────────────────────────────────────


@settings(max_examples=150)
@given(TREES, DAYS)
def test_with_nothing_known_no_clause_is_met_or_unmet(tree, due):
    outcome = judge(tree, Case(NOBODY, SEASON, due))

    assert outcome.verdict is Verdict.UNKNOWN
    assert outcome.causes
    assert outcome.missing


# ── adding a fact ──────────────────────────────────────────────────────────────────────────────

LISTS = {
    "statuses": STATUSES,
    "exams": SITTINGS,
    "experience": experiences(),
    "letters": LETTERS_TOLD,
    "training": TRAININGS,
}
SINGLE = {
    "degree_on": DAYS,
    "school": st.sampled_from(COUNTRIES).map(School),
    "needs_sponsorship": st.booleans(),
    "sponsorship_visas": st.frozensets(st.sampled_from(Visa)),
}
INNER = {
    "ecfmg": {"certified": st.booleans(), "certified_on": DAYS, "expected_on": DAYS},
    "experience": {
        "kind": st.sampled_from(Kind),
        "role": st.sampled_from(Role),
        "mode": st.sampled_from(Mode),
        "country": st.sampled_from(COUNTRIES),
        "specialty": st.sampled_from(SPECIALTIES),
        "hours": st.just(((Setting.INPATIENT, 30), (Setting.OFFICE, 10))),
    },
    "letters": {
        "specialty": st.sampled_from(SPECIALTIES),
        "is_us_physician": st.booleans(),
        "role": st.sampled_from(Role),
        "on_letterhead": st.booleans(),
    },
    "exams": {"score": st.integers(205, 235)},
    "training": {"is_acgme": st.booleans()},
}


def told_more(draw, value, keys):
    """One untold fact of a value told; the value itself when nothing is untold."""
    untold = [key for key in keys if getattr(value, key) is None]
    if not untold:
        return value
    key = draw(st.sampled_from(untold))
    return replace(value, **{key: draw(keys[key])})


@st.composite
def one_fact_more(draw, facts):
    """The same person with one fact added: an item of an open list, or something untold."""
    way = draw(st.sampled_from(["item", "single", "inner", "complete", "credential"]))
    if way == "item":
        name = draw(st.sampled_from(sorted(LISTS)))
        if getattr(facts, f"{name}_complete") is Complete.YES:
            return facts
        return replace(facts, **{name: (*getattr(facts, name), draw(LISTS[name]))})
    if way == "single":
        return told_more(draw, facts, SINGLE)
    if way == "complete":
        name = draw(st.sampled_from([*LISTS, "credentials"]))
        return replace(facts, **{f"{name}_complete": Complete.YES})
    if way == "credential":
        if facts.credentials_complete is Complete.YES:
            return facts
        more = draw(st.sampled_from(Credential))
        return replace(facts, credentials=facts.credentials | {more})
    name = draw(st.sampled_from(sorted(INNER)))
    if name == "ecfmg":
        return replace(facts, ecfmg=told_more(draw, facts.ecfmg, INNER["ecfmg"]))
    items = list(getattr(facts, name))
    if items:
        index = draw(st.integers(0, len(items) - 1))
        items[index] = told_more(draw, items[index], INNER[name])
    return replace(facts, **{name: tuple(items)})


@settings(max_examples=150)
@given(st.data(), TREES, FACTS, STAGES)
def test_adding_a_fact_turns_met_into_unmet_or_back_only_by_a_reported_contradiction(
    data, tree, facts, stage
):
    more = data.draw(one_fact_more(facts))
    due = SEASON.days_of(stage)[0]
    before, after = verdict(tree, facts, due), verdict(tree, more, due)

    if {before, after} == {Verdict.MET, Verdict.UNMET}:
        assert conflicts(more, TODAY)


def test_every_list_of_facts_can_grow_in_the_law_above():
    lists = {
        field.name.removesuffix("_complete")
        for field in fields(ApplicantFacts)
        if field.name.endswith("_complete")
    }

    assert lists == {*LISTS, "credentials"}


# ── more experience closes nothing ─────────────────────────────────────────────────────────────

RANK = {Verdict.UNMET: 0, Verdict.UNKNOWN: 1, Verdict.MET: 2}
DOOR_RANK = {Door.CLOSED: 0, Door.UNDECIDED: 1, Door.OPEN: 2}
PAGE = Source("https://example.org", "live page", "2026-11", "2027-2028")
REQUIREMENTS = st.builds(
    Requirement,
    id=st.just("r"),
    topic=st.sampled_from(Topic),
    modality=st.sampled_from(Modality),
    stage=STAGES,
    rule=TREES,
    source=st.sampled_from([PAGE, replace(PAGE, as_of="2018")]),
    is_recomputed_yearly=st.booleans(),
)
PROGRAMS = st.builds(
    Program,
    id=st.uuids().map(str),
    name=st.just("P"),
    specialty=st.just("pediatrics"),
    state=st.just("NY"),
    source=st.sampled_from([PAGE, PAGE, replace(PAGE, as_of="2026-2027"), replace(PAGE, as_of="")]),
    requirements=st.lists(REQUIREMENTS, max_size=3).map(tuple),
    coverage=st.dictionaries(st.sampled_from(Topic), st.sampled_from(Coverage)).map(
        lambda told: tuple(told.items())
    ),
)


@settings(max_examples=100)
@given(PROGRAMS, FACTS, experiences() | LETTERS_TOLD)
def test_one_more_rotation_or_letter_closes_no_door(program, facts, added):
    name = "letters" if isinstance(added, Letter) else "experience"
    more = replace(facts, **{name: (*getattr(facts, name), added)})
    (before,), (after,) = (assess(one, [program], SEASON) for one in (facts, more))

    assert DOOR_RANK[after.door] >= DOOR_RANK[before.door]
    assert after.is_possible >= before.is_possible
    for one, two in zip(before.findings, after.findings, strict=True):
        assert RANK[two.verdict] >= RANK[one.verdict]


@settings(max_examples=50)
@given(TREES, FACTS)
def test_an_observership_closes_nothing(tree, facts):
    observed = rotation(date(2026, 1, 5), 4, kind=Kind.OBSERVERSHIP, role=Role.OBSERVING)
    more = replace(facts, experience=(*facts.experience, observed))

    assert RANK[verdict(tree, more)] >= RANK[verdict(tree, facts)]


# ── order, memory, sentences ───────────────────────────────────────────────────────────────────


@settings(max_examples=50)
@given(st.lists(PROGRAMS, max_size=4), FACTS, st.randoms())
def test_order_of_facts_and_programs_changes_nothing(programs, facts, chance):
    def shuffled(items):
        mixed = list(items)
        chance.shuffle(mixed)
        return tuple(mixed)

    mixed = replace(facts, **{name: shuffled(getattr(facts, name)) for name in LISTS})
    expected = {one.program.id: one for one in assess(facts, programs, SEASON)}
    found = {one.program.id: one for one in assess(mixed, shuffled(programs), SEASON)}

    assert {i: (a.door, a.causes, a.is_possible) for i, a in found.items()} == {
        i: (a.door, a.causes, a.is_possible) for i, a in expected.items()
    }


@settings(max_examples=50)
@given(st.lists(PROGRAMS, max_size=4), FACTS)
def test_judging_many_programs_equals_judging_each_requirement_alone(programs, facts):
    for assessment in assess(facts, [*programs, *programs], SEASON):
        for finding in assessment.findings:
            alone = replace(assessment.program, requirements=(finding.requirement,))
            assert assess(facts, [alone], SEASON)[0].findings == (finding,)


@settings(max_examples=50)
@given(PROGRAMS, FACTS)
def test_every_finding_has_a_sentence_that_says_its_verdict(program, facts):
    for assessment in assess(facts, [program], SEASON):
        for finding in assessment.findings:
            sentence = finding.sentence
            assert sentence.endswith(".")
            assert ".." not in sentence
            assert "None" not in sentence
            if finding.requirement.modality is not Modality.NOT_REQUIRED:
                start = {Verdict.MET: "Met", Verdict.UNMET: "Not met", Verdict.UNKNOWN: "Not known"}
                assert sentence.startswith(start[finding.verdict])
            if finding.verdict is Verdict.UNKNOWN and finding.requirement.modality in (
                Modality.REQUIRED,
                Modality.PREFERRED,
            ):
                assert "What to do: " in sentence


@given(TREES)
def test_every_leaf_has_words(tree):
    assert all(leaf.describe() for leaf in leaves(tree))


# ── one flip, on the stated day ────────────────────────────────────────────────────────────────


def flips(rule, facts, around, reach=3):
    """Verdicts day by day while applying moves over a day; rank and start follow as ever."""
    found = []
    for offset in range(-reach, reach + 1):
        apply_on = around + timedelta(days=offset)
        moved = season(
            apply_on=apply_on,
            rank_on=apply_on + timedelta(days=182),
            start_on=apply_on + timedelta(days=302),
        )
        found.append(judge(rule, Case(facts, moved, apply_on)).verdict)
    return found


@given(st.dates(date(2015, 1, 1), date(2026, 1, 1)), st.integers(1, 10))
def test_a_degree_grows_too_old_on_the_day_after_its_anniversary(degree_on, years):
    facts = replace(NOBODY, degree_on=degree_on)
    rule = GraduatedWithin(years, Anchor.APPLY, years)

    assert (
        flips(rule, facts, anniversary(degree_on, years)) == [Verdict.MET] * 4 + [Verdict.UNMET] * 3
    )


@given(st.dates(date(2020, 1, 1), date(2026, 9, 1)), st.integers(1, 4))
def test_experience_leaves_a_window_on_the_day_after_its_anniversary(first, years):
    item = rotation(first, 4)
    rule = ExperienceAsked("weeks", 4, 4, within=Within(years, 0, Anchor.APPLY))

    assert (
        flips(rule, done(item), anniversary(item.span.last, years))
        == [Verdict.MET] * 4 + [Verdict.UNMET] * 3
    )


@given(st.dates(date(2026, 11, 23), date(2027, 12, 31)))
def test_a_planned_rotation_counts_from_its_last_day_on(first):
    item = rotation(first, 4, origin=Origin.PLANNED)
    rule = ExperienceAsked("weeks", 4, 4)

    assert flips(rule, done(item), item.span.last) == [Verdict.UNMET] * 3 + [Verdict.MET] * 4


@given(st.dates(TODAY + timedelta(days=4), LAST_DAY))
def test_an_expected_certificate_is_in_time_from_its_day_on(expected_on):
    facts = replace(NOBODY, ecfmg=Ecfmg(certified=False, expected_on=expected_on))
    rule = EcfmgCertified(Anchor.APPLY)

    assert flips(rule, facts, expected_on) == [Verdict.UNMET] * 3 + [Verdict.UNKNOWN] * 4


@given(PAST)
def test_a_pass_counts_and_a_failure_weighs_from_its_day_on(taken_on):
    passed = replace(
        NOBODY,
        exams=(Sitting(Exam.STEP_1, taken_on, ExamResult.PASSED),),
        exams_complete=Complete.YES,
    )
    failed = replace(passed, exams=(Sitting(Exam.STEP_1, taken_on, ExamResult.FAILED),))

    assert (
        flips(ExamPassed(Exam.STEP_1), passed, taken_on) == [Verdict.UNMET] * 3 + [Verdict.MET] * 4
    )
    assert (
        flips(ExamAttempts((Exam.STEP_1,), failures=0), failed, taken_on)
        == [Verdict.MET] * 3 + [Verdict.UNMET] * 4
    )


@pytest.mark.parametrize("years", [1, 2, 3, 4])
def test_a_degree_of_february_29_flips_after_february_28_or_29(years):
    leap = date(2024, 2, 29)
    rule = GraduatedWithin(years, Anchor.APPLY, years)
    limit = date(2024 + years, 2, 29 if years == 4 else 28)

    assert (
        flips(rule, replace(NOBODY, degree_on=leap), limit)
        == [Verdict.MET] * 4 + [Verdict.UNMET] * 3
    )
