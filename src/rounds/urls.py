"""The addresses of the site."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("desk/", include("rounds.web.desk.urls")),
    path("", include("rounds.web.catalog.urls")),
    path("", include("rounds.web.accounts.urls")),
    path("", include("rounds.web.pages.urls")),
]
handler403 = "rounds.web.pages.views.forbidden"
handler404 = "rounds.web.pages.views.not_found"
handler500 = "rounds.web.pages.views.broken"
