from datetime import date

import pytest

from rounds.core.errors import BadInput
from rounds.core.legality.rule_file import read_rules, read_site_rules
from rounds.core.legality.rules import Citation, Grade, Layer, LegalFact, Rule, WeeksLimit, When
from rounds.core.vocabulary import Kind, Mode, Permission, Role, Status

GOOD = """\
# Fictional: a site that takes nobody but degree holders as observers.
[[source]]
key = "PAGE"
title = "Example Hospital, observers (fictional)"
url = "https://example.org/observers"
via = "live page"
read_on = "2026-11"
as_of = "2026"

[[rule]]
id = "example-students"
permission = "not_allowed"
sites = ["example-hospital"]
statuses = ["b1"]
kinds = ["observership"]
roles = ["observing"]
modes = ["in_person"]
states = ["OH"]
facts = { graduate = false, paid = false }
says = "This site takes no students as observers."
cites = "observer rules, 2"
grade = "P"
sources = ["PAGE"]
valid_from = 2026-01-01
valid_to = 2027-12-31
could_change = ["An elective."]
"""


def problems(text: str, layer: Layer = Layer.SITE) -> list[str]:
    with pytest.raises(BadInput) as caught:
        read_rules(text, "r.toml", layer)
    return [str(problem) for problem in caught.value.problems]


def test_a_site_rule_is_read_whole():
    assert read_site_rules(GOOD, "r.toml") == (
        Rule(
            id="example-students",
            layer=Layer.SITE,
            permission=Permission.NOT_ALLOWED,
            says="This site takes no students as observers.",
            when=When(
                statuses=frozenset({Status.B1}),
                kinds=frozenset({Kind.OBSERVERSHIP}),
                roles=frozenset({Role.OBSERVING}),
                modes=frozenset({Mode.IN_PERSON}),
                states=frozenset({"OH"}),
                sites=frozenset({"example-hospital"}),
                facts=((LegalFact.GRADUATE, False), (LegalFact.PAID, False)),
            ),
            cites="observer rules, 2",
            grade=Grade.PUBLISHER,
            sources=(
                Citation(
                    "PAGE",
                    "Example Hospital, observers (fictional)",
                    "https://example.org/observers",
                    "live page",
                    "2026-11",
                    "2026",
                ),
            ),
            valid_from=date(2026, 1, 1),
            valid_to=date(2027, 12, 31),
            could_change=("An elective.",),
        ),
    )


def test_what_a_rule_leaves_out_covers_everything():
    text = '[[rule]]\nid = "x"\npermission = "unknown"\nsays = "Nobody knows."\n'

    assert read_rules(text, "r.toml", Layer.STATE) == (
        Rule("x", Layer.STATE, Permission.UNKNOWN, "Nobody knows."),
    )


def test_a_condition_belongs_to_a_rule_that_allows():
    text = GOOD.replace('"not_allowed"', '"allowed"') + 'condition = "Ask first."\n'

    assert read_site_rules(text, "r.toml")[0].condition == "Ask first."
    assert problems(GOOD + 'condition = "Ask first."\n') == [
        "r.toml:27: rule[0].condition: only a rule that allows can have a condition."
    ]


@pytest.mark.parametrize(
    ("good", "bad", "expected"),
    [
        (
            'sources = ["PAGE"]',
            'sources = ["PAGES"]',
            [
                "r.toml:2: source: no rule cites the source PAGE.",
                (
                    "r.toml:23: rule[0].sources: 'sources' does not know \"PAGES\"; "
                    'did you mean "PAGE"?'
                ),
            ],
        ),
        (
            'sources = ["PAGE"]',
            "sources = []",
            [
                "r.toml:2: source: no rule cites the source PAGE.",
                (
                    "r.toml:23: rule[0].sources: a rule that decides cites a source; "
                    "otherwise say unknown."
                ),
            ],
        ),
        (
            'grade = "P"\n',
            "",
            ['r.toml:10: rule[0].grade: a cited rule is graded "P" or "S".'],
        ),
        (
            'grade = "P"',
            'grade = "C"',
            [
                "r.toml:22: rule[0].grade: 'grade' does not know \"C\" (known: P, S).",
            ],
        ),
        (
            'sites = ["example-hospital"]\n',
            "",
            ["r.toml:10: rule[0].sites: a site's rule names its sites."],
        ),
        (
            '"not_allowed"',
            '"allowed_by_agency_decision"',
            ["r.toml:12: rule[0].permission: an agency decision is recorded in its own file."],
        ),
        (
            "https://example.org/observers",
            "example.org",
            ["r.toml:5: source[0].url: 'url' must be a full address that starts with http."],
        ),
        (
            '"2026-11"',
            '"Nov 2026"',
            [
                (
                    "r.toml:7: source[0].read_on: 'read_on' must be a month like \"2026-11\", "
                    "not Nov 2026."
                )
            ],
        ),
        (
            "valid_to = 2027-12-31",
            "valid_to = 2025-12-31",
            ["r.toml:25: rule[0].valid_to: 'valid_to' (2025-12-31) is before 'valid_from'."],
        ),
        (
            '["An elective."]',
            '["An elective.", 3]',
            ["r.toml:26: rule[0].could_change: 'could_change' must hold texts in quotes only."],
        ),
        (
            'roles = ["observing"]',
            "roles = []",
            ["r.toml:16: rule[0].roles: 'roles' is empty; leave it out to cover all."],
        ),
        (
            "graduate = false",
            "status = false",
            ["r.toml:19: rule[0].facts.status: 'status' is not known here"],
        ),
        (
            "says =",
            "say =",
            [
                "r.toml:10: rule[0].says: 'says' is missing; add it.",
                "r.toml:20: rule[0].say: 'say' is not known here; did you mean \"says\"?",
            ],
        ),
    ],
)
def test_a_mistake_is_named_with_line_and_key(good, bad, expected):
    found = problems(GOOD.replace(good, bad, 1))

    assert len(found) == len(expected)
    assert [line.startswith(start) for line, start in zip(found, expected, strict=True)] == (
        [True] * len(found)
    ), found


def test_all_problems_of_a_file_come_at_once():
    text = '[[source]]\nkey = "K"\n\n[[rule]]\npermission = "maybe"\n'

    keys = [line.split(": ")[1] for line in problems(text)]
    assert keys == [
        "source[0].read_on",
        "source[0].title",
        "source[0].url",
        "source[0].via",
        "rule[0].id",
        "rule[0].says",
        "rule[0].sites",
        "rule[0].permission",
    ]


def test_an_id_and_a_source_key_are_used_once():
    found = problems(GOOD + GOOD)

    assert found == [
        "r.toml:29: source[1].key: the key PAGE is used twice.",
        "r.toml:37: rule[1].id: the id example-students is used twice.",
    ]


def test_an_empty_file_is_no_set_of_rules():
    assert problems("") == ["r.toml: rule: the file holds no rule."]


@pytest.mark.parametrize("key", ["statuses", "kinds", "roles", "modes", "states", "sites"])
def test_an_empty_list_would_cover_nobody_and_is_refused(key):
    lines = [f"{key} = []" if line.startswith(key) else line for line in GOOD.splitlines()]

    (found,) = problems("\n".join(lines))
    assert found.endswith(f"rule[0].{key}: '{key}' is empty; leave it out to cover all.")


def test_a_rule_may_hold_for_a_single_day():
    text = GOOD.replace("valid_to = 2027-12-31", "valid_to = 2026-01-01")

    assert read_site_rules(text, "r.toml")[0].valid_to == date(2026, 1, 1)


def test_a_source_without_a_key_and_a_rule_without_a_permission_are_named():
    text = GOOD.replace('key = "PAGE"\n', "").replace('permission = "not_allowed"\n', "")

    places = [line.split(": ")[1] for line in problems(text)]
    assert places == ["source[0].key", "rule[0].permission", "rule[0].sources"]


@pytest.mark.parametrize("key", ["id", "permission", "says"])
def test_what_a_rule_must_say_is_asked_for_and_later_rules_are_still_read(key):
    bad = "\n".join(line for line in GOOD.splitlines() if not line.startswith(f"{key} ="))

    found = problems(f'{bad}\n[[rule]]\nid = 3\nsites = ["x"]\n')
    places = [line.split(": ")[1] for line in found]
    assert places == [f"rule[0].{key}", "rule[1].permission", "rule[1].says", "rule[1].id"]


def test_a_source_needs_no_cycle():
    text = GOOD.replace('as_of = "2026"\n', "")

    assert read_site_rules(text, "r.toml")[0].sources[0].as_of == ""


def test_problems_carry_the_name_of_the_file():
    with pytest.raises(BadInput) as caught:
        read_site_rules("", "sites.toml")

    assert [problem.file for problem in caught.value.problems] == ["sites.toml"]


ALLOWED = GOOD.replace('"not_allowed"', '"allowed"').replace(
    'could_change = ["An elective."]\n', ""
)


def test_a_condition_may_carry_the_weeks_it_allows_in_all():
    limited = ALLOWED + 'condition = "At most 12."\nlimit = { weeks = 12, years = 2 }\n'

    (rule,) = read_site_rules(limited, "r.toml")
    assert rule.limit == WeeksLimit(12, 2)
    (free,) = read_site_rules(ALLOWED, "r.toml")
    assert free.limit is None


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("{ weeks = 0, years = 2 }", "'weeks' must be a whole number from 1 to 520, not 0."),
        ("{ weeks = 521, years = 2 }", "'weeks' must be a whole number from 1 to 520, not 521."),
        ("{ weeks = 12, years = 11 }", "'years' must be a whole number from 1 to 10, not 11."),
        ("{ weeks = 12 }", "'years' is missing; add it."),
        ("12", "'limit' must be a table, not 12."),
    ],
)
def test_a_limit_of_no_sense_is_told(table, found):
    (problem,) = problems(f'{ALLOWED}condition = "At most 12."\nlimit = {table}\n')

    assert problem.endswith(found)


def test_a_limit_is_said_in_words_too():
    (problem,) = problems(f"{ALLOWED}limit = {{ weeks = 12, years = 2 }}\n")

    assert problem.endswith("a limit on weeks is said in words too, as 'condition'.")
