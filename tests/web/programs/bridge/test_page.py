from datetime import date

import pytest

from rounds.core.eligibility.program_file import read_programs
from rounds.core.facts import ApplicantFacts
from rounds.core.vocabulary import Complete, Stage, Topic
from rounds.web.dossier.bridge import season_of
from rounds.web.programs.bridge.page import reasons_for, shown
from rounds.web.programs.bridge.shelf import shelf
from tests.web.programs.makers import make_program, program_text

SEASON = season_of(2028, today=date(2026, 11, 27))
FACTS = ApplicantFacts(
    needs_sponsorship=False, experience_complete=Complete.YES, exams_complete=Complete.YES
)
CLAUSE = """
[[program.requirement]]
id = "{id}"
topic = "{topic}"
modality = "{modality}"
stage = "{stage}"
rule = {rule}
"""
WEEKS = "{ clinical_experience = { weeks = 4 } }"
STEP = '{ exam_passed = { exam = "step_1" } }'


def clause(rule, *, named="c", topic="experience", modality="required", stage="apply"):
    return CLAUSE.format(id=named, topic=topic, modality=modality, stage=stage, rule=rule)


def page(*clauses, facts=FACTS, **told):
    (program,) = read_programs(program_text(rules="".join(clauses), **told), "p.toml")
    return shown(program, SEASON, facts)


def only(*clauses, **told):
    (part,) = page(*clauses, **told).parts
    (found,) = part.clauses
    return found


def test_clauses_stand_under_the_stage_they_are_due_at():
    found = page(
        clause(STEP, named="a", topic="exams", stage="rank"),
        clause(WEEKS, named="b", stage="apply"),
    )

    assert [(part.stage, part.title, part.due, part.to_do) for part in found.parts] == [
        (Stage.APPLY, "To apply", "by Sep 1, 2027", 1),
        (Stage.RANK, "To be ranked", "by Mar 1, 2028", 1),
    ]


def test_a_clause_not_met_says_what_would_change_it():
    found = only(clause(f"{{ any = [{WEEKS}, {STEP}] }}"))

    assert (found.verdict, found.asks) == (
        "unmet", "Requires either at least 4 weeks of clinical experience, or Step 1 passed.",
    )  # fmt: skip
    assert found.counts_nothing
    assert found.needed == ()


def test_sponsorship_is_shown_with_its_evidence():
    found = only(clause("{ sponsorship = { visas = [] } }", topic="sponsorship"))

    assert found.verdict == "met"
    assert found.evidence == [("By your own word", ["you need no visa sponsorship"])]
    assert (found.needed, found.not_known, found.cures) == ((), (), [])


def test_what_is_not_known_is_said_with_its_cure():
    found = only(clause(STEP, topic="exams"), facts=ApplicantFacts())

    assert found.verdict == "unknown"
    assert found.not_known == ("whether you have Step 1 passed",)
    assert found.cures == ["tell Rounds this fact"]


def test_a_preference_not_met_closes_no_door():
    assert only(clause(WEEKS, modality="preferred")).verdict == "wish"


def test_what_is_not_required_is_not_judged():
    found = only(clause(WEEKS, modality="not_required"))

    assert (found.verdict, found.needed, found.cures, found.counts_nothing) == ("", (), [], False)


def test_an_older_rule_says_how_one_would_stand_to_it():
    found = only(clause(WEEKS), as_of="2018")

    assert (found.verdict, found.is_current) == ("unknown", False)
    assert found.by_that_rule == "by that rule you would not meet it"


def test_a_stranger_reads_the_clauses_without_verdicts():
    found = page(clause(WEEKS), facts=None)

    (part,) = found.parts
    assert found.assessment is None
    assert (part.clauses[0].verdict, part.to_do, found.why) == ("", 0, [])


def test_silence_is_listed_topic_by_topic():
    told = 'coverage = { graduation = "expressly_none", letters = "not_stated" }'
    found = page(told, clause(WEEKS))

    silent = dict(found.silent)
    assert Topic.EXPERIENCE not in silent
    assert silent[Topic.GRADUATION] == "It says that it asks for nothing here."
    assert silent[Topic.LETTERS] == "It does not say. Ask the program."
    assert silent[Topic.SCHOOL] == "Nobody has read this part yet."


@pytest.mark.django_db
def test_reasons_name_what_closes_and_leave_out_what_would_change_nothing():
    rules = clause(WEEKS, named="a") + clause(
        '{ not_testable = { text = "a good word" } }', named="b", topic="other"
    )
    row = make_program(rules=rules)

    assert reasons_for(shelf().programs, SEASON, FACTS) == {
        row.pk: ["Experience: at least 4 weeks of clinical experience"]
    }


@pytest.mark.django_db
def test_reasons_of_an_undecided_door_name_what_is_not_known():
    row = make_program(rules=clause('{ not_testable = { text = "a good word" } }', topic="other"))

    assert reasons_for(shelf().programs, SEASON, FACTS) == {
        row.pk: ["Other: whether you have a good word"]
    }
