"""Addresses of accounts."""

from django.urls import path

from rounds.web.accounts.views import facts, may_i, me

app_name = "accounts"
urlpatterns = [
    path("may-i/", may_i.ask, name="may_i"),
    path("me/", me.account, name="me"),
    path("me/export/", me.export, name="export"),
    path("me/delete/", me.delete, name="delete"),
    path("me/facts/", facts.overview, name="facts"),
    path("me/facts/<slug:key>/", facts.topic, name="topic"),
    path("me/facts/<slug:key>/add/", facts.row, name="add"),
    path("me/facts/<slug:key>/<int:pk>/", facts.row, name="row"),
    path("me/facts/<slug:key>/<int:pk>/remove/", facts.remove, name="remove"),
]
