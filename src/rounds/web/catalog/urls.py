"""Addresses of the catalog."""

from django.urls import path

from rounds.web.catalog.views import compare, photos, saved, search, sites

app_name = "catalog"
urlpatterns = [
    path("rotations/", search.search, name="search"),
    path("rotations/compare/", compare.compare, name="compare"),
    path("me/searches/", saved.searches, name="saved_searches"),
    path("me/searches/save/", saved.save, name="save_search"),
    path("me/searches/<int:pk>/", saved.change, name="saved_search"),
    path("me/searches/<int:pk>/drop/", saved.drop, name="drop_search"),
    path("searches/stop/<str:token>/", saved.stop, name="stop_search"),
    path("sites/<slug:slug>/", sites.site, name="site"),
    path("pictures/<int:pk>/", photos.photo, name="photo"),
]
