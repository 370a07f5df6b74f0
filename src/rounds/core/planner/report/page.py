"""Everything a plan's page says as plain values, worked out once and kept as JSON."""

from dataclasses import asdict

from rounds.core.eligibility.assess import date_line
from rounds.core.legality.ruling import NOT_LEGAL_ADVICE
from rounds.core.planner.explain.doors import DoorChange
from rounds.core.planner.explain.words import capitalized, counted
from rounds.core.planner.report import (
    costs,
    doors,
    frontier,
    law,
    opening,
    outlook,
    proof,
    rotations,
    shut,
)
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.calendar import WEEKDAYS, months_of, tone_of
from rounds.core.planner.report.chart import Point, chart_of
from rounds.core.planner.report.dates import dated_steps, undated_steps
from rounds.core.planner.report.items import Item
from rounds.core.planner.report.ruling import read_words
from rounds.core.planner.report.words import letter_line, program_name, program_town, short_span
from rounds.core.values import day, money


def page_of(answer: Answer) -> Item:
    """The page of a plan: texts, figures and the geometry of its pictures, JSON throughout."""
    season = answer.problem.season
    points = answer.frontier.points
    return {
        "is_whole": answer.is_whole,
        "headline": opening.headline(answer),
        "standing": opening.standing(answer),
        "frame": opening.frame(answer),
        "limits_line": opening.limits_line(answer),
        "notices": [*opening.contradictions(answer), *opening.notices(answer)],
        "figures": _figures(answer),
        "as_of": day(season.today),
        "apply_on": day(season.apply_on),
        "rotations": [_rotation(answer, row) for row in rotations.rows(answer)],
        "weekdays": WEEKDAYS,
        "months": [
            asdict(month)
            for month in months_of([t.span for t in answer.plan.terms], deadline=season.apply_on)
        ],
        "steps": [
            {
                "on": one.on.isoformat(),
                "day": day(one.on),
                "step": one.step.value,
                "words": one.words,
                "number": one.number,
            }
            for one in dated_steps(answer)
        ],
        "undated": undated_steps(answer),
        "law": [_law(group) for group in law.law_groups(answer)],
        "added_up": law.added_up_lines(answer),
        "opened": [_group(group) for group in doors.groups_of(answer, answer.doors.opened)],
        "letters_assumed": doors.letter_lines(answer),
        "possible": [
            {"title": title, "doors": [_door(change) for change in changes]}
            for title, changes in doors.possible_lists(answer)
        ],
        "possible_words": doors.POSSIBLE,
        "causes": doors.cause_lines(answer.doors.made_possible),
        "costs": [
            {"rotation": number, "label": costs.label_of(line), "money": money(line.cents)}
            for number, lines in costs.by_rotation(answer)
            for line in lines
        ],
        "total": money(answer.costs.total),
        "estimates": costs.ESTIMATES if answer.costs.estimated else "",
        "frontier": answer.frontier.sentence,
        "aside": frontier.ASIDE,
        "points": [
            {"cells": frontier.cells_of(answer, p), "chosen": frontier.is_this_plan(answer, p)}
            for p in points
        ],
        "chart": _chart(answer) if len(points) > 1 else None,
        "apart": ""
        if any(frontier.is_this_plan(answer, p) for p in points)
        else frontier.apart(answer),
        "one_more": outlook.one_more_lines(answer),
        "limits": [asdict(row) for row in outlook.limit_rows(answer)],
        "honest": answer.honest.sentence,
        "shut_count": f"{len(answer.honest.shut):,}",
        "bars": [
            {"count": f"{n:,}", "words": capitalized(words)} for _, n, words in answer.honest.by_bar
        ],
        "cures": [cure.sentence for cure in answer.honest.cures],
        "closed": [
            {"count": len(one.names), "clauses": one.clauses, "names": "; ".join(one.names)}
            for one in shut.closed_groups(answer)
        ],
        "left_out": shut.left_out_line(answer) if answer.honest.terms_out else "",
        "reasons": shut.reason_rows(answer),
        "proof": answer.proof.sentence,
        "order": proof.ORDER,
        "searched": proof.catalog_line(answer),
        "stages": proof.stage_rows(answer),
        "not_odds": doors.NOT_ODDS,
        "not_legal_advice": NOT_LEGAL_ADVICE,
    }


def _figures(answer: Answer) -> list[tuple[str, str]]:
    opened, letters = len(answer.doors.opened), opening.letters_in_time(answer)
    finish = answer.plan.finish
    return [
        (f"{opened:,}", "more door stands open" if opened == 1 else "more doors stand open"),
        (money(answer.plan.cost), "in all"),
        (f"{letters:,}", "letter in time" if letters == 1 else "letters in time"),
        (day(finish) if finish else "–", "last day"),
    ]


def _rotation(answer: Answer, row: rotations.Row) -> Item:
    term, effect, ruling, figures = row
    number = answer.numbers[term.code]
    return {
        "number": number,
        "code": term.code,
        "tone": tone_of(number),
        "name": term.rotation,
        "dates": short_span(term.span),
        "place": rotations.place_line(term),
        "what": rotations.what_line(term),
        "letter": letter_line(term, answer.problem.season.apply_on),
        "permission": law.permission_words(ruling),
        "effect": rotations.effect_line(effect, figures),
    }


def _law(group: law.LawGroup) -> Item:
    return {
        "title": group.title,
        "sentences": group.sentences,
        "sources": [
            {"title": source.title, "url": source.url, "read": read_words(source, finding.answer)}
            for finding in law.telling(group.ruling)
            for source in finding.answer.sources
        ],
    }


def _group(group: doors.DoorGroup) -> Item:
    return {"lines": group.lines, "doors": [_door(change) for change in group.changes]}


def _door(change: DoorChange) -> Item:
    sources = dict.fromkeys(clause.requirement.source for clause in change.clauses)
    return {
        "id": change.program.id,
        "name": program_name(change.program),
        "town": program_town(change.program),
        "later": doors.later_line(change),
        "sources": [date_line(source) for source in sources],
    }


def _chart(answer: Answer) -> Item:
    points = [
        Point(p.cost, p.gained, p.is_proven, frontier.is_this_plan(answer, p))
        for p in answer.frontier.points
    ]
    heard = "; ".join(f"{money(p.cost)}: {counted(p.doors, 'more door')}" for p in points)
    drawn = chart_of(points, budget=answer.problem.wishes.budget)
    return {"drawn": asdict(drawn), "heard": heard}
