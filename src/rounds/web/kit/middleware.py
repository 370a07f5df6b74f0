"""What every request passes: loopback only (demo), features switched off, refusals as pages."""

from collections.abc import Callable
from ipaddress import ip_address
from typing import TypeAlias

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import render

from rounds.web.kit.refusal import Refusal

Respond: TypeAlias = Callable[[HttpRequest], HttpResponse]

FEATURES_OFF = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def loopback_only(respond: Respond) -> Respond:
    """The demo profile answers this machine alone, whatever address the server listens on."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not ip_address(request.META["REMOTE_ADDR"]).is_loopback:
            return HttpResponseForbidden("The demo answers only the machine it runs on.")
        return respond(request)

    return answer


def permissions_policy(respond: Respond) -> Respond:
    def answer(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        response.headers["Permissions-Policy"] = FEATURES_OFF
        return response

    return answer


class refusals:  # noqa: N801 -- a middleware with a second entry point must be a class
    """Shows a refusal that no form caught as a page of its own."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refusal):
            return None
        return render(request, "kit/refused.html", {"refusal": error}, status=409)
