"""People: who signs in, and who of them is staff."""

from rounds.web.accounts.models.people import StaffMember, StaffRole, User

__all__ = ["StaffMember", "StaffRole", "User"]
