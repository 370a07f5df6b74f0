import json

import pytest

from rounds.cli.law import load_rulebook, shipped_rulebook
from rounds.cli.options import Options


def test_the_shipped_rules_are_read_and_hold_no_decision():
    rulebook = shipped_rulebook()

    assert len(rulebook.rules) > 0
    assert rulebook.decisions == ()


def test_an_agencys_decisions_are_added(examples):
    options = Options()

    rulebook = load_rulebook(options, examples / "decisions.toml", None)

    assert len(rulebook.decisions) > 0
    assert options.problems == []


def test_wrong_decisions_are_told_and_not_used(tmp_path):
    path = tmp_path / "decisions.toml"
    path.write_text("[[decision]]\nid = 'x'\n", "utf-8")
    options = Options()

    assert load_rulebook(options, path, None).decisions == ()
    assert load_rulebook(options, tmp_path / "none.toml", None).decisions == ()
    assert {problem.file for problem in options.problems} == {str(path), "command line"}


SITE_RULE = """
[[source]]
key = "PAGE"
title = "Example Hospital, observers (fictional)"
url = "https://example.org/observers"
via = "live page"
read_on = "2026-11"

[[rule]]
id = "example-no-observers"
permission = "not_allowed"
says = "This site takes no observers (fictional)."
grade = "P"
sources = ["PAGE"]
sites = ["example-hospital"]
"""


@pytest.mark.parametrize(
    ("site", "answer"), [("example-hospital", "not_allowed"), ("other", "allowed")]
)
def test_a_sites_own_rule_decides_there_and_nowhere_else(run, tmp_path, site, answer):
    path = tmp_path / "sites.toml"
    path.write_text(SITE_RULE, "utf-8")

    result = run(
        *("legality", "--status", "us_citizen", "--graduate", "--state", "OH", "--json"),
        *("--kind", "observership", "--role", "observing", "--site", site),
        *("--from", "2027-01-04", "--until", "2027-01-29", "--site-rules", path),
    )

    assert json.loads(result.stdout)["permission"] == answer


def test_wrong_site_rules_are_told_and_not_used(tmp_path):
    path = tmp_path / "sites.toml"
    path.write_text("[[rule]]\nid = 'x'\n", "utf-8")
    options = Options()
    shipped = shipped_rulebook().rules

    assert load_rulebook(options, None, path).rules == shipped
    assert {problem.file for problem in options.problems} == {str(path)}
