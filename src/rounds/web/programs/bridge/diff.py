"""What differs between two versions of a program's rules, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from rounds.core.vocabulary import Coverage, Topic
from rounds.web.programs.bridge.drafts import Clause, clauses_of
from rounds.web.programs.models import RequirementVersion

NOTHING = "nothing"
SOURCE_LABELS = (
    ("source_url", "Address"),
    ("source_name", "Source"),
    ("via", "How it was read"),
    ("read_on", "Read in"),
    ("as_of", "Speaks of"),
)
TOLD_LABELS = (
    ("topic", "about"),
    ("says", "note"),
    ("source", "source"),
    ("as_of", "season it names"),
    ("recomputed_yearly", "set anew each year"),
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs, before and after."""

    label: str
    before: str
    after: str


def differences(before: RequirementVersion | None, after: RequirementVersion) -> list[Difference]:
    """Source, clauses and silence, in the order in which they are read."""
    old = before or RequirementVersion()
    return [*_of_source(old, after), *_of_clauses(old, after), *_of_coverage(old, after)]


def _of_source(old: RequirementVersion, new: RequirementVersion) -> Iterator[Difference]:
    for name, label in SOURCE_LABELS:
        one, two = getattr(old, name), getattr(new, name)
        if one != two:
            yield Difference(label, one or NOTHING, two or NOTHING)


def _of_clauses(old: RequirementVersion, new: RequirementVersion) -> Iterator[Difference]:
    before = {clause.id: clause for clause in clauses_of(old)}
    after = {clause.id: clause for clause in clauses_of(new)}
    for identity in (*after, *(one for one in before if one not in after)):
        one, two = before.get(identity), after.get(identity)
        if one is None or two is None or one.data != two.data:
            yield Difference(f"Clause “{identity}”", _told(one, two), _told(two, one))


def _told(clause: Clause | None, other: Clause | None) -> str:
    """The clause in words, with what of it differs and the sentence does not say."""
    if clause is None:
        return NOTHING
    beside = other.data if other else {}
    also = [
        f"{label}: {clause.data.get(key) or NOTHING}"
        for key, label in TOLD_LABELS
        if clause.data.get(key) != beside.get(key) and (key != "topic" or other)
    ]
    return f"{clause.words} ({'; '.join(also)})" if also else clause.words


def _of_coverage(old: RequirementVersion, new: RequirementVersion) -> Iterator[Difference]:
    before, after = old.content.get("coverage", {}), new.content.get("coverage", {})
    for topic in Topic:
        one, two = before.get(topic.value), after.get(topic.value)
        if one != two:
            yield Difference(f"About {topic.value}", _coverage(one), _coverage(two))


def _coverage(code: str | None) -> str:
    return Coverage(code).value.replace("_", " ") if code else NOTHING
