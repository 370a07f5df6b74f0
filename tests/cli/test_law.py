from rounds.cli.law import load_rulebook, shipped_rulebook
from rounds.cli.options import Options


def test_the_shipped_rules_are_read_and_hold_no_decision():
    rulebook = shipped_rulebook()

    assert len(rulebook.rules) > 0
    assert rulebook.decisions == ()


def test_an_agencys_decisions_are_added(examples):
    options = Options()

    rulebook = load_rulebook(options, examples / "decisions.toml")

    assert len(rulebook.decisions) > 0
    assert options.problems == []


def test_wrong_decisions_are_told_and_not_used(tmp_path):
    path = tmp_path / "decisions.toml"
    path.write_text("[[decision]]\nid = 'x'\n", "utf-8")
    options = Options()

    assert load_rulebook(options, path).decisions == ()
    assert load_rulebook(options, tmp_path / "none.toml").decisions == ()
    assert {problem.file for problem in options.problems} == {str(path), "command line"}
