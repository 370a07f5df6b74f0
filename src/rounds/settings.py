"""The site's settings: one file, values from the environment, two profiles (demo, production)."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_bytes, token_hex
from typing import Any

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key
from environs import Env, EnvValidationError, ValidationError, validate

# ── what the environment says ────────────────────────────────────────────────────────────────


def _names_hosts(hosts: list[str]) -> None:
    if not hosts or any(host.startswith(("*", ".")) for host in hosts):
        raise ValidationError("must name hosts, separated by commas, without * or leading dots.")


def _is_a_key(key: str) -> None:
    if len(key) < 50 or len(set(key)) < 10:
        raise ValidationError("must be at least 50 random characters.")


def _is_off(value: bool) -> None:  # noqa: FBT001 -- environs calls it with the value alone
    if value:
        raise ValidationError("must be off in production: error pages would show the code.")


def _are_data_keys(keys: list[str]) -> None:
    for key in keys or [""]:
        try:
            whole = len(urlsafe_b64decode(key)) == 32
        except ValueError:
            whole = False
        if not whole:
            raise ValidationError(
                "must be keys of 32 random bytes as URL-safe base64, newest first, by commas."
            )


def _kept(place: Path, make: Callable[[], str]) -> str:
    """A secret of the demo's own, made on its first start and kept beside its database."""
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_name(f"{place.name}.{token_hex(8)}")
        draft.touch(mode=0o600)
        draft.write_text(make(), encoding="ascii")
        with suppress(FileExistsError):  # another process of the same start was faster
            place.hardlink_to(draft)
        draft.unlink()
    return place.read_text(encoding="ascii")


def _new_data_key() -> str:
    return urlsafe_b64encode(token_bytes(32)).decode("ascii")


def _demo_database(data: Path) -> dict[str, Any]:  # Any: as Django types it
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": data / "demo.sqlite3",
        "OPTIONS": {
            "timeout": 10,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;"
            ),
        },
    }


def _complaint(profile: str | None, found: list[str] | Mapping[str, list[str]]) -> str:
    """Every missing or unsafe value, one a line; deferred reading always tells their names."""
    by_name = dict(found) if isinstance(found, Mapping) else {"ROUNDS": found}
    lines = [f"  {name}: {' '.join(map(str, says))}" for name, says in sorted(by_name.items())]
    first = f"Rounds does not start in the {profile or 'unknown'} profile. Please correct:"
    return "\n".join([first, *lines])


_is_postgresql = validate.Regexp(
    r"postgres(ql)?://", error="must be a postgresql:// address in production."
)

_is_submission = validate.Regexp(
    r"submission://", error="must be a submission://user:password@host address: mail over TLS."
)

# Deferred: `seal` reports everything that is missing or unsafe at once.
_env = Env(eager=False, prefix="ROUNDS_")
PROFILE = _env.str("PROFILE", "demo", validate=validate.OneOf(["demo", "production"]))
IN_PRODUCTION = PROFILE != "demo"
_database: dict[str, Any] = {}  # Any: as Django types it
_mail: dict[str, Any] = {}  # Any: as above

if IN_PRODUCTION:
    DATA = _env.path("DATA")
    DEBUG = _env.bool("DEBUG", False, validate=_is_off)
    SECRET_KEY = _env.str("SECRET_KEY", validate=_is_a_key)
    DATA_KEYS = _env.list("DATA_KEYS", validate=_are_data_keys)
    ALLOWED_HOSTS = _env.list("ALLOWED_HOSTS", validate=_names_hosts)
    BEHIND_PROXY = _env.bool("BEHIND_PROXY", False)
    _address = _env.str("DATABASE_URL", validate=_is_postgresql)
    if _address:
        _database |= _env.dj_db_url("DATABASE_URL")
    if _env.str("EMAIL_URL", validate=_is_submission):
        _mail = _env.dj_email_url("EMAIL_URL")
    DEFAULT_FROM_EMAIL = _env.str("MAIL_FROM", validate=validate.Email())
else:
    DATA = _env.path("DATA", Path.home() / ".local" / "share" / "rounds")
    DEBUG = _env.bool("DEBUG", False)
    BEHIND_PROXY = False
    ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
    _mail = {"EMAIL_BACKEND": "rounds.web.outbox.mailbox.Backend"}
    DEFAULT_FROM_EMAIL = "Lantern Bridge Rotations (fictional) <office@lantern-bridge.example>"

# What mails link to: in production the first host name, over TLS.
ADDRESS = f"https://{ALLOWED_HOSTS[0]}" if IN_PRODUCTION and ALLOWED_HOSTS else ""
if not IN_PRODUCTION:
    ADDRESS = _env.str("ADDRESS", "http://localhost:8000")

SOLVERS = _env.int("SOLVERS", 2, validate=validate.Range(min=1, max=64))  # plans made at once

try:
    _env.seal()
except EnvValidationError as refused:
    raise ImproperlyConfigured(_complaint(PROFILE, refused.error_messages)) from None

if IN_PRODUCTION:
    # What the address asks for (sslmode, say) stays; the pool keeps connections, not Django.
    _database |= {"CONN_MAX_AGE": 0, "OPTIONS": {**_database.get("OPTIONS", {}), "pool": True}}
else:
    SECRET_KEY = _kept(DATA / "demo-secret-key", get_random_secret_key)
    DATA_KEYS = [_kept(DATA / "demo-data-key", _new_data_key)]
    _database = _demo_database(DATA)

EMAIL_BACKEND = _mail.get("EMAIL_BACKEND")
EMAIL_HOST, EMAIL_PORT = _mail.get("EMAIL_HOST"), _mail.get("EMAIL_PORT")
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = (
    _mail.get("EMAIL_HOST_USER"),
    _mail.get("EMAIL_HOST_PASSWORD"),
)
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.get("EMAIL_USE_TLS"), _mail.get("EMAIL_USE_SSL")
EMAIL_TIMEOUT = 20

# What workers do by the clock (UTC): when, as cron says it, and which function of an app's tasks.
RECURRING_TASKS: tuple[tuple[str, str], ...] = (
    ("7 3 * * *", "outbox.clear"),
    ("20 * * * *", "catalog.alert_saved_searches"),
    ("*/5 * * * *", "programs.follow_facts"),
    ("4 0 * * *", "programs.new_day"),
    ("* * * * *", "planner.look_after_plans"),
    ("* * * * *", "planner.follow_plans"),
)

PLAN_SECONDS = 60  # how long the search for a plan may take; what it leaves open is told

# ── the site ─────────────────────────────────────────────────────────────────────────────────

DATABASES = {"default": _database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "rounds.urls"
WSGI_APPLICATION = "rounds.wsgi.application"
LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_TZ = True

INSTALLED_APPS = [
    "rounds.web.pages",
    "rounds.web.desk",
    "rounds.web.planner",
    "rounds.web.programs",
    "rounds.web.dossier",
    "rounds.web.catalog",
    "rounds.web.accounts",
    "rounds.web.outbox",
    "rounds.web.history",
    "rounds.web.kit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
]

MIDDLEWARE = [
    *([] if IN_PRODUCTION else ["rounds.web.kit.middleware.loopback_only"]),
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "rounds.web.kit.middleware.permissions_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "rounds.web.kit.middleware.refusals",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rounds.web.kit.context.profile",
                "rounds.web.pages.context.navigation",
            ]
        },
    }
]
FORM_RENDERER = "rounds.web.kit.forms.Renderer"

# ── people ───────────────────────────────────────────────────────────────────────────────────

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_ADAPTER = "rounds.web.accounts.adapter.Adapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]  # passkeys need scripts, which the CSP forbids
MFA_TOTP_TOLERANCE = 1  # a code that changes while it is typed still counts (RFC 6238, 5.2)
SESSION_COOKIE_SECURE = IN_PRODUCTION
SESSION_COOKIE_AGE = 14 * 24 * 3600
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
}

# ── files ────────────────────────────────────────────────────────────────────────────────────

MEDIA_ROOT = DATA / "media"
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static" if IN_PRODUCTION else None
WHITENOISE_USE_FINDERS = not IN_PRODUCTION
_static = (
    "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if IN_PRODUCTION
    else "django.contrib.staticfiles.storage.StaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _static},
}

# ── safety ───────────────────────────────────────────────────────────────────────────────────

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF],
        "style-src": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = IN_PRODUCTION
SECURE_SSL_REDIRECT = IN_PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 31_536_000 if IN_PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IN_PRODUCTION
SECURE_HSTS_PRELOAD = IN_PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None

# ── what is told to whoever runs the site ────────────────────────────────────────────────────

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "rounds": {"handlers": ["stderr"], "level": "INFO"},
    },
}
