"""Addresses of the catalog."""

from django.urls import path

from rounds.web.catalog.views import compare, photos, search, sites

app_name = "catalog"
urlpatterns = [
    path("rotations/", search.search, name="search"),
    path("rotations/compare/", compare.compare, name="compare"),
    path("sites/<slug:slug>/", sites.site, name="site"),
    path("pictures/<int:pk>/", photos.photo, name="photo"),
]
