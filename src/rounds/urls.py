"""The addresses of the site."""

from allauth.account import views as account
from django.urls import include, path
from django.views.generic import RedirectView

# Of allauth only what works without passwords: there are none to set, change or forget.
sign_in = [
    path("login/", account.login, name="account_login"),
    path("login/code/", account.request_login_code, name="account_request_login_code"),
    path("login/code/confirm/", account.confirm_login_code, name="account_confirm_login_code"),
    path("logout/", account.logout, name="account_logout"),
    path(  # allauth names it in a mail; here it leads to the code
        "password/reset/",
        RedirectView.as_view(pattern_name="account_login"),
        name="account_reset_password",
    ),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("signup/", account.signup, name="account_signup"),
    path("confirm-email/", account.email_verification_sent, name="account_email_verification_sent"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path(
        "reauthenticate/code/",
        account.request_reauthentication_code,
        name="account_request_reauthentication_code",
    ),
    path(
        "reauthenticate/code/confirm/",
        account.confirm_reauthentication_code,
        name="account_confirm_reauthentication_code",
    ),
    path("2fa/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
]

urlpatterns = [
    path("accounts/", include(sign_in)),
    path("desk/", include("rounds.web.desk.urls")),
    path("", include("rounds.web.planner.urls")),
    path("", include("rounds.web.programs.urls")),
    path("", include("rounds.web.dossier.urls")),
    path("", include("rounds.web.catalog.urls")),
    path("", include("rounds.web.accounts.urls")),
    path("", include("rounds.web.outbox.urls")),
    path("", include("rounds.web.pages.urls")),
]
handler403 = "rounds.web.pages.views.home.forbidden"
handler404 = "rounds.web.pages.views.home.not_found"
handler500 = "rounds.web.pages.views.home.broken"
