"""The site behind the commands that work on it: its settings, and its database."""

import os

from rounds.web.kit.refusal import Refusal


def load_site() -> None:
    """Make the settings of the environment and the apps usable; refuse in words."""
    import django  # noqa: PLC0415 -- slow, and the planner's commands do without
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 -- as above

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rounds.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Refusal("settings_unfit", str(error)) from None


def need_tables() -> None:
    """The database answers and has the shape of this version."""
    from django.db import OperationalError, connection  # noqa: PLC0415 -- after load_site alone

    from rounds.web.kit.backup.manifest import pending_migrations  # noqa: PLC0415 -- as above

    try:
        connection.ensure_connection()
        pending = pending_migrations()
    except OperationalError as error:
        raise Refusal(
            "database_silent", f"The database does not answer: {' '.join(str(error).split())}"
        ) from error
    if pending:
        raise Refusal(
            "not_migrated",
            f"The database lacks {len(pending)} of this version's migrations. First run: "
            "django-admin migrate, then django-admin createcachetable.",
        )
