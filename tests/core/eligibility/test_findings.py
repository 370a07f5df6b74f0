"""The sentences, read as the applicant reads them."""

from dataclasses import replace
from datetime import date

import pytest

from rounds.core.eligibility.assess import assess
from rounds.core.eligibility.findings import (
    MODALITY_WORDS,
    ORIGIN_WORDS,
    STAGE_WORDS,
    VERDICT_WORDS,
    Finding,
)
from rounds.core.eligibility.program_file import read_programs
from rounds.core.vocabulary import (
    Complete,
    Modality,
    Origin,
    Stage,
    UnknownCause,
    Verdict,
)
from tests.core.eligibility.makers import COMPLETE, NOBODY, SEASON, done, rotation

HEAD = """id = "p"
name = "P"
specialty = "pediatrics"
state = "NY"
source = "https://example.org"
via = "live page"
read_on = "2026-11"
as_of = "2027-2028"
[[requirement]]
id = "r"
"""
WEEKS = 'rule.clinical_experience = { weeks = 8, countries = ["US"] }'
JAN = rotation(date(2026, 1, 5), 4, place="Lakeside Clinic")
OWN = rotation(date(2026, 3, 2), 4, place="Pine Clinic", origin=Origin.OWN_WORD)
PLAN = rotation(date(2027, 3, 1), 4, place="Harbor Hospital", origin=Origin.PLANNED)


def finding(rule, facts, *, modality="required", more="") -> Finding:
    text = f'{HEAD}topic = "experience"\nmodality = "{modality}"\n{more}\n{rule}\n'
    ((assessment),) = assess(facts, read_programs(text, "p.toml"), SEASON)
    return assessment.findings[0]


def sentence(rule, facts, **kwargs):
    return finding(rule, facts, **kwargs).sentence


def test_a_met_clause_keeps_attested_and_told_weeks_apart():
    assert sentence(WEEKS, done(JAN, OWN)) == (
        "Met: the program requires at least 8 weeks of clinical experience in the US. "
        "Attested: 4 weeks at Lakeside Clinic, Jan 5, 2026 to Feb 1, 2026. "
        "By your own word: 4 weeks at Pine Clinic, Mar 2, 2026 to Mar 29, 2026."
    )


def test_a_clause_met_by_a_plan_says_so():
    assert sentence(WEEKS, done(JAN, PLAN)) == (
        "Met if done as planned: the program requires at least 8 weeks of clinical experience in "
        "the US. Attested: 4 weeks at Lakeside Clinic, Jan 5, 2026 to Feb 1, 2026. "
        "Only planned: 4 weeks at Harbor Hospital, Mar 1, 2027 to Mar 28, 2027."
    )


def test_an_unmet_clause_says_what_counts_and_what_is_needed():
    assert sentence(WEEKS, done(JAN)) == (
        "Not met: the program requires at least 8 weeks of clinical experience in the US. "
        "Attested: 4 weeks at Lakeside Clinic, Jan 5, 2026 to Feb 1, 2026. "
        "Needed: at least 4 more weeks."
    )


@pytest.mark.parametrize(
    ("rule", "facts", "end"),
    [
        (WEEKS, COMPLETE, "in the US. Nothing you have told counts toward it."),
        (
            "rule.sponsorship = { visas = [] }",
            replace(COMPLETE, needs_sponsorship=True),
            "without visa sponsorship. By your own word: you need visa sponsorship.",
        ),
        (
            """[[requirement.rule.any]]
            clinical_experience = { weeks = 4, roles = ["hands_on"] }
            [[requirement.rule.any]]
            clinical_experience = { weeks = 8, roles = ["observing"] }""",
            COMPLETE,
            "of observing clinical experience. Nothing you have told counts toward it.",
        ),
        (
            """[[requirement.rule.all]]
            clinical_experience = { weeks = 4 }
            [[requirement.rule.all]]
            clinical_experience = { weeks = 8, countries = ["GB"] }""",
            done(JAN),
            "Needed: at least 8 weeks of clinical experience in the United Kingdom.",
        ),
    ],
)
def test_what_is_needed_never_repeats_the_whole_clause(rule, facts, end):
    assert sentence(rule, facts).endswith(end)


def test_an_unknown_clause_says_what_is_not_known_and_what_to_do():
    facts = done(JAN, replace(OWN, role=None), complete=Complete.UNKNOWN)

    assert sentence(WEEKS, facts) == (
        "Not known yet: the program requires at least 8 weeks of clinical experience in the US. "
        "Attested: 4 weeks at Lakeside Clinic, Jan 5, 2026 to Feb 1, 2026. "
        "Not known: whether Pine Clinic (4 weeks) counts: your role is not told; whether you have "
        "more clinical experience than you told. What to do: tell Rounds this fact."
    )


def test_several_cures_are_said_in_one_order():
    facts = done(JAN, replace(OWN, role=None, mode="virtual"))

    assert sentence(WEEKS, facts).endswith("What to do: tell Rounds this fact; ask the program.")


@pytest.mark.parametrize(
    ("modality", "start"),
    [
        ("required", "Not met: the program requires at"),
        (
            "strongly_preferred",
            "Not met, which closes no door: the program strongly prefers at",
        ),
        ("preferred", "Not met, which closes no door: the program prefers at"),
    ],
)
def test_a_wish_that_is_not_met_closes_no_door(modality, start):
    assert sentence(WEEKS, COMPLETE, modality=modality).startswith(start)


def test_a_wish_that_is_met_is_met():
    assert sentence(WEEKS, done(JAN, OWN), modality="preferred").startswith(
        "Met: the program prefers at least 8 weeks"
    )


def test_what_is_not_required_is_said_without_a_verdict():
    assert sentence(WEEKS, COMPLETE, modality="not_required") == (
        "Not required: the program says that it does not require at least 8 weeks of clinical "
        "experience in the US."
    )


def test_a_clause_of_unknown_force_says_so():
    assert sentence(WEEKS, COMPLETE, modality="unknown").startswith(
        "Not met: the program speaks of at least 8 weeks of clinical experience in the US, "
        "without saying how binding that is. Nothing you have told counts toward it."
    )


@pytest.mark.parametrize(
    ("stage", "start"),
    [
        ("apply", "Not met: the program requires"),
        ("interview", "Not met: to be interviewed, the program requires"),
        ("rank", "Not met: to be ranked, the program requires"),
        ("start", "Not met: to start training, the program requires"),
    ],
)
def test_a_later_stage_is_named(stage, start):
    assert sentence(WEEKS, COMPLETE, more=f'stage = "{stage}"').startswith(start)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (done(JAN, OWN), "it would be met."),
        (done(JAN, PLAN), "it would be met if done as planned."),
        (COMPLETE, "it would not be met."),
        (NOBODY, "it is not known either."),
    ],
)
def test_a_stale_rule_says_from_when_it_is_and_what_it_would_say(facts, words):
    stale = finding(WEEKS, facts, more='as_of = "2018"')

    assert stale.is_stale
    assert stale.verdict is Verdict.UNKNOWN
    assert stale.sentence.startswith(
        "Not known yet: the program requires at least 8 weeks of clinical experience in the US. "
        f"Its page speaks of 2018; by that rule, {words}"
    )
    assert stale.sentence.endswith("check the program's page for the planned season.")


def test_a_page_without_a_year_says_so():
    more = 'source = "https://other.org"\nvia = "archived copy"'

    assert "Its page names no year; by that rule, it would not be met." in sentence(
        WEEKS, COMPLETE, more=more
    )


def test_a_finding_carries_code_verdict_evidence_need_source_and_causes():
    found = finding(WEEKS, done(JAN))

    assert found.code == "experience.unmet"
    assert found.verdict is Verdict.UNMET
    assert [item.ref for item in found.evidence] == [JAN.ref]
    assert found.missing == ("at least 4 more weeks of clinical experience in the US",)
    assert found.source.url == "https://example.org"
    assert (found.causes, found.is_stale) == (frozenset(), False)
    unknown = finding(WEEKS, NOBODY)
    assert (unknown.code, unknown.causes) == ("experience.unknown", {UnknownCause.NOT_TOLD})


def test_a_stale_finding_keeps_evidence_and_need_of_the_rule_as_read():
    found = finding(WEEKS, done(JAN), more='as_of = "2018"')

    assert found.causes == {UnknownCause.STALE}
    assert [item.ref for item in found.evidence] == [JAN.ref]
    assert found.missing == ("at least 4 more weeks of clinical experience in the US",)


def test_every_word_of_the_vocabulary_has_its_words():
    assert list(MODALITY_WORDS) == list(Modality)
    assert list(STAGE_WORDS) == list(Stage)
    assert list(VERDICT_WORDS) == list(Verdict)
    assert list(ORIGIN_WORDS) == list(Origin)
