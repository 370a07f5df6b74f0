"""What each sort of site offers: kinds, hours, lengths, entry conditions and price ranges.

Four weeks of an observership cost $500 to $2,000, of an externship $2,000 to $4,500, of an elective
$2,000 to $4,000 (published ranges); virtual weeks are cheaper; sub-internship, research and virtual
ranges are invented, as are all single prices.
"""

from dataclasses import dataclass

from rounds.core.vocabulary import Kind, Mode, Role
from rounds.demo.sites import Style

STEP_1 = '{ exam_passed = { exam = "step_1" } }'
STUDENT = '{ standing = { is = "student" } }'
GRADUATE = '{ standing = { is = "graduate" } }'
VISITOR = '{ status = { any_of = ["b1", "b2", "wb", "wt"] } }'

ANYONE = ""
GRADUATES = GRADUATE
STUDENTS = f"{{ all = [{STUDENT}, {STEP_1}] }}"
STEP_1_GRADUATES = f"{{ all = [{GRADUATE}, {STEP_1}] }}"
RECENT_GRADUATES = (
    f'{{ all = [{GRADUATE}, {STEP_1}, {{ graduated_within = {{ years = 5, to = "due" }} }}] }}'
)
VISITING_GRADUATES = f"{{ all = [{GRADUATE}, {VISITOR}] }}"


@dataclass(frozen=True, slots=True)
class Recipe:
    """One sort of rotation. ``dollars``: lowest and highest price of four weeks."""

    kind: Kind
    hours: str
    dollars: tuple[int, int]
    role: Role = Role.HANDS_ON
    mode: Mode = Mode.IN_PERSON
    entries: tuple[str, ...] = (ANYONE,)
    weeks: tuple[int, ...] = (4,)
    has_malpractice: bool = False
    is_by_faculty: bool = False
    is_part_of_degree: bool = False


WATCHING_WARDS = Recipe(
    Kind.OBSERVERSHIP, "inpatient=30; hospital_outpatient=6; didactic=4", (900, 2000),
    role=Role.OBSERVING, entries=(ANYONE, GRADUATES, VISITING_GRADUATES), weeks=(4, 4, 2),
)  # fmt: skip
WATCHING_OFFICE = Recipe(
    Kind.OBSERVERSHIP, "office=32; didactic=2", (500, 1400),
    role=Role.OBSERVING, entries=(ANYONE, ANYONE, VISITING_GRADUATES), weeks=(4, 4, 4, 8),
)  # fmt: skip
WATCHING_ONLINE = Recipe(
    Kind.OBSERVERSHIP, "office=15; didactic=10", (400, 750),
    role=Role.OBSERVING, mode=Mode.VIRTUAL,
)  # fmt: skip
EXTERN_WARDS = Recipe(
    Kind.EXTERNSHIP, "inpatient=32; emergency=8; didactic=4", (2500, 4500),
    entries=(STEP_1_GRADUATES, STEP_1_GRADUATES, RECENT_GRADUATES), weeks=(4, 4, 8),
    has_malpractice=True,
)  # fmt: skip
EXTERN_OFFICE = Recipe(
    Kind.EXTERNSHIP, "office=36; didactic=2", (2000, 3200),
    entries=(STEP_1_GRADUATES, GRADUATES, RECENT_GRADUATES), weeks=(4, 4, 6, 8),
    has_malpractice=True,
)  # fmt: skip
ELECTIVE = Recipe(
    Kind.ELECTIVE, "inpatient=30; hospital_outpatient=10; didactic=4", (2000, 4000),
    entries=(STUDENTS,), weeks=(4, 4, 2), is_by_faculty=True, is_part_of_degree=True,
)  # fmt: skip
SUB_INTERNSHIP = Recipe(
    Kind.SUB_INTERNSHIP, "inpatient=50; didactic=4", (2500, 4000),
    entries=(STUDENTS,), is_by_faculty=True, is_part_of_degree=True,
)  # fmt: skip
LABORATORY = Recipe(
    Kind.RESEARCH, "research=36; didactic=4", (800, 1600), role=Role.NONE, weeks=(8, 12)
)

OFFERED: dict[Style, tuple[Recipe, ...]] = {
    Style.SCHOOL: (ELECTIVE, SUB_INTERNSHIP, WATCHING_WARDS, ELECTIVE, LABORATORY),
    Style.TEACHING: (EXTERN_WARDS, WATCHING_WARDS, EXTERN_WARDS, WATCHING_WARDS),
    Style.UNSURE: (ELECTIVE, EXTERN_WARDS, WATCHING_WARDS),
    Style.OFFICE: (EXTERN_OFFICE, WATCHING_OFFICE, WATCHING_OFFICE),
    Style.ONLINE: (WATCHING_ONLINE, WATCHING_ONLINE, WATCHING_ONLINE),
}
