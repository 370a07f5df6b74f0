import re
from datetime import date

import pytest

from rounds.web.accounts.models import ExamSitting, Profile, StatusPeriod
from rounds.web.catalog.models import AgencyDecision
from tests.web.catalog.makers import make_preceptor, make_rotation, make_term
from tests.web.conftest import client_of

pytestmark = pytest.mark.django_db
ENTRY = '{ all = [{ standing = { is = "graduate" } }, { exam_passed = { exam = "step_1" } }] }'


def text(response):
    """The page in one line, without the shapes beside the words."""
    return re.sub(r"<svg.*?</svg> ?", "", " ".join(response.content.decode().split()))


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(date(2026, 11, 27))


@pytest.fixture
def graduate(applicant):
    """A graduate on B-2, as most visitors are."""
    Profile.objects.create(user=applicant, degree_on=date(2023, 6, 15), exams_complete="yes")
    StatusPeriod.objects.create(user=applicant, status="b2")
    return client_of(applicant)


def test_everything_decisive_is_there_without_an_account(client):
    rotation = make_rotation(title="Sleep month", letter_policy="conditional")
    make_term(rotation, seats=3, taken=1)

    page = text(client.get(rotation.address))
    for words in (
        "Sleep month", "30 inpatient, 10 office", "$1,200", "2 of 3", "Jan 4 – 29, 2027",
        "Writes on a condition", "21 days after the last day", "License in NY",
        "All comes back until 30 days", "Ask without an account",
    ):  # fmt: skip
        assert words in page
    assert page.count("<h1") == 1


def test_a_visitor_on_b2_is_told_the_truth_about_hands_on_work(graduate):
    work = make_term(make_rotation(kind="externship", role="hands_on")).rotation
    watch = make_term(make_rotation()).rotation

    assert 'On every open date: <span class="badge badge-bad">Not allowed</span>' in text(
        graduate.get(work.address)
    )
    page = text(graduate.get(watch.address))
    assert 'On every open date: <span class="badge badge-good">Allowed</span>' in page
    assert "This is not legal advice" in page
    assert "Source:" in page


def test_a_status_that_ends_is_seen_date_by_date(applicant, graduate):
    applicant.status_periods.update(last=date(2027, 2, 10))
    rotation = make_rotation()
    make_term(rotation, first=date(2027, 1, 4))
    make_term(rotation, first=date(2027, 2, 1))

    page = text(graduate.get(rotation.address))
    assert "On every open date" not in page
    assert page.count('badge-good">Allowed') == 1


def test_entry_conditions_are_judged_one_by_one(applicant, graduate):
    rotation = make_term(make_rotation(entry=ENTRY)).rotation

    page = text(graduate.get(rotation.address))
    assert page.count(">Met<") == 1
    assert page.count(">Not met<") == 1
    ExamSitting.objects.create(
        user=applicant, exam="step_1", taken_on=date(2024, 1, 1), result="passed"
    )
    assert text(graduate.get(rotation.address)).count(">Met<") == 2


def test_an_agency_decision_lifts_what_is_unknown_and_a_withdrawn_one_does_not(applicant):
    StatusPeriod.objects.create(user=applicant, status="us_citizen")
    Profile.objects.create(user=applicant, degree_on=date(2023, 6, 15))
    rotation = make_rotation(kind="externship", role="hands_on")
    rotation.site.state_code = "OH"
    rotation.site.save()
    make_term(rotation)
    ana = client_of(applicant)
    assert "Allowed by the agency" not in text(ana.get(rotation.address))

    decision = AgencyDecision.objects.create(
        code="externs", allows=True, states=["OH"], kinds=["externship"],
        statuses=["us_citizen"], decided_by="Owner", counsel="Memo 7", reason="Supervised.",
        decided_on=date(2026, 1, 1), until=date(2028, 1, 1),
    )  # fmt: skip
    page = text(ana.get(rotation.address))
    assert "Allowed by the agency" in page
    assert "Memo 7" in page
    decision.withdrawn_at = "2026-11-01T00:00Z"
    decision.save()
    assert "Memo 7" not in text(ana.get(rotation.address))


def test_a_rotation_without_open_dates_says_so(graduate):
    page = text(graduate.get(make_rotation().address))

    assert "No date is open at the moment." in page
    assert "There is no open date to judge." in page


def test_a_name_that_is_told_later_is_nowhere_on_the_page(client, graduate):
    rotation = make_rotation(
        preceptor=make_preceptor(last_name="Secretname"), name_visibility="signed_in"
    )

    page = text(client.get(rotation.address))
    assert "Secretname" not in page
    assert "Shown after you sign in" in page
    assert "Secretname" in text(graduate.get(rotation.address))


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_what_is_not_published_is_not_there(client, state):
    assert client.get(make_rotation(state=state).address).status_code == 404
    assert client.get("/rotations/no-such-thing/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_many_dates_take_as_many_queries(client, graduate, count, django_assert_num_queries):
    rotation = make_rotation(entry=ENTRY)
    for month in range(1, count + 1):
        make_term(rotation, first=date(2027, month, 4))

    with django_assert_num_queries(7):
        client.get(rotation.address)
    with django_assert_num_queries(18):
        graduate.get(rotation.address)
