"""Addresses of accounts."""

from django.urls import path

from rounds.web.accounts.views import facts, join, may_i, me, own

app_name = "accounts"
urlpatterns = [
    path("may-i/", may_i.ask, name="may_i"),
    path("me/", me.account, name="me"),
    path("me/export/", me.export, name="export"),
    path("me/delete/", me.delete, name="delete"),
    path("me/name/", own.name, name="name"),
    path("me/consents/", own.consents, name="consents"),
    path("me/payers/", own.payers, name="payers"),
    path("me/payers/add/", own.payer, name="payer_new"),
    path("me/payers/<int:pk>/", own.payer, name="payer"),
    path("me/payers/<int:pk>/remove/", own.payer_removed, name="payer_removed"),
    path("join/<str:token>/", join.join, name="join"),
    path("me/facts/", facts.overview, name="facts"),
    path("me/facts/<slug:key>/", facts.topic, name="topic"),
    path("me/facts/<slug:key>/add/", facts.row, name="add"),
    path("me/facts/<slug:key>/<int:pk>/", facts.row, name="row"),
    path("me/facts/<slug:key>/<int:pk>/remove/", facts.remove, name="remove"),
]
