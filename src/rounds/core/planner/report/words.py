"""Numbers, places and choices in plain words."""

from collections.abc import Sequence
from datetime import date

from rounds.core.eligibility.programs import Program
from rounds.core.planner.explain.words import counted
from rounds.core.planner.offers import Term
from rounds.core.seasons import Season
from rounds.core.values import DateSpan, day
from rounds.core.vocabulary import (
    Door,
    Kind,
    LetterPolicy,
    Mode,
    Permission,
    Role,
    SeasonStatus,
    Setting,
)

ROLE_WORDS = {
    Role.HANDS_ON: "hands-on",
    Role.OBSERVING: "observing",
    Role.NONE: "no patient contact",
}
MODE_WORDS = {Mode.IN_PERSON: "in person", Mode.VIRTUAL: "virtual"}
SETTING_WORDS = {
    Setting.INPATIENT: "on the wards",
    Setting.EMERGENCY: "in the emergency department",
    Setting.OPERATING_ROOM: "in the operating room",
    Setting.HOSPITAL_OUTPATIENT: "in hospital clinics",
    Setting.OFFICE: "in an office",
    Setting.DIDACTIC: "in teaching sessions",
    Setting.RESEARCH: "in research",
}
PERMISSION_WORDS = {
    Permission.ALLOWED: "allowed",
    Permission.ALLOWED_BY_AGENCY_DECISION: "allowed by a recorded agency decision",
    Permission.UNKNOWN: "not known",
    Permission.NOT_ALLOWED: "not allowed",
}
DOOR_WORDS = {Door.OPEN: "open", Door.CLOSED: "closed", Door.UNDECIDED: "undecided"}
LETTER_WORDS = {
    LetterPolicy.WRITES: "writes letters",
    LetterPolicy.CONDITIONAL: "may write a letter",
    LetterPolicy.DOES_NOT_WRITE: "writes no letters",
    LetterPolicy.UNKNOWN: "letter policy not stated",
}


def program_name(program: Program) -> str:
    """The program's name, with its specialty unless the name says it."""
    is_said = program.specialty in program.name.lower()
    return program.name if is_said else f"{program.name}, {program.specialty}"


def program_town(program: Program) -> str:
    """City and state, as far as known."""
    return f"{program.city}, {program.state}" if program.city else program.state


def names_line(names: Sequence[str], *, most: int) -> str:
    """``A; B; and 3 more.``: semicolons, for the names hold commas."""
    shown = names[:most]
    rest = [f"and {len(names) - most:,} more"] if len(names) > most else []
    return f"{'; '.join((*shown, *rest))}."


def short_span(span: DateSpan) -> str:
    """``Jan 4 – Jan 29, 2027``; both years when they differ."""
    first = day(span.first)
    if span.first.year == span.last.year:
        first = first.rsplit(",", 1)[0]
    return f"{first} – {day(span.last)}"


def kind_words(kind: Kind, role: Role, mode: Mode) -> str:
    """``externship, hands-on, in person``."""
    return ", ".join((kind.value.replace("_", "-"), ROLE_WORDS[role], MODE_WORDS[mode]))


def kind_line(term: Term) -> str:
    """``externship, hands-on, in person, 4 weeks``."""
    return f"{kind_words(term.kind, term.role, term.mode)}, {counted(term.weeks, 'week')}"


def hours_line(term: Term) -> str:
    """``30 hours a week on the wards, 10 in an office``."""
    parts = [
        f"{hours} {'hours a week ' if index == 0 else ''}{SETTING_WORDS[setting]}"
        for index, (setting, hours) in enumerate(h for h in term.hours if h[1])
    ]
    return ", ".join(parts)


def letter_line(term: Term, apply_on: date) -> str:
    """Who writes, and whether the letter can be there in time."""
    words = f"{term.author} {LETTER_WORDS[term.letter_policy]}"
    letter = term.as_letter()
    if letter is None:
        return words
    in_time = "in time" if letter.ready_on <= apply_on else "too late for this season"
    return f"{words}, usually by {day(letter.ready_on)} ({in_time})"


def season_line(season: Season) -> str:
    """Which season, when it opens, and how sure that date is."""
    status = {
        SeasonStatus.PUBLISHED: "published",
        SeasonStatus.PROJECTED: "projected",
        SeasonStatus.USER: "as you gave it",
    }[season.status]
    verb = "opened" if season.apply_on <= season.today else "open"
    return f"Season {season.year} ({status}): applications {verb} {day(season.apply_on)}"
