"""Addresses of the dossier."""

from django.urls import path

from rounds.web.dossier.views import known

app_name = "dossier"
urlpatterns = [path("me/known/", known.known, name="known")]
