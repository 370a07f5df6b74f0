from dataclasses import replace

from rounds.core.legality.rules import Grade
from rounds.core.planner.report.ruling import source_line


def test_a_source_is_told_with_paragraph_address_and_month(answer):
    finding = answer.rulings[1].findings[0]
    (source, *_) = finding.answer.sources

    line = source_line(source, replace(finding.answer, cites="9 FAM 1", grade=Grade.PUBLISHER))

    assert line.startswith(f"Source: 9 FAM 1, {source.title}, {source.url} ({source.via}, read ")
    bare = replace(finding.answer, cites="")
    assert source_line(source, bare).startswith(f"Source: {source.title}, ")
