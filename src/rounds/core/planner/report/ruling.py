"""May this person do this? The ruling with its four layers, on a terminal and as JSON."""

from rounds.core.legality.rules import Citation, Grade
from rounds.core.legality.ruling import Answer, Finding, Ruling
from rounds.core.planner.report.items import Item
from rounds.core.vocabulary import Permission

LEGALITY_FORMAT = "rounds.legality/1"
THIRD_PARTY = "third-party copy"
LEADS = {
    Permission.ALLOWED: "Allowed",
    Permission.ALLOWED_BY_AGENCY_DECISION: "Allowed by the agency's recorded decision",
    Permission.UNKNOWN: "Not known",
    Permission.NOT_ALLOWED: "Not allowed",
}


def ruling_item(ruling: Ruling) -> Item:
    """A ruling as plain JSON."""
    return {
        "permission": ruling.permission.value,
        "sentence": ruling.decisive.sentence,
        "conditions": list(ruling.conditions),
        "not_stated": list(ruling.questions),
        "could_change": list(ruling.could_change),
        "days": [
            {
                "first": span.first.isoformat(),
                "last": span.last.isoformat(),
                "permission": permission.value,
            }
            for span, permission in ruling.timeline
        ],
        "layers": [_layer_item(finding) for finding in ruling.findings],
        "notice": ruling.notice,
    }


def _layer_item(finding: Finding) -> Item:
    answer = finding.answer
    return {
        "layer": finding.layer.value,
        "permission": finding.permission.value,
        "code": finding.code,
        "rule": answer.rule,
        "sentence": finding.sentence,
        "cites": answer.cites,
        "third_party_copy": answer.grade is Grade.REPRODUCED,
        "sources": [
            {"title": one.title, "url": one.url, "via": one.via, "read_on": one.read_on}
            for one in answer.sources
        ],
        "first": finding.span.first.isoformat(),
        "last": finding.span.last.isoformat(),
    }


def source_line(source: Citation, answer: Answer) -> str:
    """Paragraph, title, address and how it was read, in one line."""
    paragraph = f"{answer.cites}, " if answer.cites else ""
    return f"Source: {paragraph}{source.title}, {source.url} ({read_words(source, answer)})"


def read_words(source: Citation, answer: Answer) -> str:
    """``third-party copy, live page, read 2026-11, of 2010``: whose page, how and when."""
    copy = f"{THIRD_PARTY}, " if answer.grade is Grade.REPRODUCED else ""
    as_of = f", of {source.as_of}" if source.as_of else ""
    return f"{copy}{source.via}, read {source.read_on}{as_of}"
