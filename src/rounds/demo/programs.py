"""About 300 fictional programs, current for the planned season, as TOML."""

from collections.abc import Callable
from datetime import date
from random import Random

from rounds.core.vocabulary import Stage, Topic
from rounds.demo.clauses.certification import certification_page
from rounds.demo.clauses.exams import exams_page
from rounds.demo.clauses.experience import experience_page
from rounds.demo.clauses.graduation import graduation_page
from rounds.demo.clauses.letters import letters_page
from rounds.demo.clauses.other import other_page, school_page
from rounds.demo.clauses.page import Clause, Page
from rounds.demo.clauses.sponsorship import sponsorship_page
from rounds.demo.names import Institution, institutions

INSTITUTIONS = 140
TOPICS: tuple[tuple[Topic, Callable[[Random, str], Page]], ...] = (
    (Topic.EXPERIENCE, experience_page),
    (Topic.GRADUATION, graduation_page),
    (Topic.SPONSORSHIP, sponsorship_page),
    (Topic.EXAMS, exams_page),
    (Topic.CERTIFICATION, certification_page),
    (Topic.LETTERS, letters_page),
    (Topic.SCHOOL, school_page),
    (Topic.OTHER, other_page),
)
PROGRAMS_BY_SPECIALTY: tuple[tuple[int, str], ...] = (
    (86, "internal medicine"),
    (72, "family medicine"),
    (34, "psychiatry"),
    (32, "pediatrics"),
    (18, "neurology"),
    (16, "pathology"),
    (12, "general surgery"),
    (10, "obstetrics and gynecology"),
    (8, "physical medicine and rehabilitation"),
    (6, "diagnostic radiology"),
    (6, "preliminary medicine"),
)
HEADING = """\
# Fictional residency programs. Names, towns, rules and addresses are invented and belong to nobody;
# the shapes of the rules and how often pages stay silent follow published studies.
"""


def programs_toml(*, season_year: int, on: date, chance: Random) -> str:
    """All programs as one file; ``read_programs`` reads it."""
    parts = [HEADING]
    for institution, specialty in _seats(chance):
        parts.append(_program(institution, specialty, season_year, on))
        parts.append(_pages(specialty, chance))
    return "\n".join(parts)


def _seats(chance: Random) -> list[tuple[Institution, str]]:
    """Which institution has which program; none has two of one specialty."""
    houses = institutions(INSTITUTIONS, chance)
    seats = [
        (institution, specialty)
        for count, specialty in PROGRAMS_BY_SPECIALTY
        for institution in chance.sample(houses, count)
    ]
    return sorted(seats, key=lambda seat: (seat[0].slug, seat[1]))


def _program(institution: Institution, specialty: str, season_year: int, on: date) -> str:
    words = specialty.replace(" ", "-")
    return f"""\
[[program]]
id = "fictional-{institution.slug}-{words}"
name = "{institution.name}: {specialty}"
specialty = "{specialty}"
state = "{institution.state}"
city = "{institution.city}"
fictional = true
source = "{institution.url}/residency/{words}"
via = "live page"
read_on = "{on:%Y-%m}"
as_of = "{season_year - 1}-{season_year}"
"""


def _pages(specialty: str, chance: Random) -> str:
    coverage, clauses = [], []
    for topic, page_of in TOPICS:
        page = page_of(chance, specialty)
        coverage.append(f'{topic.value} = "{page.coverage.value}"')
        clauses += [
            _requirement(topic, index, clause) for index, clause in enumerate(page.clauses, start=1)
        ]
    return "\n".join([f"coverage = {{ {', '.join(coverage)} }}\n", *clauses])


def _requirement(topic: Topic, index: int, clause: Clause) -> str:
    lines = [
        "[[program.requirement]]",
        f'id = "{topic.value}-{index}"',
        f'topic = "{topic.value}"',
        f'modality = "{clause.modality.value}"',
        f"rule = {clause.rule}",
    ]
    if clause.stage is not Stage.APPLY:
        lines.insert(4, f'stage = "{clause.stage.value}"')
    if clause.is_recomputed_yearly:
        lines.insert(4, "recomputed_yearly = true")
    return "\n".join([*lines, ""])
