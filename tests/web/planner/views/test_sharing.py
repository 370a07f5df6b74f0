from datetime import timedelta

import pytest

from rounds.web.accounts.models import Profile
from rounds.web.kit.crypto import unseal
from rounds.web.planner.models import Plan, Share
from tests.web.conftest import client_of
from tests.web.planner.makers import make_answered, make_world

pytestmark = pytest.mark.django_db


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def ana(applicant):
    return client_of(applicant)


@pytest.fixture
def plan(applicant):
    make_world(applicant)
    Profile.objects.update(school_name="Sea School", school_country="IN")
    return make_answered(applicant)


def link(ana, plan, **over):
    response = ana.post(f"{plan.address}share/", {"days": "30", **over})
    assert response.status_code == 302
    return f"/shared/{unseal(Share.objects.first().sealed)}/"


def test_a_stranger_with_the_link_sees_doors_dates_and_costs_and_nothing_else(ana, plan, client):
    response = client.get(link(ana, plan))
    page = text(response)

    assert response.status_code == 200
    for words in (
        "With these two rotations, $3,400 in all", "Lantern 1 (fictional)", "Jan 4 – Jan 29, 2027",
        "≈ travel to Gable Falls, NY", "Applications open (projected)",
    ):  # fmt: skip
        assert words in page
    for secret in ("Ana", "citizen", "Sea School", "Letter of", "degree", plan.user.email):
        assert secret not in page
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Cache-Control"] == "no-store"
    assert '<meta name="robots" content="noindex">' in page


def test_facts_are_there_when_the_owner_says_so(ana, plan, client):
    page = text(client.get(link(ana, plan, with_facts="on")))

    assert "Ana Applicant" in page
    assert "US citizen, always so far, no end told" in page
    assert "Sea School, IN" in page


def test_a_link_that_was_taken_back_or_is_over_says_so(ana, plan, client, time_machine):
    address = link(ana, plan)
    revoke = f"{plan.address}share/{Share.objects.get().pk}/revoke/"
    assert ana.post(revoke).url == f"{plan.address}share/"
    response = client.get(address)
    assert response.status_code == 410
    assert "has taken the link back" in text(response)
    assert "Lantern 1" not in text(response)
    assert response["X-Robots-Tag"] == "noindex, nofollow"

    other = link(ana, plan)
    Share.objects.update(expires_at=plan.asked_at + timedelta(minutes=1), made_at=plan.asked_at)
    time_machine.shift(timedelta(hours=1))
    assert client.get(other).status_code == 410
    assert client.get("/shared/guessed/").status_code == 404


def test_a_deleted_plan_takes_its_links_with_it(ana, plan, client):
    address = link(ana, plan)
    Plan.objects.all().delete()

    assert client.get(address).status_code == 404


def test_the_owner_sees_the_links_and_the_form_tells_what_is_wrong(ana, plan):
    address = link(ana, plan)
    page = text(ana.get(f"{plan.address}share/"))
    assert f"http://testserver{address}" in page
    assert "without anything about you" in page

    wrong = ana.post(f"{plan.address}share/", {"days": "soon"})
    assert wrong.status_code == 400
    assert Share.objects.count() == 1


def test_only_the_owner_shares_and_takes_back(ana, plan, other_applicant):
    link(ana, plan)
    stranger, share = client_of(other_applicant), Share.objects.get()
    assert stranger.get(f"{plan.address}share/").status_code == 404
    assert stranger.post(f"{plan.address}share/{share.pk}/revoke/").status_code == 404
    assert ana.post(f"{plan.address}share/{share.pk + 1}/revoke/").status_code == 404

    share.refresh_from_db()
    assert share.revoked_at is None
