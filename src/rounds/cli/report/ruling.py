"""May this person do this? The ruling with its four layers, on a terminal and as JSON."""

import json

from rounds.cli.page import Page
from rounds.core.facts import ApplicantFacts, Conflict, conflicts
from rounds.core.legality.activity import Activity
from rounds.core.legality.ruling import TWO_STATUSES, Finding, Ruling
from rounds.core.planner.report.ruling import LEADS, LEGALITY_FORMAT, ruling_item, source_line
from rounds.core.planner.report.words import PERMISSION_WORDS, kind_words
from rounds.core.values import day


def show_ruling(facts: ApplicantFacts, activity: Activity, ruling: Ruling, page: Page) -> None:
    """The answer, the sentence that decides, then layer by layer with its source."""
    condition = ", on a condition" if ruling.conditions else ""
    page.lead(f"{LEADS[ruling.permission]}{condition}: {_what(activity)}.")
    page.line(ruling.decisive.sentence)
    if TWO_STATUSES not in ruling.codes:
        for conflict in _status_conflicts(facts):
            page.item("!", conflict.sentence)
    for text in ruling.conditions:
        page.item("Condition:", text)
    _show_list("Nobody has stated", ruling.questions, page)
    _show_list("What could change the answer", ruling.could_change, page)
    if len(ruling.timeline) > 1:
        page.heading("Day by day")
        for span, permission in ruling.timeline:
            page.item("·", f"{span}: {PERMISSION_WORDS[permission]}", indent=2)
    page.heading("The four layers; the worst decides")
    for finding in ruling.findings:
        _show_layer(finding, page)
    page.line()
    page.quiet(ruling.notice)


def ruling_as_json(facts: ApplicantFacts, activity: Activity, ruling: Ruling) -> str:
    """The document ``rounds.legality/1``."""
    document = {
        "format": LEGALITY_FORMAT,
        "activity": {
            "first": activity.span.first.isoformat(),
            "last": activity.span.last.isoformat(),
            "state": activity.state,
            "kind": activity.kind.value,
            "role": activity.role.value,
            "mode": activity.mode.value,
        },
        "conflicts": [{"code": c.code, "sentence": c.sentence} for c in _status_conflicts(facts)],
        **ruling_item(ruling),
    }
    return json.dumps(document, indent=2, ensure_ascii=False)


def _status_conflicts(facts: ApplicantFacts) -> list[Conflict]:
    """Of all contradictions those the law turns on."""
    return [conflict for conflict in conflicts(facts) if conflict.code == TWO_STATUSES]


def _what(activity: Activity) -> str:
    words = kind_words(activity.kind, activity.role, activity.mode)
    first, last = day(activity.span.first), day(activity.span.last)
    return f"{words} in {activity.state}, {first} to {last}"


def _show_list(title: str, texts: tuple[str, ...], page: Page) -> None:
    if texts:
        page.heading(title)
    for text in texts:
        page.item("·", text, indent=2)


def _show_layer(finding: Finding, page: Page) -> None:
    name = finding.layer.value.capitalize()
    page.item("·", f"{name}: {PERMISSION_WORDS[finding.permission]}", indent=2)
    page.line(finding.sentence, indent=4)
    show_sources(finding, page)


def show_sources(finding: Finding, page: Page) -> None:
    """The sources of one layer, one in a line."""
    for source in finding.answer.sources:
        page.quiet(source_line(source, finding.answer), indent=4)
