"""``rounds legality``: may this person do this, here, on every day of it?"""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from rounds.cli import arguments as given
from rounds.cli.law import load_rulebook
from rounds.cli.loading import load_applicant
from rounds.cli.options import Options
from rounds.cli.page import Page
from rounds.cli.report.ruling import ruling_as_json, show_ruling
from rounds.core.facts import WEEKLY_HOURS, ApplicantFacts, StatusSpan
from rounds.core.legality.activity import Activity
from rounds.core.legality.permission import permission
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Complete, Kind, Mode, Role, Setting, Status

PERSON, ROTATION = "The person", "The rotation"
ONE_DAY = timedelta(days=1)
HOURS_IN_A_WEEK = 168


def _about(flags: str, metavar: str, text: str, panel: str = ROTATION) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(
        flags, metavar=metavar, help=text, rich_help_panel=panel
    )
    return option


def legality(
    *,
    applicant: Annotated[
        Path | None, _about("--applicant", "FILE", "Facts about the person (TOML).", PERSON)
    ] = None,
    status: Annotated[
        list[str] | None,
        _about("--status", "STATUS", "Or: b1, b2, permanent_resident …; may be repeated.", PERSON),
    ] = None,
    graduate: Annotated[
        bool | None,
        typer.Option(
            "--graduate/--student",
            metavar="",
            help="Has the degree, or is still enrolled, on these days.",
            rich_help_panel=PERSON,
        ),
    ] = None,
    clinical_years: Annotated[
        bool,
        typer.Option(
            "--clinical-years",
            metavar="",
            help="The days fall in the school's clinical years.",
            rich_help_panel=PERSON,
        ),
    ] = False,
    site: Annotated[str, _about("--site", "ID", "The site, as --site-rules name it.")] = "",
    state: Annotated[str | None, _about("--state", "CA", "Where. Required.")] = None,
    kind: Annotated[
        str | None,
        _about(
            "--kind",
            "KIND",
            "observership, externship, elective, sub_internship or research. Required.",
        ),
    ] = None,
    role: Annotated[
        str | None, _about("--role", "ROLE", "hands_on, observing or none. Required.")
    ] = None,
    mode: Annotated[str, _about("--mode", "MODE", "in_person or virtual.")] = "in_person",
    first: Annotated[str | None, _about("--from", "DATE", "First day. Required.")] = None,
    last: Annotated[str | None, _about("--until", "DATE", "Last day. Required.")] = None,
    hours: Annotated[
        list[str] | None,
        _about("--hours", "SETTING=N", "Hours a week, such as office=40; may be repeated."),
    ] = None,
    medical_school_hospital: Annotated[
        str,
        _about(
            "--medical-school-hospital",
            "yes|no|unknown",
            "Is the place the hospital of a US medical school?",
        ),
    ] = "unknown",
    faculty: Annotated[
        str, _about("--faculty", "yes|no|unknown", "Does that school's faculty supervise?")
    ] = "unknown",
    part_of_degree: Annotated[
        str, _about("--part-of-degree", "yes|no|unknown", "Is it an approved part of the degree?")
    ] = "unknown",
    paid: Annotated[
        bool,
        typer.Option("--paid", metavar="", help="Paid from a US source.", rich_help_panel=ROTATION),
    ] = False,
    decisions: given.Decisions = None,
    site_rules: given.SiteRules = None,
    as_json: given.AsJson = False,
) -> None:
    """May this person do this rotation, here, on every day of it?

    Immigration, state practice, site and agency decisions are asked in turn; the worst answer
    on the worst day decides. Unknown stays unknown. Not legal advice.

    [bold]Examples[/bold]

    rounds legality --status b2 --graduate --state OH --kind observership --role observing
    --from 2027-01-04 --until 2027-01-29

    rounds legality --applicant examples/applicants/resident.toml --state CA --kind externship
    --role hands_on --hours office=40 --from 2027-01-04 --until 2027-01-29
    """
    options = Options()
    person = _person(options, applicant, status or [], graduate=graduate)
    if graduate and clinical_years:
        options.wrong("--clinical-years", "ends with the degree; leave it out, or --graduate.")
    activity = _activity(
        options,
        Typed(state, kind, role, mode, first, last, tuple(hours or ())),
        (medical_school_hospital, faculty, part_of_degree),
    )
    rulebook = load_rulebook(options, decisions, site_rules)
    asked = replace(options.settled(activity), is_paid=paid, site=site)
    facts = options.settled(person)
    if applicant is None:
        facts = _on_these_days(facts, asked.span, graduate=graduate, is_clinical=clinical_years)
    ruling = permission(facts, asked, rulebook)
    if as_json:
        typer.echo(ruling_as_json(facts, asked, ruling))
    else:
        show_ruling(facts, asked, ruling, Page())


@dataclass(frozen=True, slots=True)
class Typed:
    """The rotation as typed."""

    state: str | None
    kind: str | None
    role: str | None
    mode: str
    first: str | None
    last: str | None
    hours: tuple[str, ...]


def _activity(options: Options, typed: Typed, evidence: tuple[str, ...]) -> Activity | None:
    _note_missing(options, typed)
    span = options.span(options.day("--from", typed.first), options.day("--until", typed.last))
    states = options.states([typed.state] if typed.state else [])
    kind = options.word("--kind", typed.kind, Kind)
    role = options.word("--role", typed.role, Role)
    mode = options.word("--mode", typed.mode, Mode)
    hours = _hours(options, typed.hours)
    names = ("--medical-school-hospital", "--faculty", "--part-of-degree")
    hospital, faculty, degree = map(options.answer, names, evidence)
    if not (span and states and kind and role and mode):
        return None
    return Activity(span, next(iter(states)), kind, role, mode, hours, hospital, faculty, degree)


def _note_missing(options: Options, typed: Typed) -> None:
    options.needed("--state", typed.state, "CA, two letters")
    options.needed("--kind", typed.kind, "observership, or another kind")
    options.needed("--role", typed.role, "observing, hands_on or none")
    options.needed("--from", typed.first, "2027-01-04, the first day")
    options.needed("--until", typed.last, "2027-01-29, the last day")


def _hours(options: Options, texts: tuple[str, ...]) -> WEEKLY_HOURS:
    found: dict[Setting, int] = {}
    for text in texts:
        name, _, number = text.partition("=")
        setting = options.word("--hours", name, Setting)
        count = options.whole("--hours", number, low=0, high=HOURS_IN_A_WEEK)
        if setting in found:
            options.wrong("--hours", f"names {setting} twice; give it once.")
        elif setting and count is not None:
            found[setting] = count
    if sum(found.values()) > HOURS_IN_A_WEEK:
        options.wrong("--hours", f"add up to more than the {HOURS_IN_A_WEEK} hours of a week.")
    return tuple(found.items())


def _person(
    options: Options, applicant: Path | None, statuses: list[str], *, graduate: bool | None
) -> ApplicantFacts | None:
    if applicant is not None:
        if statuses or graduate is not None:
            options.wrong("--applicant", "says it all; leave out --status, --graduate, --student.")
        return load_applicant(options, applicant)
    if not statuses:
        options.wrong("--status", "is missing; add --status b2 or --applicant FILE.")
    words = [options.word("--status", text, Status) for text in statuses]
    spans = tuple(StatusSpan(word) for word in words if word)
    return ApplicantFacts(statuses=spans, statuses_complete=Complete.YES)


def _on_these_days(
    facts: ApplicantFacts, span: DateSpan, *, graduate: bool | None, is_clinical: bool
) -> ApplicantFacts:
    """The person as described by flags: the degree lies before or after all the days asked."""
    degree_on = {True: span.first, False: span.last + ONE_DAY, None: None}[graduate]
    return replace(facts, degree_on=degree_on, clinical_years=span if is_clinical else None)
