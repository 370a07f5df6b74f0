"""The demo profile with a database of the tests' own: SQLite, or PostgreSQL when a cluster runs."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_folder = Path(tempfile.mkdtemp(prefix="rounds-tests-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ |= {"ROUNDS_PROFILE": "demo", "ROUNDS_DATA": str(_folder), "ROUNDS_DEBUG": "off"}

from rounds.settings import *  # noqa: E402, F403 -- the environment is set first
from rounds.settings import DATABASES  # noqa: E402 -- as above

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

if socket := os.environ.get("ROUNDS_TEST_POSTGRESQL"):
    DATABASES["default"] = {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": socket,
        "NAME": os.environ.get("ROUNDS_TEST_DATABASE", "postgres"),
        "USER": "rounds",
        "OPTIONS": {"pool": True},
    }
else:
    # A file, not memory: write-ahead log and immediate transactions as in a real installation.
    DATABASES["default"]["TEST"] = {"NAME": _folder / "tests.sqlite3"}
SOLVERS = 0  # no process is started behind a test
