"""``rounds invite-owner``: how an installation gets its first owner."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from rounds.cli.page import Page
from rounds.cli.site import load_site, need_tables

BY = "command:invite-owner"


def invite_owner(
    *, email: Annotated[str, typer.Argument(metavar="EMAIL", help="Address of the new owner.")]
) -> None:
    """Invite somebody as owner of this installation: a link goes out by mail, valid for a week.

    The link makes the account an owner. It is entered by a code that comes to the same address, and
    the desk opens once a second factor is set up. Mail is sent by a worker: rounds worker.

    [bold]Examples[/bold]

    rounds invite-owner director@agency.example
    """
    load_site()
    need_tables()
    from django.conf import settings  # noqa: PLC0415 -- after load_site alone
    from django.core.exceptions import ValidationError  # noqa: PLC0415 -- as above
    from django.core.validators import validate_email  # noqa: PLC0415 -- as above

    from rounds.web.accounts.actions.invitations import invite_staff  # noqa: PLC0415 -- as above
    from rounds.web.accounts.models import StaffRole  # noqa: PLC0415 -- as above
    from rounds.web.kit.refusal import Refusal  # noqa: PLC0415 -- as above

    try:
        validate_email(email)
    except ValidationError:
        raise Refusal("no_address", f"“{email}” is no e-mail address.") from None
    invitation = invite_staff(
        email=email, role=StaffRole.OWNER, site=settings.ADDRESS, by=BY, at=datetime.now(UTC)
    )
    page = Page()
    page.lead(f"{invitation.email} is invited as owner.")
    page.line(
        f"A worker sends the link to {settings.ADDRESS}; it is valid until "
        f"{invitation.expires_at:%B %d, %Y}."
    )
