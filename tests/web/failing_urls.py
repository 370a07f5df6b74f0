"""The site's addresses, a bug at one more and a refusal at another."""

from django.urls import path

from rounds.urls import handler404, handler500
from rounds.urls import urlpatterns as addresses
from rounds.web.kit.refusal import Refusal

__all__ = ["handler404", "handler500", "urlpatterns"]


def broken(request):
    raise ValueError("a bug")


def refused(request):
    raise Refusal("term_full", "This term is full. Choose another week.")


urlpatterns = [
    *addresses,
    path("broken", broken),
    path("refused", refused),
]
