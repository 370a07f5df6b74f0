import pytest

from rounds.core.eligibility.case import Anchor
from rounds.core.eligibility.criteria import CRITERIA, READERS
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
from rounds.core.eligibility.program_file import (
    MAX_DEPTH,
    program_of,
    program_tables,
    read_programs,
)
from rounds.core.eligibility.programs import Program, Requirement
from rounds.core.eligibility.rules import All, AnyOf, NoneOf, Unless
from rounds.core.errors import BadInput
from rounds.core.values import Source
from rounds.core.vocabulary import (
    Coverage,
    Credential,
    Exam,
    Modality,
    Role,
    Stage,
    Status,
    Topic,
    Visa,
)
from tests.core.eligibility.makers import rule

HEAD = """id = "harbor"
name = "Harbor (fictional)"
specialty = "internal medicine"
state = "NY"
source = "https://example.org/harbor"
via = "live page"
read_on = "2026-11"
as_of = "2027-2028"
"""
CLAUSE = """
[[requirement]]
id = "step-1"
topic = "exams"
modality = "required"
rule.exam_passed = { exam = "step_1" }
"""
PAGE = Source("https://example.org/harbor", "live page", "2026-11", "2027-2028")


LICENSE = Credential.US_LICENSE


def problems(text):
    with pytest.raises(BadInput) as caught:
        read_programs(text, "p.toml")
    return [str(problem) for problem in caught.value.problems]


def test_a_single_program_stands_at_the_top():
    assert read_programs(HEAD + CLAUSE, "p.toml") == (
        Program(
            id="harbor",
            name="Harbor (fictional)",
            specialty="internal medicine",
            state="NY",
            source=PAGE,
            requirements=(
                Requirement(
                    id="step-1",
                    topic=Topic.EXAMS,
                    modality=Modality.REQUIRED,
                    stage=Stage.APPLY,
                    rule=ExamPassed(Exam.STEP_1),
                    source=PAGE,
                ),
            ),
            coverage=((Topic.EXAMS, Coverage.STATED),),
        ),
    )


def test_every_other_key_of_a_program_is_read():
    text = (
        HEAD
        + 'city = "Albany"\nacgme_id = "1400000000"\nnrmp_code = "0000140C0"\nfictional = true\n'
        + 'notes = ["one", "two"]\n[coverage]\nletters = "not_stated"\n'
        + CLAUSE
        + 'stage = "rank"\nsays = "first exam"\nrecomputed_yearly = true\n'
    ).replace("rule.exam_passed", "rule.exam_passed")
    (program,) = read_programs(text, "p.toml")

    assert (program.city, program.acgme_id, program.nrmp_code) == (
        "Albany",
        "1400000000",
        "0000140C0",
    )
    assert (program.is_fictional, program.notes) == (True, ("one", "two"))
    assert program.coverage == (
        (Topic.EXAMS, Coverage.STATED),
        (Topic.LETTERS, Coverage.NOT_STATED),
    )
    (requirement,) = program.requirements
    assert (requirement.stage, requirement.says) == (Stage.RANK, "first exam")
    assert requirement.is_recomputed_yearly


def several(*texts):
    tables = (
        "[[program]]\n" + text.replace("[[", "[[program.").replace("[cov", "[program.cov")
        for text in texts
    )
    return "\n".join(tables)


def test_several_programs_stand_in_tables_and_share_equal_trees():
    one, two = read_programs(several(HEAD + CLAUSE, HEAD.replace("harbor", "b") + CLAUSE), "p.toml")

    assert (one.id, two.id) == ("harbor", "b")
    assert one.requirements[0].rule is two.requirements[0].rule


def test_a_program_without_requirements_is_a_program():
    assert read_programs(HEAD, "p.toml")[0].requirements == ()


def test_equal_branches_inside_a_tree_are_one_object():
    leaf = '{ exam_passed = { exam = "step_1" } }'
    tree = rule(f"any = [{{ all = [{leaf}, {leaf}] }}, {{ all = [{leaf}, {leaf}] }}]")

    assert tree.parts[0] is tree.parts[1]
    assert tree.parts[0].parts[0] is tree.parts[0].parts[1]


# ── sources ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        ("", PAGE),
        ('as_of = "2018"', Source(PAGE.url, PAGE.via, PAGE.read_on, "2018")),
        ('read_on = "2026-01"', Source(PAGE.url, PAGE.via, "2026-01", PAGE.as_of)),
        ('via = "archived copy"', Source(PAGE.url, "archived copy", PAGE.read_on, PAGE.as_of)),
        (f'source = "{PAGE.url}"', PAGE),
        ('source = "https://other.org"', Source("https://other.org", PAGE.via, PAGE.read_on, "")),
    ],
)
def test_a_requirement_inherits_its_source_but_another_page_not_the_cycle(lines, source):
    (program,) = read_programs(HEAD + CLAUSE + lines, "p.toml")

    assert program.requirements[0].source == source


def test_an_inherited_source_is_the_same_object():
    (program,) = read_programs(HEAD + CLAUSE, "p.toml")

    assert program.requirements[0].source is program.source


@pytest.mark.parametrize("month", ["2026-13", "2026-00", "2026", "26-11", "2026-11-01", "٢٠٢٦-11"])
def test_a_month_that_is_none_is_refused(month):
    assert problems(HEAD.replace("2026-11", month)) == [
        f"p.toml:7: read_on: 'read_on' must be a month like \"2026-11\", not {month}."
    ]


# ── coverage ───────────────────────────────────────────────────────────────────────────────────


def test_coverage_may_not_contradict_the_requirements():
    coverage = '[coverage]\nexams = "not_stated"\nletters = "stated"\nschool = "not_read"\n'

    assert problems(HEAD + coverage + CLAUSE) == [
        "p.toml:10: coverage.exams: a requirement on exams is stated above.",
        (
            "p.toml:11: coverage.letters: letters is called stated, but no requirement of that "
            "topic is given."
        ),
    ]


def test_a_stated_topic_may_be_called_stated():
    text = HEAD + '[coverage]\nexams = "stated"\n' + CLAUSE

    assert read_programs(text, "p.toml")[0].coverage == ((Topic.EXAMS, Coverage.STATED),)


def test_a_requirement_with_a_wrong_rule_still_states_its_topic():
    text = HEAD + '[coverage]\nexams = "stated"\n' + CLAUSE.replace("step_1", "step_9")

    assert problems(text) == [
        (
            "p.toml:16: requirement[0].rule.exam_passed.exam: 'exam' does not know \"step_9\"; did "
            'you mean "step_3"?'
        )
    ]


def test_a_typing_error_in_coverage_is_told():
    assert problems(HEAD + '[coverage]\nexams = "none"\nletter = "stated"\n') == [
        (
            "p.toml:10: coverage.exams: 'exams' does not know \"none\" (known: expressly_none, "
            "not_read, not_stated, stated)."
        ),
        "p.toml:11: coverage.letter: 'letter' is not known here; did you mean \"letters\"?",
    ]


# ── trees ──────────────────────────────────────────────────────────────────────────────────────

STEP_1 = '{ exam_passed = { exam = "step_1" } }'
TIES = '{ not_testable = { text = "ties" } }'
ONE, TWO = ExamPassed(Exam.STEP_1), NotTestable("ties")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (f"all = [{STEP_1}, {TIES}]", All((ONE, TWO))),
        (f"any = [{STEP_1}, {TIES}]", AnyOf((ONE, TWO))),
        (f"none = [{STEP_1}]", NoneOf((ONE,))),
        (f"unless = {{ rule = {STEP_1}, exception = {TIES} }}", Unless(ONE, TWO)),
        (
            f"[[all]]\nexam_passed = {{ exam = 'step_1' }}\n[[all]]\nany = [{TIES}]",
            All((ONE, AnyOf((TWO,)))),
        ),
    ],
)
def test_a_branch_holds_its_parts_in_order(text, tree):
    assert rule(text) == tree


APPLY, START, DUE, OPEN = Anchor.APPLY, Anchor.START, Anchor.DUE, Anchor.NOT_STATED


@pytest.mark.parametrize(
    ("text", "leaf"),
    [
        ("credential = { any_of = ['us_license'] }", HasCredential(frozenset({LICENSE}))),
        ("ecfmg_certified = {}", EcfmgCertified()),
        ("ecfmg_certified = { by = 'start' }", EcfmgCertified(START)),
        ("ecfmg_certified = { by = '10-31' }", EcfmgCertified(DUE, (10, 31))),
        ("ecfmg_certified = { by = '2-1' }", EcfmgCertified(DUE, (2, 1))),
        (
            "exam_attempts = { attempts = 20 }",
            ExamAttempts((Exam.STEP_1, Exam.STEP_2_CK, Exam.STEP_3), 20),
        ),
        (
            "exam_attempts = { exams = ['step_2_ck', 'step_1'], failures = 0, in_all = true }",
            ExamAttempts((Exam.STEP_1, Exam.STEP_2_CK), None, 0, in_all=True),
        ),
        ("exam_passed = { exam = 'step_3', score = 100 }", ExamPassed(Exam.STEP_3, 100)),
        (
            "exam_passed = { exam = 'step_1', score = 500, by = 'apply' }",
            ExamPassed(Exam.STEP_1, 500, APPLY),
        ),
        ("graduated_within = { years = 30 }", GraduatedWithin(30, OPEN, 30)),
        (
            "graduated_within = { years = 1, fuzzy_years = 2, to = 'apply' }",
            GraduatedWithin(1, APPLY, 2),
        ),
        ("letters = { at_least = 6 }", LettersAsked(6)),
        (
            (
                "letters = { at_least = 1, us_physician = true, specialties = ['urology'], "
                "roles = ['observing'], letterhead = true }"
            ),
            LettersAsked(
                1,
                us_physician=True,
                specialties=frozenset({"urology"}),
                roles=frozenset({Role.OBSERVING}),
                letterhead=True,
            ),
        ),
        ("not_testable = { text = ' ties ' }", NotTestable("ties")),
        ("residency_training = { years = 0 }", TrainedInResidency(0)),
        (
            "residency_training = { years = 10, acgme = false, by = 'start' }",
            TrainedInResidency(10, acgme=False, by=START),
        ),
        ("school = { countries = ['CA', 'US'] }", SchoolIn(frozenset({"US", "CA"}))),
        ("sponsorship = { visas = [] }", Sponsorship(frozenset())),
        ("sponsorship = { visas = ['h1b'] }", Sponsorship(frozenset({Visa.H1B}))),
        ("standing = { is = 'student' }", HasStanding(Standing.STUDENT)),
        ("status = { any_of = ['b2'] }", HoldsStatus(frozenset({Status.B2}))),
        ("status = { any_of = ['f1'], on = 'start' }", HoldsStatus(frozenset({Status.F1}), START)),
    ],
)
def test_every_leaf_is_read_as_written(text, leaf):
    assert rule(text) == leaf


def rule_problems(text):
    with pytest.raises(BadInput) as caught:
        rule(text)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["a rule holds exactly one test; put several under 'all' or 'any'."]),
        (
            "exam_passed = { exam = 'step_1' }\nschool = { countries = ['US'] }",
            ["a rule holds exactly one test; put several under 'all' or 'any'."],
        ),
        ("all = []", [":1: all: 'all' holds no test."]),
        (
            "all = 1",
            [
                ":1: all: 'all' must be a list of tables, written [[all]].",
                ":1: all: 'all' holds no test.",
            ],
        ),
        (
            "exam_pased = {}",
            [":1: exam_pased: no criterion is called 'exam_pased'; did you mean \"exam_passed\"?"],
        ),
        (
            "unless = {}",
            [
                ":1: unless.exception: 'exception' is missing; add it.",
                ":1: unless.rule: 'rule' is missing; add it.",
            ],
        ),
        ("exam_passed = 3", [":1: exam_passed: 'exam_passed' must be a table, not 3."]),
        (
            f"unless = {{ rule = {STEP_1}, exception = {TIES}, but = 1 }}",
            [":1: unless.but: 'but' is not known here (known: exception, rule)."],
        ),
    ],
)
def test_a_wrong_tree_is_refused(text, found):
    said = [problem.removeprefix("rule.toml").removeprefix(": ") for problem in rule_problems(text)]

    assert sorted(said) == sorted(found)


def test_an_unknown_criterion_far_from_all_known_names_none():
    (problem,) = rule_problems("zzzzzz = {}")

    assert problem == "rule.toml:1: zzzzzz: no criterion is called 'zzzzzz'."


@pytest.mark.parametrize(
    "leaf",
    ["clinical_experience = { weeks = 4 }", "letters = { at_least = 1 }"],
)
@pytest.mark.parametrize("inside", ["{{ {} }}", "{{ any = [{{ {} }}] }}"])
def test_none_over_what_a_rotation_adds_to_is_refused(leaf, inside):
    assert rule_problems(f"none = [{inside.format(leaf)}]") == [
        (
            "rule.toml:1: none: 'none' may not hold experience or letters: having more closes no "
            "door; write not_counting = [...] on the leaf."
        )
    ]


def nested(levels):
    """A tree of so many levels, the leaf included."""
    return "all = [{ " * (levels - 1) + "exam_passed = { exam = 'step_1' }" + " }]" * (levels - 1)


def test_a_tree_of_twenty_levels_is_read_and_one_more_is_refused():
    assert rule(nested(MAX_DEPTH))
    (problem,) = rule_problems(nested(MAX_DEPTH + 1))
    assert problem.endswith(": the tree is more than 20 levels deep; flatten it.")


def nested_unless(levels, side):
    """A tree of so many levels that grows on one side of its exceptions."""
    if levels == 1:
        return STEP_1
    other = "exception" if side == "rule" else "rule"
    return f"{{ unless = {{ {other} = {TIES}, {side} = {nested_unless(levels - 1, side)} }} }}"


@pytest.mark.parametrize("side", ["rule", "exception"])
def test_levels_are_counted_through_exceptions_too(side):
    assert rule(nested_unless(MAX_DEPTH, side)[1:-1])
    both_sides = rule_problems(nested_unless(MAX_DEPTH + 1, side)[1:-1])
    assert len(both_sides) == 2
    assert all(one.endswith(" more than 20 levels deep; flatten it.") for one in both_sides)


def test_one_wrong_side_of_an_exception_is_one_problem():
    for side in (
        f"rule = {STEP_1}, exception = {{ x = 1 }}",
        f"exception = {TIES}, rule = {{ x = 1 }}",
    ):
        (problem,) = rule_problems(f"unless = {{ {side} }}")
        assert "no criterion is called 'x'" in problem


def test_equal_leaves_on_both_sides_of_an_exception_are_one_object():
    tree = rule(f"unless = {{ rule = {STEP_1}, exception = {{ all = [{STEP_1}, {TIES}] }} }}")

    assert tree.rule is tree.exception.parts[0]


def test_a_tree_forty_levels_deep_is_refused_kindly():
    (problem,) = rule_problems(nested(40))

    assert problem.startswith("rule.toml:1: all[0].all[0]")
    assert problem.endswith("the tree is more than 20 levels deep; flatten it.")


@pytest.mark.parametrize(
    ("text", "key", "sentence"),
    [
        ("letters = {}", "letters.at_least", "'at_least' is missing; add it."),
        (
            "letters = { at_least = 7 }",
            "letters.at_least",
            "'at_least' must be a whole number from 1 to 6, not 7.",
        ),
        (
            "letters = { at_least = 1, roles = [] }",
            "letters.roles",
            "'roles' is an empty list, which no letter can satisfy.",
        ),
        (
            "letters = { at_least = 1, specialties = [] }",
            "letters.specialties",
            "'specialties' is an empty list, which no letter can satisfy.",
        ),
        ("exam_passed = {}", "exam_passed.exam", "'exam' is missing; add it."),
        (
            "exam_passed = { exam = 'step_1', score = 80 }",
            "exam_passed.score",
            "80 is a score of the old two-digit scale; state it as not_testable.",
        ),
        (
            "exam_passed = { exam = 'step_1', score = 501 }",
            "exam_passed.score",
            "'score' must be a whole number from 100 to 500, not 501.",
        ),
        (
            "exam_attempts = {}",
            "exam_attempts",
            "'exam_attempts' needs either 'attempts' or 'failures'.",
        ),
        (
            "exam_attempts = { attempts = 1, failures = 1 }",
            "exam_attempts",
            "'exam_attempts' needs either 'attempts' or 'failures'.",
        ),
        (
            "exam_attempts = { attempts = 1, exams = [] }",
            "exam_attempts.exams",
            "'exams' is an empty list; leave it out to mean all USMLE Steps.",
        ),
        (
            "credential = { any_of = [] }",
            "credential.any_of",
            "'any_of' must name at least one credential.",
        ),
        ("status = {}", "status.any_of", "'any_of' must name at least one status."),
        (
            "sponsorship = {}",
            "sponsorship.visas",
            "'visas' is missing; write [] when the program sponsors none.",
        ),
        (
            "sponsorship = { visas = 'j1' }",
            "sponsorship.visas",
            "'visas' must be a list in square brackets, not \"j1\".",
        ),
        (
            "school = { countries = [] }",
            "school.countries",
            "'countries' must name at least one country.",
        ),
        ("school = {}", "school.countries", "'countries' must name at least one country."),
        (
            "graduated_within = { years = 3, fuzzy_years = 3 }",
            "graduated_within.fuzzy_years",
            "'fuzzy_years' must be more than 'years'.",
        ),
        ("graduated_within = {}", "graduated_within.years", "'years' is missing; add it."),
        ("residency_training = {}", "residency_training.years", "'years' is missing; add it."),
        ("standing = {}", "standing.is", "'is' is missing; add it."),
        ("not_testable = {}", "not_testable.text", "'text' is missing; add it."),
        (
            "ecfmg_certified = { by = '02-30' }",
            "ecfmg_certified.by",
            (
                "'by' must be one of due, apply, rank, start, not_stated, or a month and day like "
                "02-01."
            ),
        ),
        (
            "ecfmg_certified = { by = '²-1' }",
            "ecfmg_certified.by",
            (
                "'by' must be one of due, apply, rank, start, not_stated, or a month and day like "
                "02-01."
            ),
        ),
        (
            "ecfmg_certified = { by = 2 }",
            "ecfmg_certified.by",
            (
                "'by' must be one of due, apply, rank, start, not_stated, or a month and day like "
                "02-01."
            ),
        ),
    ],
)
def test_a_wrong_leaf_is_refused_with_one_sentence(text, key, sentence):
    assert rule_problems(text) == [f"rule.toml:1: {key}: {sentence}"]


def test_every_criterion_refuses_a_key_it_does_not_know():
    for name, _ in CRITERIA:
        assert any(
            "'bogus_key' is not known here" in one
            for one in rule_problems(f"{name} = {{ bogus_key = 1 }}")
        )


def test_criteria_are_listed_by_name_and_once():
    assert [name for name, _ in CRITERIA] == sorted(READERS)


# ── all problems at once ───────────────────────────────────────────────────────────────────────


def test_an_empty_file_says_everything_that_is_missing():
    assert problems("") == [
        f"p.toml: {key}: '{key}' is missing; add it."
        for key in ("id", "name", "read_on", "source", "specialty", "state", "via")
    ]


def test_problems_of_programs_requirements_and_trees_are_told_together_with_their_lines():
    text = several(
        HEAD.replace("NY", "XY") + CLAUSE + CLAUSE.replace("exams", "exam").replace("step_1", "x"),
        HEAD.replace('id = "harbor"', "id = 7") + CLAUSE.replace('"required"', '"must"'),
        HEAD + "fictonal = true\nnotes = [1]\n",
    )

    assert problems(text) == [
        "p.toml:5: program[0].state: 'state' does not know \"XY\".",
        "p.toml:18: program[0].requirement[1].id: the id step-1 is used twice.",
        (
            "p.toml:19: program[0].requirement[1].topic: 'topic' does not know \"exam\"; did you "
            'mean "exams"?'
        ),
        (
            "p.toml:21: program[0].requirement[1].rule.exam_passed.exam: 'exam' does not know "
            '"x" (known: oet_medicine, step_1, step_2_ck, step_3).'
        ),
        "p.toml:24: program[1].id: 'id' must be text in quotes, not 7.",
        (
            "p.toml:36: program[1].requirement[0].modality: 'modality' does not know \"must\" "
            "(known: not_required, preferred, required, strongly_preferred, unknown)."
        ),
        "p.toml:40: program[2].id: the id harbor is used twice.",
        "p.toml:48: program[2].fictonal: 'fictonal' is not known here; did you mean \"fictional\"?",
        "p.toml:49: program[2].notes: 'notes' must hold texts in quotes, not 1.",
    ]


def test_a_program_that_fails_does_not_hide_or_invent_a_repeated_id():
    broken = HEAD.replace('name = "Harbor (fictional)"\n', "")
    text = several(broken, HEAD, HEAD.replace("harbor", "lake"))

    assert problems(text) == [
        "p.toml:1: program[0].name: 'name' is missing; add it.",
        "p.toml:11: program[1].id: the id harbor is used twice.",
    ]


def test_a_wrong_source_at_the_top_hides_no_problem_below_and_invents_none():
    text = HEAD.replace('via = "live page"\n', "") + CLAUSE + 'source = "https://other.org"\n'

    assert problems(text) == ["p.toml: via: 'via' is missing; add it."]


def test_a_key_beside_the_list_of_programs_is_told():
    assert problems('title = "x"\n' + several(HEAD)) == [
        "p.toml:1: title: 'title' is not known here (known: program)."
    ]


def test_windows_text_with_a_byte_order_mark_is_read_alike():
    text = HEAD + CLAUSE

    assert read_programs("\ufeff" + text.replace("\n", "\r\n"), "p.toml") == read_programs(
        text, "p.toml"
    )


def test_half_a_file_is_refused_with_its_line():
    half = (HEAD + CLAUSE)[:-20]

    (problem,) = problems(half)
    assert problem.startswith("p.toml:14: this is not valid TOML:")


def test_an_empty_requirement_says_everything_that_is_missing():
    assert problems(HEAD + "[[requirement]]\n") == [
        f"p.toml:9: requirement[0].{key}: '{key}' is missing; add it."
        for key in ("id", "modality", "rule", "topic")
    ]


def test_an_exception_that_is_no_table_is_told():
    assert rule_problems("unless = 1") == ["rule.toml:1: unless: 'unless' must be a table, not 1."]


def test_a_page_that_names_no_year_names_none():
    (program,) = read_programs(HEAD.replace('as_of = "2027-2028"\n', "") + CLAUSE, "p.toml")

    assert program.source.as_of == program.requirements[0].source.as_of == ""


# ── one program out of a table already parsed ────────────────────────────────────────────────

ALONE = """
id = "gable"
name = "Gable"
specialty = "urology"
state = "NY"
source = "https://gable.example"
via = "live page"
read_on = "2026-11"
"""


def test_a_parsed_table_makes_the_program_of_its_text():
    (table,) = program_tables(ALONE, "one.toml")

    assert (program_of(table, named="Gable"),) == read_programs(ALONE, "one.toml")


def test_several_tables_of_a_file_are_found():
    text = f"[[program]]{ALONE}[[program]]{ALONE.replace('gable', 'falls')}"

    assert [one["id"] for one in program_tables(text, "two.toml")] == ["gable", "falls"]


def test_every_problem_of_a_table_is_told_under_its_name():
    (table,) = program_tables(ALONE, "one.toml")
    with pytest.raises(BadInput) as refused:
        program_of({**table, "state": "XX", "odd": 1}, named="Gable")

    assert [(one.file, one.line, one.key) for one in refused.value.problems] == [
        ("Gable", 0, "odd"),
        ("Gable", 0, "state"),
    ]
