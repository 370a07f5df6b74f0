"""Plans for tests: asked for, answered, and a small world in which one term opens one door."""

from datetime import UTC, date, datetime

from rounds.web.accounts.models import Profile, StatusPeriod
from rounds.web.planner.actions.asking import ask_for_plan
from rounds.web.planner.bridge.wishes import Asked
from rounds.web.planner.worker import solve_waiting
from rounds.web.programs.actions.imports import import_programs
from rounds.web.programs.bridge.content import tables_told
from tests.web.catalog.makers import make_rotation, make_site, make_term

TODAY = date(2026, 11, 27)
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)

PROGRAM = """\
[[program]]
id = "{code}"
name = "{name} (fictional)"
specialty = "internal medicine"
state = "NY"
source = "https://{code}.example/apply"
via = "live page"
read_on = "2026-11"
as_of = "2027-2028"
fictional = true

[program.coverage]
graduation = "expressly_none"
sponsorship = "expressly_none"

[[program.requirement]]
id = "usce"
topic = "experience"
modality = "required"
stage = "apply"
[program.requirement.rule]
clinical_experience = {{ weeks = {weeks}, countries = ["US"], roles = ["hands_on", "observing"] }}
"""


def make_programs(*weeks):
    """Programs that ask for so many weeks in the United States, and for nothing else."""
    texts = [
        PROGRAM.format(code=f"lantern-{n}", name=f"Lantern {n}", weeks=w)
        for n, w in enumerate(weeks, start=1)
    ]
    told = tables_told("\n".join(texts), "programs.toml")
    import_programs(told=list(told), by="system", at=NOW)


def make_world(user, *, terms=2, weeks=(4, 8)):
    """A citizen, observerships of four weeks one after the other, and programs asking for weeks."""
    Profile.objects.create(
        user=user, degree_on=date(2023, 6, 15), statuses_complete="yes", experience_complete="yes",
        letters_complete="yes", exams_complete="yes", training_complete="yes",
        needs_sponsorship=False,
    )  # fmt: skip
    StatusPeriod.objects.create(user=user, status="us_citizen")
    site = make_site(housing_cents_a_week=10_000, travel_cents=20_000)
    starts = (date(2027, 1, 4), date(2027, 3, 1), date(2027, 5, 3))[:terms]
    made = [
        make_term(make_rotation(site=site), first=first, code=f"LAMP{n}")
        for n, first in enumerate(starts, start=1)
    ]
    make_programs(*weeks)
    return made


def asked(**over):
    told = {"season_year": 2028, "earliest": TODAY, "latest": date(2027, 9, 1), **over}
    return Asked(**told)


def make_plan(user, *, at=NOW, **over):
    """Asked for, and not yet begun."""
    return ask_for_plan(user=user, asked=asked(**over), at=at)


def make_answered(user, *, at=NOW, **over):
    plan = make_plan(user, at=at, **over)
    solve_waiting()
    plan.refresh_from_db()
    return plan
