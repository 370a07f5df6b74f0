import json

import pytest

ASK = ("legality", "--from", "2027-01-04", "--until", "2027-01-29")
OBSERVE = (*ASK, "--state", "OH", "--kind", "observership", "--role", "observing")
EXTERN = (*ASK, "--kind", "externship", "--role", "hands_on", "--hours", "office=40")


def test_days_that_nobody_means_and_hours_that_no_week_has_are_refused_at_once(run):
    result = run(
        *("legality", "--from", "0001-01-01", "--until", "9999-12-31", "--state", "OH"),
        *("--kind", "elective", "--role", "hands_on", "--hours", "office=100"),
        *("--hours", "office=3", "--hours", "inpatient=100", "--status", "b2"),
        *("--graduate", "--clinical-years"),
    )

    assert result.exit_code == 2
    assert [line.strip() for line in result.stderr.splitlines() if "·" in line] == [
        "· --clinical-years ends with the degree; leave it out, or --graduate.",
        "· --from 0001-01-01: give a year from 1940 to 2100.",
        "· --hours add up to more than the 168 hours of a week.",
        "· --hours names office twice; give it once.",
        "· --until 9999-12-31: give a year from 1940 to 2100.",
    ]


def first_line(result):
    return result.stdout.splitlines()[0]


def test_a_graduate_on_b2_may_observe_on_a_condition_that_is_said(run):
    result = run(*OBSERVE, "--status", "b2", "--graduate")

    assert result.exit_code == 0
    assert first_line(result) == (
        "Allowed, on a condition: observership, observing, in person in OH, Jan 4, 2027"
    )
    assert [line[:10] for line in result.stdout.splitlines()].count("Condition:") == 1


def test_hands_on_work_of_a_graduate_on_b2_is_not_allowed(run):
    result = run(*EXTERN, "--state", "OH", "--status", "b2", "--graduate")

    assert result.exit_code == 0
    assert first_line(result).startswith("Not allowed: externship, hands-on, in person in OH")


def test_without_the_fact_that_decides_the_answer_is_not_known(run):
    result = run(*EXTERN, "--state", "OH", "--status", "permanent_resident", "--graduate")

    assert first_line(result).startswith("Not known: ")
    assert "What could change the answer" in result.stdout.splitlines()


def test_two_statuses_that_contradict_each_other_are_named_and_nothing_is_allowed(run):
    told = ("--status", "b2", "--status", "permanent_resident", "--graduate")

    lines = run(*EXTERN, "--state", "NY", *told).stdout.splitlines()

    assert lines[0].startswith("Not known: externship, hands-on, in person in NY")
    assert lines[1:3] == [
        "You have told statuses that nobody holds on the same day: permanent resident and",
        "B-2. They cannot all be true, and not all of them allow this.",
    ]
    assert not any(line.startswith("!") for line in lines)
    assert "  · Correct the dates of these statuses, so that only what is true stays." in lines


def test_an_agencys_decision_is_shown_as_such(run, examples):
    result = run(
        *(*EXTERN, "--state", "GA", "--decisions", examples / "decisions.toml"),
        *("--status", "permanent_resident", "--graduate"),
    )

    assert first_line(result).startswith("Allowed by the agency's recorded decision")


@pytest.mark.parametrize(
    ("hospital", "permission"), [("yes", "allowed"), ("no", "not_allowed"), ("unknown", "unknown")]
)
def test_a_students_elective_turns_on_the_hospital(run, hospital, permission):
    result = run(
        *(*ASK, "--state", "TX", "--kind", "elective", "--role", "hands_on", "--json"),
        *("--status", "b1", "--student", "--clinical-years", "--hours", "inpatient=40"),
        *("--faculty", "yes", "--part-of-degree", "yes", "--medical-school-hospital", hospital),
    )

    immigration = json.loads(result.stdout)["layers"][0]
    assert (immigration["layer"], immigration["permission"]) == ("immigration", permission)


def test_the_facts_may_come_from_an_applicants_file(run, examples):
    result = run(*OBSERVE, "--applicant", examples / "applicants/visitor.toml")

    assert first_line(result).startswith("Allowed, on a condition")


def test_a_file_and_flags_about_the_person_do_not_mix(run, examples):
    result = run(*OBSERVE, "--applicant", examples / "applicants/visitor.toml", "--graduate")

    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == (
        "  · --applicant says it all; leave out --status, --graduate, --student."
    )


def test_everything_missing_or_wrong_is_said_at_once(run):
    result = run("legality", "--hours", "office=400", "--mode", "by mail")

    assert (result.exit_code, result.stdout) == (2, "")
    assert [line.split()[1] for line in result.stderr.splitlines() if line.startswith("  · ")] == [
        "--from",
        "--hours",
        "--kind",
        "--mode",
        "--role",
        "--state",
        "--status",
        "--until",
    ]


def test_the_json_keeps_its_shape(run, golden, shape_of):
    result = run(*OBSERVE, "--status", "b2", "--graduate", "--json")

    assert json.loads(result.stdout)["format"] == "rounds.legality/1"
    golden("legality.shape.json", shape_of(result.stdout))


def test_it_says_that_it_is_not_legal_advice(run):
    result = run(*OBSERVE, "--status", "f1", "--graduate")

    assert result.stdout.splitlines()[-2].startswith("This is not legal advice.")
