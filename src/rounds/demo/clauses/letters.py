"""Letters: how many, by whom, about what."""

from random import Random

from rounds.core.vocabulary import Modality
from rounds.demo.clauses.page import SILENT, UNREAD, Clause, Page, pick, stated


def letters_page(chance: Random, specialty: str) -> Page:
    """What a program says about letters of recommendation."""
    three = "{ letters = { at_least = 3 } }"
    us = "{ letters = { at_least = 1, us_physician = true } }"
    two_us = "{ letters = { at_least = 2, us_physician = true } }"
    own = f'{{ letters = {{ at_least = 1, specialties = ["{specialty}"] }} }}'
    own_us = (
        f'{{ letters = {{ at_least = 1, us_physician = true, specialties = ["{specialty}"] }} }}'
    )
    hands_on = '{ letters = { at_least = 1, us_physician = true, roles = ["hands_on"] } }'
    letterhead = "{ letters = { at_least = 1, us_physician = true, letterhead = true } }"
    return pick(
        (
            (30, stated(Clause(three))),
            (4, stated(Clause("{ letters = { at_least = 4 } }"))),
            (10, stated(Clause(f"{{ all = [{three}, {us}] }}"))),
            (5, stated(Clause(f"{{ all = [{three}, {two_us}] }}"))),
            (7, stated(Clause(f"{{ all = [{three}, {own}] }}"))),
            (5, stated(Clause(f"{{ all = [{three}, {own_us}] }}"))),
            (4, stated(Clause(f"{{ all = [{three}, {hands_on}] }}"))),
            (3, stated(Clause(three), Clause(letterhead, Modality.PREFERRED))),
            (6, stated(Clause(three), Clause(two_us, Modality.STRONGLY_PREFERRED))),
            (22, SILENT),
            (4, UNREAD),
        ),
        chance,
    )
