"""Addresses of the pages."""

from django.urls import path

from rounds.web.pages import views

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("healthz", views.health, name="health"),
]
