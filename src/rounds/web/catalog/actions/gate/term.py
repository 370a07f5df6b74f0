"""What stands against a term: its agreement, its preceptor's license and days off, the calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rounds.core.values import DateSpan, day
from rounds.web.catalog.actions.gate.missing import Missing
from rounds.web.catalog.models import Agreement, Blackout, License, Publication, Term


@dataclass(frozen=True, slots=True)
class TermFile:
    """What decides over the terms of one rotation."""

    state_code: str
    agreements: Sequence[Agreement]
    licenses: Sequence[License]
    blackouts: Sequence[Blackout]


def missing_of_term(term: Term, kept: TermFile, *, on: date) -> list[Missing]:
    """Everything at once; each sentence says what to do."""
    return [
        *_start(term, on),
        *_agreement(term, kept),
        *_license(term, kept),
        *_blackouts(term, kept),
    ]


def _start(term: Term, on: date) -> list[Missing]:
    if term.first > on:
        return []
    return [Missing("terms", "first", f"{term.code} does not start in the future.")]


def _agreement(term: Term, kept: TermFile) -> list[Missing]:
    in_force = [one for one in kept.agreements if one.state == Publication.PUBLISHED]
    if any(one.first <= term.first and term.last <= one.last for one in in_force):
        return []
    sentence = (
        f"{term.code} lies outside every agreement in force with the site. "
        "Put an agreement in force for all of its days, or change the days."
    )
    return [Missing("agreements", "", sentence)]


def _license(term: Term, kept: TermFile) -> list[Missing]:
    expiries = [one.expires_on for one in kept.licenses if one.state_code == kept.state_code]
    if not expiries:
        return [Missing("licenses", "", f"The preceptor has no license in {kept.state_code}.")]
    latest = max(expiries)
    if latest >= term.last:
        return []
    sentence = (
        f"The preceptor’s {kept.state_code} license expires on {day(latest)}, before the last day "
        f"of {term.code} ({day(term.last)}). Add the renewed license, or end the term earlier."
    )
    return [Missing("licenses", "", sentence)]


def _blackouts(term: Term, kept: TermFile) -> list[Missing]:
    span = DateSpan(term.first, term.last)
    off = [DateSpan(one.first, one.last) for one in kept.blackouts]
    return [
        Missing("blackouts", "", f"{term.code} meets days off of the preceptor: {one}.")
        for one in off
        if one.overlaps(span)
    ]
