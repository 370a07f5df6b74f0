from datetime import timedelta

import pytest

from rounds.web.outbox.models import Job
from rounds.web.planner.actions.asking import ask_again
from rounds.web.planner.actions.solving import (
    TOO_OFTEN,
    fail_plan,
    finish_plan,
    keep_early,
    let_go,
    refuse_plan,
    still_working,
    take_plan,
    tell_progress,
)
from rounds.web.planner.bridge.solving import Told
from rounds.web.planner.models import Plan, PlanTerm
from rounds.web.planner.queries.marks import Marks
from rounds.web.planner.queries.plans import MOST_RUNS, SILENT
from tests.web.catalog.makers import make_term
from tests.web.planner.makers import NOW, make_plan

pytestmark = pytest.mark.django_db
LATER = NOW + SILENT + timedelta(seconds=1)


def document(codes=(), cents=100_000):
    """As much of an answer as a plan looks at."""
    rotation = {
        "rotation": "Night month", "site": {"name": "Lantern"}, "first": "2027-01-04",
        "last": "2027-01-29",
    }  # fmt: skip
    return {
        "format": "rounds.plan/1",
        "rotations": [{"code": code, **rotation} for code in codes],
        "costs": {"total_cents": cents},
        "doors": {"newly_open": [], "newly_possible": []},
        "proof": {"proven": True},
        "figures": [{"code": code, "opens_alone": 1} for code in codes],
    }


def told(*codes, headline="Two doors"):
    page = {"headline": headline, "rotations": []}
    return Told(page, document(codes), codes, is_proven=True, is_whole=True)


def fresh(plan):
    return Plan.objects.get(pk=plan.pk)


def test_the_oldest_plan_is_taken_once(applicant):
    second = make_plan(applicant, at=NOW + timedelta(minutes=1))
    first = make_plan(applicant)

    taken = [take_plan(now=NOW), take_plan(now=NOW), take_plan(now=NOW)]
    assert [plan and plan.pk for plan in taken] == [first.pk, second.pk, None]
    assert (taken[0].state, taken[0].run, taken[0].heard_at) == ("solving", 1, NOW)


def test_a_plan_whose_solver_died_is_taken_over_and_the_dead_one_has_no_say(applicant):
    make_plan(applicant)
    dead = take_plan(now=NOW)
    assert take_plan(now=NOW + SILENT) is None
    alive = take_plan(now=LATER)

    assert (alive.pk, alive.run) == (dead.pk, 2)
    assert not still_working(plan=dead, now=LATER)
    tell_progress(plan=dead, progress={"sentence": "late"}, now=LATER)
    keep_early(plan=dead, told=told(), now=LATER)
    refuse_plan(plan=dead, problems=["x"], now=LATER)
    fail_plan(plan=dead, now=LATER)
    let_go(plan=dead)
    assert not finish_plan(plan=dead, told=told(), marks=Marks(1, 2), now=LATER)
    kept = fresh(alive)
    assert (kept.state, kept.run, kept.page, kept.progress) == ("solving", 2, {}, {"began": True})
    assert still_working(plan=alive, now=LATER)


def test_a_solver_that_must_end_lets_its_plan_go_at_once(applicant):
    make_plan(applicant)
    let_go(plan=take_plan(now=NOW))

    assert take_plan(now=NOW).run == 2


def test_a_plan_that_kills_every_solver_is_given_up(applicant):
    plan = make_plan(applicant)
    now = NOW
    for _ in range(MOST_RUNS):
        assert take_plan(now=now).pk == plan.pk
        now += SILENT + timedelta(seconds=1)

    assert take_plan(now=now) is None
    assert (fresh(plan).state, fresh(plan).problems) == ("failed", [TOO_OFTEN])


def test_the_first_answer_is_shown_early_and_the_whole_one_kept_with_its_marks(applicant):
    term = make_term()
    make_plan(applicant)
    plan = take_plan(now=NOW)
    keep_early(plan=plan, told=told(term.code, headline="Early"), now=NOW)
    assert (fresh(plan).state, fresh(plan).headline) == ("solving", "Early")

    keep_early(plan=plan, told=told(headline="Never"), now=NOW)
    assert fresh(plan).headline == "Early"
    assert finish_plan(plan=plan, told=told(term.code, "GONE"), marks=Marks(3, 4), now=LATER)
    kept = fresh(plan)
    assert (kept.state, kept.headline, kept.is_proven, kept.ended_at) == (
        "done", "Two doors", True, LATER,
    )  # fmt: skip
    assert (kept.rules_mark, kept.shelf_mark) == (3, 4)
    whole = document((term.code, "GONE"))
    assert kept.figures == {one["code"]: one for one in whole.pop("figures")}
    assert set(kept.figures) == {term.code, "GONE"}
    assert (kept.document, kept.changes, kept.changed_at) == (whole, [], None)
    assert len(kept.fingerprint) == 64
    chosen = PlanTerm.objects.filter(plan=plan)
    assert [(one.position, one.code, one.term_id) for one in chosen] == [
        (1, term.code, term.pk), (2, "GONE", None),
    ]  # fmt: skip


def answered(applicant, **over):
    """A saved plan with an answer that is asked for again."""
    make_plan(applicant)
    plan = take_plan(now=NOW)
    finish_plan(plan=plan, told=told("ONE"), marks=Marks(3, 4), now=NOW)
    Plan.objects.filter(pk=plan.pk).update(name="Summer")
    ask_again(plan=fresh(plan), by="system", at=LATER, **over)
    return take_plan(now=LATER)


def test_what_became_different_is_told_on_the_page_and_by_mail(applicant):
    plan = answered(applicant, because=["A date is full now: ONE."])
    finish_plan(plan=plan, told=told("TWO"), marks=Marks(3, 4), now=LATER)

    kept = fresh(plan)
    assert kept.changes == [
        "No longer in the plan: Night month, Lantern, Jan 4 – Jan 29, 2027.",
        "New in the plan: Night month, Lantern, Jan 4 – Jan 29, 2027.",
    ]
    assert (kept.changed_at, kept.because) == (LATER, [])
    (mail,) = Job.objects.filter(task="outbox.send_mail")
    assert mail.arguments["to"] == applicant.email
    assert mail.arguments["subject"] == "Your plan has changed: Summer"
    for words in ("A date is full now: ONE.", *kept.changes):
        assert f"- {words}" in mail.arguments["text"]


def test_an_equal_answer_and_one_the_person_asked_for_send_no_mail(applicant):
    plan = answered(applicant, because=["x"])
    finish_plan(plan=plan, told=told("ONE"), marks=Marks(3, 4), now=LATER)
    assert fresh(plan).changes == []

    ask_again(plan=fresh(plan), by=applicant.ref, because=[], at=LATER + SILENT)
    again = take_plan(now=LATER + SILENT)
    finish_plan(plan=again, told=told("TWO"), marks=Marks(3, 4), now=LATER + SILENT)
    assert len(fresh(plan).changes) == 2
    assert not Job.objects.filter(task="outbox.send_mail").exists()


def test_a_saved_plan_that_became_impossible_is_told_by_mail(applicant):
    plan = answered(applicant, because=["A date is no longer offered: ONE."])
    refuse_plan(plan=plan, problems=["ONE: no term has this code."], now=LATER)

    (mail,) = Job.objects.filter(task="outbox.send_mail")
    assert mail.arguments["subject"] == "Your plan is no longer possible: Summer"
    assert "- ONE: no term has this code." in mail.arguments["text"]


def test_refused_and_failed_plans_say_what_is_wrong(applicant):
    make_plan(applicant)
    make_plan(applicant)
    one, two = take_plan(now=NOW), take_plan(now=NOW)
    refuse_plan(plan=one, problems=["a", "b"], now=NOW)
    fail_plan(plan=two, now=NOW)

    assert (fresh(one).state, fresh(one).problems) == ("refused", ["a", "b"])
    assert (fresh(two).state, fresh(two).problems) == ("failed", [TOO_OFTEN])
