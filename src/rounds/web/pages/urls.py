"""Addresses of the pages."""

from django.urls import path

from rounds.web.pages.views import home, rotation

app_name = "pages"
urlpatterns = [
    path("", home.home, name="home"),
    path("healthz", home.health, name="health"),
    path("rotations/<slug:slug>/", rotation.rotation, name="rotation"),
]
