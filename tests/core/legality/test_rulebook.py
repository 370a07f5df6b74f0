from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from rounds.core.errors import BadInput
from rounds.core.legality.rulebook import Rulebook, read_rulebook
from rounds.core.legality.rules import Decision, Layer, Rule, When
from rounds.core.legality.situation import situation_on
from rounds.core.vocabulary import Permission, Status
from tests.core.legality.people import TERM, externship, graduate, observing, shipped

RULE = Rule("one", Layer.STATE, Permission.NOT_ALLOWED, "No.", valid_to=date(2027, 3, 9))
DECISION = Decision(
    "2026-1",
    Permission.ALLOWED_BY_AGENCY_DECISION,
    When(),
    "A. Owner",
    "memo 7",
    "the board answered.",
    date(2027, 3, 5),
    date(2027, 3, 19),
)


def test_change_days_are_those_of_rules_and_decisions():
    book = Rulebook((RULE,)).with_decisions((DECISION,))

    assert book.change_days == (date(2027, 3, 5), date(2027, 3, 10), date(2027, 3, 20))


@pytest.mark.parametrize(
    ("on", "permission"),
    [
        (date(2027, 3, 4), Permission.NOT_ALLOWED),
        (date(2027, 3, 9), Permission.NOT_ALLOWED),
        (date(2027, 3, 10), Permission.ALLOWED_BY_AGENCY_DECISION),
        (date(2027, 3, 19), Permission.ALLOWED_BY_AGENCY_DECISION),
        (date(2027, 3, 20), Permission.UNKNOWN),
    ],
)
def test_each_day_is_answered_by_the_rules_of_that_day(on, permission):
    book = Rulebook((RULE,)).with_decisions((DECISION,))
    situation = situation_on(graduate(Status.US_CITIZEN), externship(), on)

    assert book.answers(situation, on)[1].permission is permission


def test_a_remembered_answer_is_the_same_answer():
    book = replace(shipped())
    situation = situation_on(graduate(Status.B2), observing(), TERM.first)

    assert book.answers(situation, TERM.first) is book.answers(situation, TERM.first)
    assert book.answers(situation, TERM.first) == shipped().answers(situation, TERM.first)


def test_more_rules_make_another_rulebook_and_leave_the_first_alone():
    site = replace(RULE, layer=Layer.SITE, valid_to=None, when=When(sites=frozenset({"lakeside"})))
    book = shipped()
    situation = situation_on(graduate(Status.B1), replace(observing(), site="lakeside"), TERM.first)

    before = book.answers(situation, TERM.first)
    after = book.with_site_rules((site,)).answers(situation, TERM.first)
    assert (before[2].permission, after[2].permission) == (
        Permission.ALLOWED,
        Permission.NOT_ALLOWED,
    )
    assert book == shipped()
    assert book.with_site_rules((site,)) != book


def test_problems_of_both_files_come_at_once():
    with pytest.raises(BadInput) as caught:
        read_rulebook("x = 1\n[[rule]]", "")

    assert {problem.file for problem in caught.value.problems} == {
        "legality/immigration.toml",
        "legality/states.toml",
    }


def test_the_shipped_rules_are_of_their_layers_and_have_their_own_ids():
    book = shipped()

    layers = Counter(rule.layer for rule in book.rules)
    assert layers == {Layer.IMMIGRATION: 25, Layer.STATE: 6}
    assert max(Counter(rule.id for rule in book.rules).values()) == 1
    assert book.decisions == ()


def test_every_shipped_rule_that_decides_cites_a_dated_page_and_a_paragraph():
    deciding = [r for r in shipped().rules if r.permission is not Permission.UNKNOWN]

    bare = [r.id for r in deciding if not (r.sources and r.grade and r.cites)]
    undated = [s.key for r in shipped().rules for s in r.sources if s.read_on < "2026-01"]
    assert (bare, undated) == ([], [])


def test_every_shipped_prohibition_says_what_could_change_it():
    forbidding = [r for r in shipped().rules if r.permission is Permission.NOT_ALLOWED]

    assert [r.id for r in forbidding if not r.could_change] == []
    assert len(forbidding) == 11
