"""Addresses of the catalog."""

from django.urls import path

from rounds.web.catalog import views

app_name = "catalog"
urlpatterns = [path("rotations/", views.search, name="search")]
