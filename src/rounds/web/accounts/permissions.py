"""Who may do what: pure predicates over a person, in one table."""

from enum import StrEnum

from django.contrib.auth.models import AnonymousUser

from rounds.web.accounts.models import StaffRole, User

Visitor = User | AnonymousUser


class Capability(StrEnum):
    """What a member of staff may do."""

    SEE_DESK = "see_desk"
    KEEP_CATALOG = "keep_catalog"
    RUN_IMPORTS = "run_imports"
    DECIDE_LAW = "decide_law"
    KEEP_STAFF = "keep_staff"
    SEE_WORK = "see_work"
    SEE_HISTORY = "see_history"
    SEE_MONEY = "see_money"


CAPABILITIES: dict[StaffRole, frozenset[Capability]] = {
    StaffRole.OWNER: frozenset(Capability),
    StaffRole.COORDINATOR: frozenset(
        {
            Capability.SEE_DESK,
            Capability.KEEP_CATALOG,
            Capability.RUN_IMPORTS,
            Capability.SEE_WORK,
            Capability.SEE_HISTORY,
        }
    ),
    StaffRole.FINANCE: frozenset(
        {Capability.SEE_DESK, Capability.SEE_HISTORY, Capability.SEE_MONEY}
    ),
    StaffRole.READER: frozenset({Capability.SEE_DESK}),
}


def role_of(visitor: Visitor) -> StaffRole | None:
    """The role of a person of the agency today, or ``None``."""
    if not isinstance(visitor, User) or not visitor.is_active:
        return None
    member = getattr(visitor, "staff_member", None)
    return None if member is None or member.ended_at is not None else StaffRole(member.role)


def is_of_agency(visitor: Visitor) -> bool:
    return role_of(visitor) is not None


def can(visitor: Visitor, capability: Capability) -> bool:
    role = role_of(visitor)
    return role is not None and capability in CAPABILITIES[role]
