"""Addresses of programs."""

from django.urls import path

from rounds.web.programs.views import listing, program, report

app_name = "programs"
urlpatterns = [
    path("programs/", listing.listing, name="list"),
    path("programs/<slug:code>/", program.program, name="program"),
    path("programs/<slug:code>/weight/", program.give_weight, name="weight"),
    path("programs/<slug:code>/report/", report.report, name="report"),
]
