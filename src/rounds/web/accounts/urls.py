"""Addresses of accounts."""

from django.urls import path

from rounds.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("may-i/", views.may_i, name="may_i"),
    path("me/facts/", views.facts, name="facts"),
]
