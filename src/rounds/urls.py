"""The addresses of the site."""

from django.urls import include, path

urlpatterns = [path("", include("rounds.web.pages.urls"))]
handler404 = "rounds.web.pages.views.not_found"
handler500 = "rounds.web.pages.views.broken"
