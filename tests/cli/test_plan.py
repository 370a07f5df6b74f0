import itertools
import json
from pathlib import Path

import pytest


def said(result):
    """What was refused, without the wrapping of lines."""
    return " ".join(result.stderr.split())


def changed(arguments, **new):
    """The same command line with some values replaced; ``None`` leaves the option out."""
    made = list(arguments)
    for name, value in new.items():
        option = f"--{name.replace('_', '-')}"
        if option in made:
            at = made.index(option)
            made[at : at + 2] = [] if value is None else [option, value]
        elif value is not None:
            made += [option, value]
    return made


def test_a_plan_rests_on_no_half_of_a_contradiction_and_says_so(
    run, plan_arguments, examples, tmp_path
):
    told = (examples / "applicants/visitor.toml").read_text("utf-8")
    told += '\n[[status]]\nstatus = "permanent_resident"\n'
    (tmp_path / "both.toml").write_text(told, "utf-8")

    result = run(
        *changed(plan_arguments, applicant=tmp_path / "both.toml"),
        "--include-unknown-permission",
        "--json",
    )

    document = json.loads(result.stdout)
    assert [one["code"] for one in document["applicant"]["conflicts"]] == [
        "two_statuses",
        "needs_no_visa",
    ]
    assert {one["role"] for one in document["rotations"]} == {"observing"}
    assert document["shut"]["rotations_left_out"]["statuses_contradict"] > 0


# ── the answer ───────────────────────────────────────────────────────────────────────────────


def test_the_sentence_comes_first(run, plan_arguments):
    result = run(*plan_arguments)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[:3] == [
        "With these two rotations, $2,709.60 in all, 3 more doors stand open; 2 others",
        "would be possible.",
        "Proven best in this catalog. 1 door stands open without them.",
    ]


def test_it_can_be_read_on_60_columns(run, plan_arguments):
    lines = run(*plan_arguments, columns=60).stdout.splitlines()

    assert max(map(len, lines)) <= 60


def test_the_sections_come_in_the_order_people_ask(run, plan_arguments):
    lines = run(*plan_arguments).stdout.splitlines()

    heads = [two for one, two in itertools.pairwise(lines) if not one and two[:1].strip()]
    assert heads[1:] == [
        "The rotations",
        "May you do these?",
        "Doors that open: 3",
        "Possible, not counted above: 2",
        "Doors, not odds: an open door means that you meet every rule the program states",
        "What it costs",
        "Doors against dollars",
        "One more rotation",
        "What each limit costs",
        "What stays closed or undecided: 8",
        "Closed, and the clauses that close them",
        "What could still change that",
        "Rotations left out",
        "Proof",
    ]


def test_the_json_keeps_its_shape(run, plan_arguments, golden, shape_of):
    result = run(*plan_arguments, "--json")

    document = json.loads(result.stdout)
    assert (document["format"], result.stderr) == ("rounds.plan/1", "")
    golden("plan.shape.json", shape_of(result.stdout))


def test_the_json_adds_up(run, plan_arguments):
    document = json.loads(run(*plan_arguments, "--json").stdout)

    costs = document["costs"]
    assert sum(line["cents"] for line in costs["lines"]) == costs["total_cents"] == 270_960
    assert len(document["doors"]["newly_open"]) == 3
    assert [one["code"] for one in document["rotations"]] == ["QUILL3-270104", "LARK3-270208"]
    assert document["proof"]["proven"] is True
    doors = document["doors"]
    assert doors["open_after"] - doors["open_before"] == 3


def test_when_nothing_helps_the_page_is_honest_and_the_status_0(run, plan_arguments):
    result = run(*changed(plan_arguments, budget="0"))

    assert result.exit_code == 0
    assert " ".join(result.stdout.split()).startswith(
        "No plan from this catalog, within your limits, opens one more door. "
    )


def test_when_no_rotation_may_be_done_the_reasons_are_counted(run, plan_arguments, tmp_path):
    result = run(*changed(plan_arguments, state="CA"))

    assert result.exit_code == 0
    assert "It is in another state than you wish" in " ".join(result.stdout.split())


def test_an_applicant_with_nothing_known_is_told_what_to_tell(run, plan_arguments, tmp_path):
    path = tmp_path / "nobody.toml"
    path.write_text("name = 'Nobody (fictional)'\n", "utf-8")

    result = run(*changed(plan_arguments, applicant=path, include_unknown_permission=None))

    assert result.exit_code == 0
    assert "tell Rounds" in " ".join(result.stdout.split())


# ── bad input: every problem at once, in kind sentences ──────────────────────────────────────


def test_everything_missing_is_said_at_once(run):
    result = run("plan")

    assert (result.exit_code, result.stdout) == (2, "")
    assert [line.split()[1] for line in result.stderr.splitlines() if line.startswith("  · ")] == [
        "--applicant",
        "--budget",
        "--from",
        "--offers",
        "--programs",
        "--until",
    ]


def test_the_problems_of_options_and_of_all_files_come_together(run, plan_arguments, tmp_path):
    applicant = tmp_path / "a.toml"
    applicant.write_text("degree_on = 2020-02-30\n", "utf-8")
    programs = tmp_path / "p.toml"
    programs.write_text("[[program]]\nid = 'x'\n", "utf-8")
    offers = tmp_path / "o.csv"
    offers.write_text("code,rotation\nA,B\n", "utf-8")

    result = run(
        *changed(
            plan_arguments, applicant=applicant, programs=programs, offers=offers, budget="much"
        )
    )

    assert (result.exit_code, result.stdout) == (2, "")
    heads = [line for line in result.stderr.splitlines() if line.startswith(("On the", "In "))]
    assert heads == ["On the command line", f"In {applicant}", f"In {offers}", f"In {programs}"]


BROKEN_APPLICANTS = {
    "unreadable TOML": ("name = 'Ana\n", "this is not valid TOML"),
    "an impossible date": ("degree_on = 2021-02-30\n", "line 1"),
    "a day in quotes": ("degree_on = '2021-02-03'\n", "degree_on"),
    "an unknown key": ("degre_on = 2021-02-03\n", 'did you mean "degree_on"?'),
}


@pytest.mark.parametrize("case", BROKEN_APPLICANTS)
def test_a_broken_applicant_is_told_with_its_line(run, plan_arguments, tmp_path, case):
    text, sentence = BROKEN_APPLICANTS[case]
    path = tmp_path / "a.toml"
    path.write_text(text, "utf-8")

    result = run(*changed(plan_arguments, applicant=path))

    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in said(result)


RULE = """
[[program]]
id = "x"
name = "X (fictional)"
specialty = "pediatrics"
state = "OH"
source = "https://x.example"
via = "live page"
read_on = "2026-11"
[[program.requirement]]
id = "r"
topic = "experience"
modality = "required"
rule = {rule}
"""


def deep(levels):
    rule = "{ standing = { is = 'graduate' } }"
    for _ in range(levels):
        rule = f"{{ all = [{rule}] }}"
    return rule


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("{ clinical_experiense = { weeks = 4 } }", 'did you mean "clinical_experience"?'),
        (deep(40), "levels deep; flatten it."),
    ],
)
def test_an_unknown_criterion_and_a_tree_too_deep_are_sentences(
    run, plan_arguments, tmp_path, rule, sentence
):
    path = tmp_path / "p.toml"
    path.write_text(RULE.replace("{rule}", rule), "utf-8")

    result = run(*changed(plan_arguments, programs=path))

    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in said(result)


def test_experience_that_overlaps_is_told_beside_the_answer(run, plan_arguments, tmp_path):
    path = tmp_path / "a.toml"
    path.write_text(
        """
[[experience]]
place = "One"
first = 2025-01-06
last = 2025-02-02
weeks = 4
[[experience]]
place = "Two"
first = 2025-01-20
last = 2025-02-16
weeks = 4
""",
        "utf-8",
    )

    result = run(*changed(plan_arguments, applicant=path))

    assert result.exit_code == 0
    assert "One and Two share days" in " ".join(result.stdout.split())


def test_one_wrong_cell_among_ten_thousand_offers_is_found(run, plan_arguments, tmp_path, examples):
    head, row, *_ = (examples / "offers.csv").read_text("utf-8").splitlines()
    rest = row[row.index(",") :]
    rows = [f"T{number:05d}{rest}" for number in range(9_999)]
    wrong = f"T99999{rest.replace('2027-01-11', '2027-01-32')}"
    path = tmp_path / "many.csv"
    path.write_text("\n".join([head, *rows, wrong]), "utf-8")

    result = run(*changed(plan_arguments, offers=path))

    assert (result.exit_code, result.stdout) == (2, "")
    assert said(result).startswith("One thing needs correcting before Rounds can answer.")
    assert "line 10001: " in said(result)


def test_a_pin_that_cannot_be_is_refused(run, plan_arguments):
    result = run(*changed(plan_arguments, budget="100"), "--pin", "LARK3-270208")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "the pinned terms cost" in said(result)


def test_dates_in_the_wrong_order_are_refused(run, plan_arguments):
    result = run(*changed(plan_arguments, until="2026-01-01"))

    assert result.exit_code == 2
    assert "--until 2026-01-01 is before --from 2026-11-22; swap them." in said(result)


def test_the_problems_come_as_json_too(run, plan_arguments):
    result = run(*changed(plan_arguments, budget="much"), "--json")

    assert result.exit_code == 2
    assert json.loads(result.stdout)["format"] == "rounds.problems/1"


def test_the_order_of_files_and_rows_changes_nothing(run, plan_arguments, tmp_path, examples):
    head, *rows = (examples / "offers.csv").read_text("utf-8").splitlines()
    path = Path(tmp_path / "backwards.csv")
    path.write_text("\n".join([head, *reversed(rows)]), "utf-8")

    one = run(*plan_arguments, "--json").stdout
    two = run(*changed(plan_arguments, offers=path), "--json").stdout

    assert one == two


def test_the_readme_shows_what_is_printed(run, plan_arguments, examples):
    readme = (examples.parent / "README.md").read_text("utf-8")
    excerpt = readme.split("(excerpt):")[1].split("Between these lines")[0]
    shown = [line.removeprefix("    ").rstrip() for line in excerpt.splitlines()]

    printed = iter(run(*plan_arguments).stdout.splitlines())

    assert [line for line in shown if line and line not in printed] == []
