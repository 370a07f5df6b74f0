from dataclasses import replace

import pytest

from rounds.web.catalog.actions.imports.report import (
    Change,
    Line,
    Outcome,
    Report,
    changes_of,
    for_history,
    refused,
)
from rounds.web.catalog.importers.sheet import Rejected

REPORT = Report(rows=3, same=1, lines=(Line(Outcome.NEW, "A", 2), Line(Outcome.REFUSED, "B", 3)))


def test_every_outcome_is_counted_and_none_left_out():
    assert REPORT.counts == {
        "refused": 1, "conflict": 0, "new": 1, "changed": 0, "gone": 0, "noted": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("report", "is_blocked"),
    [
        (REPORT, False),
        (replace(REPORT, must_be_whole=True), True),
        (Report(1, 0, (Line(Outcome.NEW, "A"),), must_be_whole=True), False),
    ],
)
def test_only_a_file_that_must_be_whole_is_blocked_by_a_refused_row(report, is_blocked):
    assert report.is_blocked is is_blocked


def test_two_looks_that_would_do_the_same_have_one_digest_and_others_another():
    other = replace(REPORT, lines=(replace(REPORT.lines[0], changes=(Change("x", 1, 2),)),))

    assert REPORT.digest() == replace(REPORT).digest()
    assert len({REPORT.digest(), other.digest(), replace(REPORT, same=2).digest()}) == 3


def test_changes_name_what_differs_among_what_is_told():
    found = changes_of({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 5, "d": 4})

    assert found == (Change("b", 2, 5), Change("d", None, 4))
    assert for_history(found) == {
        "b": {"before": 2, "after": 5}, "d": {"before": None, "after": 4},
    }  # fmt: skip


def test_a_refused_row_is_told_in_a_sentence_with_its_line():
    assert refused([Rejected(7, "X", "it has no name")]) == [
        Line(Outcome.REFUSED, "X", line=7, reason="It has no name.")
    ]
