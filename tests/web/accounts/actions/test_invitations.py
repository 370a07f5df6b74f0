import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from rounds.web.accounts.actions.invitations import (
    accept_invitation,
    invite_staff,
    issue_token,
    resend_invitation,
    revoke_invitation,
)
from rounds.web.accounts.actions.staff import end_membership
from rounds.web.accounts.models import StaffInvitation, StaffRole, User
from rounds.web.accounts.permissions import role_of
from rounds.web.history.models import Entry
from rounds.web.kit.refusal import Refusal
from rounds.web.outbox.models import Job
from rounds.web.outbox.worker import do_next
from tests.web.conftest import make_user

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
LINK = re.compile(r"https://rounds\.example/join/([\w-]+)/")


@pytest.fixture(autouse=True)
def today(time_machine, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    time_machine.move_to(NOW, tick=False)


def invite(email="New@Agency.example", role=StaffRole.COORDINATOR):
    return invite_staff(email=email, role=role, site="https://rounds.example", by="user:1", at=NOW)


def token_of_mail(at=NOW):
    """The worker writes the mail; the link stands in it and nowhere else."""
    while do_next(now=at):
        pass
    found = LINK.search(mail.outbox[-1].body)
    assert found
    return found[1]


def test_a_link_by_mail_makes_one_of_the_staff():
    invite()
    token = token_of_mail()

    assert mail.outbox[0].to == ["new@agency.example"]
    assert "as coordinator" in mail.outbox[0].body
    user = accept_invitation(token=token, at=NOW)
    assert (user.email, role_of(User.objects.get())) == ("new@agency.example", "coordinator")
    assert user.emailaddress_set.get().verified
    with pytest.raises(Refusal) as refused:
        accept_invitation(token=token, at=NOW)
    assert refused.value.code == "invitation_gone"


def test_the_token_is_kept_nowhere():
    invite()
    token = token_of_mail()

    kept = [list(model.objects.values()) for model in (StaffInvitation, Job, Entry)]
    assert token not in str(kept)
    assert StaffInvitation.objects.get().sent_at == NOW


def test_an_account_that_is_there_keeps_what_it_has():
    before = make_user("new@agency.example", "Nia New")
    invite()
    user = accept_invitation(token=token_of_mail(), at=NOW)

    assert (user.pk, user.name) == (before.pk, "Nia New")


def test_who_left_can_come_back_in_another_role(coordinator, owner):
    end_membership(member=coordinator.staff_member, by=owner, at=NOW)
    invite(coordinator.email, StaffRole.FINANCE)
    accept_invitation(token=token_of_mail(), at=NOW)

    assert role_of(User.objects.get(pk=coordinator.pk)) == StaffRole.FINANCE


def test_nobody_is_invited_twice_or_when_they_are_here(coordinator):
    invite()
    for email, code in (
        ("NEW@agency.example", "already_invited"),
        (coordinator.email, "already_staff"),
    ):
        with pytest.raises(Refusal) as refused:
            invite(email)
        assert refused.value.code == code


def test_a_link_sent_again_replaces_the_one_before():
    invitation = invite()
    first = token_of_mail()
    resend_invitation(
        invitation=invitation,
        site="https://rounds.example",
        by="user:1",
        at=NOW + timedelta(hours=1),
    )
    second = token_of_mail(NOW + timedelta(hours=1))

    with pytest.raises(Refusal):
        accept_invitation(token=first, at=NOW)
    assert accept_invitation(token=second, at=NOW)


def test_a_worker_that_sends_twice_leaves_one_link_that_works():
    invitation = invite()
    first, second = (issue_token(invitation=invitation, at=NOW) for _ in range(2))

    with pytest.raises(Refusal):
        accept_invitation(token=first, at=NOW)
    assert accept_invitation(token=second, at=NOW)


def test_what_is_taken_back_opens_nothing_and_is_not_sent():
    invitation = invite()
    revoke_invitation(invitation=invitation, by="user:1", at=NOW)
    while do_next(now=NOW):
        pass

    assert mail.outbox == []
    with pytest.raises(Refusal):
        revoke_invitation(invitation=invitation, by="user:1", at=NOW)
    with pytest.raises(Refusal):
        resend_invitation(invitation=invitation, site="x", by="user:1", at=NOW)
    assert invite().pk != invitation.pk


def test_after_a_week_the_link_opens_nothing():
    invite()
    token = token_of_mail()

    with pytest.raises(Refusal):
        accept_invitation(token=token, at=NOW + timedelta(days=7))


def test_history_tells_each_step_and_no_address():
    invitation = invite()
    accept_invitation(token=token_of_mail(), at=NOW)

    entries = Entry.objects.filter(object=f"invitation:{invitation.pk}")
    assert [entry.verb for entry in entries.order_by("pk")] == ["invited", "joined_staff"]
    assert "agency.example" not in str(list(entries.values()))
