"""Named reads of the audit trail."""

from django.db.models import QuerySet

from rounds.web.history.models import Entry


def entries_about(*, object: str) -> QuerySet[Entry]:
    """Everything that happened to one thing, oldest first."""
    return Entry.objects.filter(object=object).order_by("at", "id")
