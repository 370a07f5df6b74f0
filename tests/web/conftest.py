"""The cast: every page is tried by each of them, and by a stranger."""

from datetime import UTC, datetime

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from rounds.web.accounts.models import StaffMember, StaffRole, User

SINCE = datetime(2026, 1, 5, tzinfo=UTC)


def make_user(email, name=""):
    return User.objects.create_user(email=email, name=name)


def make_staff(role, *, email="", has_second_factor=True):
    """A person of the agency, with a second factor as the desk asks for."""
    user = make_user(email or f"{role}@agency.example", f"{role.title()} Example")
    StaffMember.objects.create(user=user, role=role, since=SINCE)
    if has_second_factor:
        Authenticator.objects.create(
            user=user, type=Authenticator.Type.TOTP, data={"secret": "not used in tests"}
        )
    return user


def client_of(user):
    client = Client()
    client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def owner(db):
    return make_staff(StaffRole.OWNER)


@pytest.fixture
def coordinator(db):
    return make_staff(StaffRole.COORDINATOR)


@pytest.fixture
def finance(db):
    return make_staff(StaffRole.FINANCE)


@pytest.fixture
def reader(db):
    return make_staff(StaffRole.READER)


@pytest.fixture
def applicant(db):
    return make_user("ana@applicant.example", "Ana Applicant")


@pytest.fixture
def other_applicant(db):
    return make_user("omar@applicant.example", "Omar Other")
