"""The fictional people of the demo: the agency's staff and four applicants."""

from datetime import datetime

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from rounds.demo.installation.facts import rows_of
from rounds.demo.world import World
from rounds.web.accounts.models import StaffMember, StaffRole, User

STAFF = (
    (StaffRole.OWNER, "Vera Pagefield (fictional)"),
    (StaffRole.COORDINATOR, "Noor Ferryman (fictional)"),
    (StaffRole.FINANCE, "Tomas Ledgerwood (fictional)"),
    (StaffRole.READER, "Ida Windowseat (fictional)"),
)


def add_staff(*, at: datetime) -> list[User]:
    """One person a role, with a second factor nobody can use: the demo's door opens for them."""
    users = [
        User.objects.create_user(f"{role.value}@lantern-bridge.example", name=name)
        for role, name in STAFF
    ]
    StaffMember.objects.bulk_create(
        StaffMember(user=user, role=role, since=at)
        for user, (role, _) in zip(users, STAFF, strict=True)
    )
    for user in users:
        TOTP.activate(user, generate_totp_secret())
    return users


def add_applicants(built: World) -> list[User]:
    """The four applicants of the demo world, with everything they told."""
    users = []
    for person in built.people:
        user = User.objects.create_user(f"{person.key}@applicant.example", name=person.facts.name)
        for row in rows_of(person.facts, user):
            row.save()
        users.append(user)
    return users
