"""The demo's mailbox."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rounds.web.outbox.mailbox import letters


@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """Every mail the demo would have sent, for everybody on this machine; only in the demo."""
    if settings.PROFILE != "demo":
        raise Http404
    return render(request, "outbox/mailbox.html", {"letters": letters()})
