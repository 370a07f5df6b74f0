"""The command ``rounds`` on a site of its own in a folder."""

import os
import subprocess
import sys
from pathlib import Path

ROUNDS = Path(sys.executable).parent / "rounds"


def environment(folder, **env):
    told = {k: v for k, v in os.environ.items() if not k.startswith(("ROUNDS_", "DJANGO_"))}
    told |= {"ROUNDS_PROFILE": "demo", "ROUNDS_DATA": str(folder)}
    return told | {"DJANGO_SETTINGS_MODULE": "rounds.settings", "COLUMNS": "200", **env}


def migrated(folder):
    for command in (["migrate", "-v", "0"], ["createcachetable", "-v", "0"]):
        line = [sys.executable, "-m", "django", *command]
        subprocess.run(line, env=environment(folder), check=True)
    return folder


def run(folder, *command, **env):
    """The exit status and everything said, in one line."""
    said = subprocess.run(
        [ROUNDS, *map(str, command)],
        env=environment(folder, **env),
        capture_output=True,
        text=True,
        check=False,
    )
    return said.returncode, " ".join((said.stdout + said.stderr).split())
