"""Read legal rules from TOML: ``[[source]]`` pages and the ``[[rule]]`` tables that cite them."""

import re

from rounds.core.legality.rules import (
    ASKABLE,
    Citation,
    Grade,
    Layer,
    LegalFact,
    Rule,
    WeeksLimit,
    When,
)
from rounds.core.reading import Section, read_toml
from rounds.core.vocabulary import STATES, Kind, Mode, Permission, Role, Status

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
MOST_WEEKS, MOST_YEARS = 520, 10
ADDRESS = re.compile(r"https?://\S+")


def read_site_rules(text: str, file: str) -> tuple[Rule, ...]:
    """Rules of sites and affiliations, which come from users; raises BadInput with all problems."""
    return read_rules(text, file, Layer.SITE)


def read_rules(text: str, file: str, layer: Layer) -> tuple[Rule, ...]:
    """The rules of one layer's file; raises BadInput with every problem of the file."""
    root = read_toml(text, file)
    sources = _sources(root)
    rules: dict[str, Rule] = {}
    cited: set[str] = set()
    for section in root.tables("rule"):
        rule = _rule(section, layer, sources, cited)
        if rule is None:
            continue
        if rule.id in rules:
            section.problem("id", f"the id {rule.id} is used twice.")
        rules[rule.id] = rule
    for key in sorted(set(sources) - cited):
        root.problem("source", f"no rule cites the source {key}.")
    root.close()
    if not rules and not root.report.problems:
        root.problem("rule", "the file holds no rule.")
    root.report.raise_if_any()
    return tuple(rules.values())


def _sources(root: Section) -> dict[str, Citation]:
    found: dict[str, Citation] = {}
    for section in root.tables("source"):
        key = section.text("key", required=True)
        title = section.text("title", required=True)
        url = section.text("url", required=True)
        via = section.text("via", required=True)
        read_on = section.text("read_on", required=True)
        as_of = section.text("as_of") or ""
        section.close()
        if url and not ADDRESS.fullmatch(url):
            section.problem("url", "'url' must be a full address that starts with http.")
        if read_on and not MONTH.fullmatch(read_on):
            section.problem(
                "read_on", f"'read_on' must be a month like \"2026-11\", not {read_on}."
            )
        if key in found:
            section.problem("key", f"the key {key} is used twice.")
        if key and title and url and via and read_on:
            found[key] = Citation(key, title, url, via, read_on, as_of)
    return found


def _rule(
    section: Section, layer: Layer, sources: dict[str, Citation], cited: set[str]
) -> Rule | None:
    identity = section.text("id", required=True)
    permission = section.choice("permission", Permission, required=True)
    says = section.text("says", required=True)
    citations = _citations(section, sources, cited)
    grade = section.choice("grade", Grade)
    valid_from, valid_to = section.day("valid_from"), section.day("valid_to")
    if valid_from and valid_to and valid_to < valid_from:
        section.problem("valid_to", f"'valid_to' ({valid_to}) is before 'valid_from'.")
    when = read_when(section)
    cites = section.text("cites") or ""
    condition = section.text("condition") or ""
    could_change = texts(section, "could_change")
    limit = _limit(section)
    section.close()
    _check_ground(section, permission)
    if condition and permission is not Permission.ALLOWED:
        section.problem("condition", "only a rule that allows can have a condition.")
    if "limit" in section and not condition:
        section.problem("limit", "a limit on weeks is said in words too, as 'condition'.")
    if layer is Layer.SITE and when.sites is None:
        section.problem("sites", "a site's rule names its sites.")
    if not (identity and permission and says):
        return None
    return Rule(
        identity,
        layer,
        permission,
        says,
        when,
        cites,
        grade,
        citations,
        valid_from,
        valid_to,
        condition,
        could_change,
        limit,
    )


def _limit(section: Section) -> WeeksLimit | None:
    """``limit = { weeks = 12, years = 2 }``: what a condition allows in all."""
    table = section.table("limit")
    if table is None:
        return None
    weeks = table.integer("weeks", low=1, high=MOST_WEEKS, required=True)
    years = table.integer("years", low=1, high=MOST_YEARS, required=True)
    table.close()
    return WeeksLimit(weeks, years) if weeks and years else None


def _citations(
    section: Section, sources: dict[str, Citation], cited: set[str]
) -> tuple[Citation, ...]:
    keys = texts(section, "sources")
    known = [key for key in keys if section.known_name("sources", key, frozenset(sources))]
    cited.update(known)
    return tuple(sources[key] for key in known)


def _check_ground(section: Section, permission: Permission | None) -> None:
    if permission is Permission.ALLOWED_BY_AGENCY_DECISION:
        section.problem("permission", "an agency decision is recorded in its own file.")
    is_cited = bool(section.data.get("sources"))
    if permission in (Permission.ALLOWED, Permission.NOT_ALLOWED) and not is_cited:
        section.problem("sources", "a rule that decides cites a source; otherwise say unknown.")
    if is_cited and "grade" not in section:
        section.problem("grade", 'a cited rule is graded "P" or "S".')


def read_when(section: Section) -> When:
    """Whom and what a rule or decision covers; an empty list would cover nobody: a problem."""
    statuses = section.choices("statuses", Status)
    kinds = section.choices("kinds", Kind)
    roles = section.choices("roles", Role)
    modes = section.choices("modes", Mode)
    states = section.names("states", STATES)
    sites = frozenset(texts(section, "sites")) if "sites" in section else None
    for key in ("statuses", "kinds", "roles", "modes", "states", "sites"):
        if section.data.get(key) == []:
            section.problem(key, f"'{key}' is empty; leave it out to cover all.")
    return When(statuses, kinds, roles, modes, states, sites, _facts(section))


def _facts(section: Section) -> tuple[tuple[LegalFact, bool], ...]:
    table = section.table("facts")
    if table is None:
        return ()
    told = [(fact, table.flag(fact.value)) for fact in ASKABLE]
    table.close()
    return tuple((fact, value) for fact, value in told if value is not None)


def texts(section: Section, key: str) -> tuple[str, ...]:
    """A list of texts; anything else in it is a problem."""
    values = section.items(key) or []
    good = tuple(value.strip() for value in values if isinstance(value, str) and value.strip())
    if len(good) < len(values):
        section.problem(key, f"'{key}' must hold texts in quotes only.")
    return good
