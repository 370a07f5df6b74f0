"""Exams: which by when, minimum scores (fewer than half state one), attempts and failures."""

from random import Random

from rounds.core.vocabulary import Modality, Stage
from rounds.demo.clauses.page import SILENT, UNREAD, Clause, Page, Shares, pick, stated

STEP_1 = '{ exam_passed = { exam = "step_1" } }'
STEP_2 = '{ exam_passed = { exam = "step_2_ck" } }'
BOTH = f"{{ all = [{STEP_1}, {STEP_2}] }}"
NATIONAL_MEDIAN = '{ not_testable = { text = "scores at least at the national median" } }'

ASKED: Shares[tuple[Clause, ...]] = (
    (34, (Clause(BOTH),)),
    (22, (Clause(STEP_1), Clause(STEP_2, stage=Stage.RANK))),
    (10, (Clause(STEP_1),)),
    (8, (Clause(BOTH), Clause('{ exam_passed = { exam = "step_3" } }', Modality.PREFERRED))),
)
SCORES: Shares[Modality | None] = (
    (62, None),
    (22, Modality.REQUIRED),
    (16, Modality.PREFERRED),
)
TRIES: Shares[str] = (
    (55, ""),
    (12, "attempts = 1"),
    (10, "failures = 1"),
    (6, "failures = 1, in_all = true"),
    (7, "attempts = 2"),
    (5, "failures = 0"),
    (3, "failures = 2, in_all = true"),
)


def exams_page(chance: Random, _specialty: str) -> Page:
    """What a program says about exams."""
    silent = chance.random()
    if silent < 0.14:
        return SILENT
    if silent < 0.16:
        return UNREAD
    return stated(*pick(ASKED, chance), *_score(chance), *_tries(chance), *_soft(chance))


def _score(chance: Random) -> tuple[Clause, ...]:
    modality = pick(SCORES, chance)
    if modality is None:
        return ()
    low = 215 if modality is Modality.REQUIRED else 225
    score = chance.randrange(low, low + 25, 5)
    return (Clause(f'{{ exam_passed = {{ exam = "step_2_ck", score = {score} }} }}', modality),)


def _tries(chance: Random) -> tuple[Clause, ...]:
    limit = pick(TRIES, chance)
    if not limit:
        return ()
    exams = chance.choice(("", 'exams = ["step_1"], ', 'exams = ["step_1", "step_2_ck"], '))
    return (Clause(f"{{ exam_attempts = {{ {exams}{limit} }} }}"),)


def _soft(chance: Random) -> tuple[Clause, ...]:
    if chance.random() < 0.02:
        return (Clause(NATIONAL_MEDIAN, is_recomputed_yearly=True),)
    return ()
