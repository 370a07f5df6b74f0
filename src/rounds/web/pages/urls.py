"""Addresses of the pages."""

from django.urls import path

from rounds.web.pages.views import about, demo, home, rotation, style

app_name = "pages"
urlpatterns = [
    path("", home.home, name="home"),
    path("demo/", demo.people, name="demo"),
    path("demo/<int:pk>/enter/", demo.enter, name="enter"),
    path("healthz", home.health, name="health"),
    path("method/", about.method, name="method"),
    path("sources/", about.sources, name="sources"),
    path("style/", style.style, name="style"),
    path("rotations/<slug:slug>/", rotation.rotation, name="rotation"),
]
