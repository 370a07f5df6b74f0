#!/usr/bin/env python3
"""The one command of the house: set up, show, test, check, measure (standard library only)."""

import argparse
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
LOCKS = {"requirements.lock": [], "requirements-dev.lock": ["--group", "dev"]}
CSS_SOURCE = ROOT / "src/rounds/web/assets/rounds.css"
CSS_BUILT = ROOT / "src/rounds/web/kit/static/kit/rounds.css"
NO_CHROMIUM = "Browser journeys need Chromium: apt-get install -y chromium"


# ── one environment ──────────────────────────────────────────────────────────────────────────


def environment():
    env = dict(os.environ, UV_PYTHON_DOWNLOADS="never", DJANGO_SETTINGS_MODULE="rounds.settings")
    env["PATH"] = os.pathsep.join([str(BIN), env.get("PATH", "")])
    env["VIRTUAL_ENV"] = str(VENV)
    env.pop("PYTHONHOME", None)
    env.setdefault("ROUNDS_DATA", str(ROOT / ".data"))
    return env


def run(*command, **env):
    """Run a command of the environment in the project folder; answer its exit status."""
    line = [str(part) for part in command]
    return subprocess.run(line, cwd=ROOT, env={**environment(), **env}, check=False).returncode


def must(*command, **env):
    status = run(*command, **env)
    if status:
        sys.exit(status)


def interpreter():
    return "%s in %s" % (sys.version.replace("\n", " "), ROOT)


def locked():
    """What .venv is made from, as one hash."""
    import tomllib  # noqa: PLC0415 -- an older Python must still say what is wrong

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock_file = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    return hashlib.sha256((repr(project) + lock_file).encode()).hexdigest()


def pinned_uv():
    """The lock's own lines for uv, hashes included, so that pip checks them."""
    lines = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("uv=="))
    rest = [line for line in lines[first + 1 :] if not line.strip().startswith("#")]
    last = next((n for n, line in enumerate(rest) if not line.startswith(" ")), len(rest))
    return "\n".join([lines[first], *rest[:last]]) + "\n"


def make_venv():
    try:
        import ensurepip  # noqa: F401, PLC0415 -- some systems ship Python without it
        import venv  # noqa: PLC0415 -- the same
    except ImportError:
        sys.exit(
            "Python's venv module is missing. On Debian or Ubuntu: apt-get install -y python3-venv"
        )
    venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "uv.txt"
        wanted.write_text(pinned_uv(), encoding="utf-8")
        must(PYTHON, "-m", "pip", "install", "-q", "--no-deps", "--require-hashes", "-r", wanted)


def set_up():
    """Make .venv as the lock says; needs no network when the lock has not changed."""
    stamp = VENV / "rounds-stamp"
    wanted = [interpreter(), locked()]
    found = stamp.read_text(encoding="utf-8").splitlines() if stamp.exists() else [""]
    if found == wanted:
        return
    print("Setting up .venv from requirements-dev.lock …", flush=True)
    if found[0] != interpreter():
        make_venv()
    uv = [BIN / "uv", "pip"]
    must(*uv, "sync", "-q", "--python", PYTHON, "--require-hashes", "requirements-dev.lock")
    offline = ["--offline", "--no-deps", "--no-build-isolation"]
    must(*uv, "install", "-q", "--python", PYTHON, *offline, "-e", ROOT)
    stamp.write_text("\n".join(wanted), encoding="utf-8")


# ── show it ──────────────────────────────────────────────────────────────────────────────────


def serve(port, **env):
    command = [BIN / "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", port]
    command += ["--workers", "1", "--blocking-threads", "4", "--no-ws"]
    command += ["--log-level", "warning", "rounds.wsgi:application"]
    line = [str(part) for part in command]
    return subprocess.Popen(line, cwd=ROOT, env={**environment(), **env})


def answer(site, url, seconds=30):
    """The body of a page that may still be starting; None when the server ended or is too slow."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + seconds
    while site.poll() is None and time.monotonic() < until:
        try:
            return opener.open(url, timeout=5).read().decode()
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    return None


def show(port, once, **env):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # so that the server stops with us
    site = serve(port, **env)
    url = "http://127.0.0.1:%s/" % port
    try:
        home = answer(site, url)
        if home is None or "Rounds" not in home:
            print("The site does not answer on " + url, flush=True)
            return 1
        print("Rounds answers on %s%s" % (url, "" if once else "  (Ctrl+C stops it)"), flush=True)
        return 0 if once else site.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        site.terminate()
        site.wait()


def migrate(**env):
    must(PYTHON, "-m", "django", "migrate", "-v", "0", **env)
    must(PYTHON, "-m", "django", "createcachetable", "-v", "0", **env)


def demo(told):
    set_up()
    migrate(ROUNDS_PROFILE="demo")
    must(BIN / "rounds", "demo", "--site", ROUNDS_PROFILE="demo")
    must(BIN / "rounds", "demo", ROUNDS_PROFILE="demo")
    return show(told.port, told.once, ROUNDS_PROFILE="demo")


def up(told):
    set_up()
    migrate()
    return show(told.port, once=False)


# ── judge it ─────────────────────────────────────────────────────────────────────────────────


def chromium():
    return (
        os.environ.get("ROUNDS_CHROMIUM")
        or shutil.which("chromium")
        or shutil.which("google-chrome")
    )


def in_project(path):
    """A path told from any folder, as the project knows it."""
    here = Path.cwd() / path
    try:
        return here.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return path


def parts_of_tests(path):
    """(name, command) of every part that the path touches; all of them when there is no path."""
    pytest = [PYTHON, "-m", "pytest"]
    on_postgresql = [PYTHON, "-m", "tests.postgresql", *pytest]
    path = in_project(path) if path else "tests"
    wanted, whole = path.split("::")[0], path in {".", "tests"}
    parts = []
    if not wanted.startswith("tests/journeys"):
        target = ["tests", "--ignore=tests/journeys"] if whole else [path]
        parts.append(("all on SQLite" if whole else "on SQLite", [*pytest, *target]))
    if whole or wanted.startswith("tests/web"):
        parts.append(("web on PostgreSQL", [*on_postgresql, "tests/web" if whole else path]))
    if whole or wanted.startswith("tests/journeys"):
        parts.append(("browser journeys", [*pytest, "tests/journeys" if whole else path]))
    return parts


def judge(parts):
    """Run every part, even after a failure; one closing table; 1 when any part failed."""
    lines = []
    for name, command in parts:
        print("── %s" % name, flush=True)
        began = time.monotonic()
        status = command() if callable(command) else run(*command)
        word = "ok" if status == 0 else "FAILED"
        lines.append("  %-7s %-32s %6.1f s" % (word, name, time.monotonic() - began))
    failed = sum(line.strip().startswith("FAILED") for line in lines)
    print(
        "\n".join(["", *lines, "%s of %s parts failed" % (failed or "None", len(parts))]),
        flush=True,
    )
    return 1 if failed else 0


def journeys_with_browser(command):
    if chromium():
        return lambda: run(*command, ROUNDS_CHROMIUM=chromium())
    return lambda: print(NO_CHROMIUM, flush=True) or 1


def test(told):
    set_up()
    path, rest = (
        (told.path, told.rest)
        if not (told.path or "").startswith("-")
        else (None, [told.path, *told.rest])
    )
    parts = [(name, [*command, *rest]) for name, command in parts_of_tests(path)]
    return judge([(n, journeys_with_browser(c) if "journeys" in n else c) for n, c in parts])


def core(told):
    set_up()
    return run(PYTHON, "-m", "pytest", "tests/core", *told.rest)


def build_css(target):
    return run(BIN / "tailwindcss", "--input", CSS_SOURCE, "--output", target, "--minify")


def css_is_built():
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "rounds.css"
        if build_css(fresh):
            return 1
        if CSS_BUILT.exists() and fresh.read_bytes() == CSS_BUILT.read_bytes():
            return 0
    print("The built CSS differs from its source: python3 dev.py fmt", flush=True)
    return 1


def check(told):
    set_up()
    django = [PYTHON, "-m", "django"]
    return judge(
        [
            ("ruff check", [BIN / "ruff", "check", "."]),
            ("ruff format --check", [BIN / "ruff", "format", "--check", "."]),
            ("mypy --strict src", [PYTHON, "-m", "mypy", "--strict", "src"]),
            ("lint-imports", [BIN / "lint-imports", "--no-logo"]),
            ("django check", [*django, "check", "--fail-level", "WARNING"]),
            ("makemigrations --check", [*django, "makemigrations", "--check", "--dry-run"]),
            ("djlint templates", [BIN / "djlint", "src", "--check", "--lint"]),
            ("css is built from its source", css_is_built),
            ("deptry", [BIN / "deptry", "src"]),
        ]
    )


def fmt(told):
    set_up()
    run(BIN / "ruff", "check", "--fix", "--quiet", ".")
    run(BIN / "djlint", "src", "--reformat", "--quiet")
    return max(run(BIN / "ruff", "format", "."), build_css(CSS_BUILT))


# ── measure it, lock it ──────────────────────────────────────────────────────────────────────


def bench(told):
    set_up()
    folder = ROOT / "benchmarks"
    names = sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))
    if told.name and told.name not in names:
        sys.exit("No benchmark named %s; there are: %s" % (told.name, ", ".join(names) or "none"))
    options = (["--instance", Path(told.instance).resolve()] if told.instance else []) + (
        ["--json"] if told.json else []
    )
    chosen = [told.name] if told.name else names
    return max([run(PYTHON, folder / (name + ".py"), *options) for name in chosen], default=0)


def lock(told):
    """Resolve anew; the lock files carry hashes and no host."""
    if not (BIN / "uv").exists():
        make_venv()
    fixed = ["--universal", "--generate-hashes", "--python-version", "3.11", "--upgrade", "-q"]
    for name, options in LOCKS.items():
        above = ["-c", "requirements.lock"] if options else []
        saying = ["--no-emit-index-url", "--custom-compile-command", "python3 dev.py lock"]
        must(
            BIN / "uv",
            "pip",
            "compile",
            "pyproject.toml",
            *options,
            *above,
            *fixed,
            *saying,
            "-o",
            name,
        )
    return 0


def parser():
    top = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    verbs = top.add_subparsers(dest="verb", required=True)

    def verb(action, says):
        one = verbs.add_parser(action.__name__, help=says, description=says)
        one.set_defaults(action=action)
        return one

    shown = verb(demo, "build the fictional demo world, print the example plan, serve the site")
    shown.add_argument("--once", action="store_true", help="check that the site answers, then stop")
    for one in (shown, verb(up, "migrate and serve with the profile of the environment")):
        one.add_argument("--port", type=int, default=8000)
    tested = verb(test, "all tests: SQLite, then PostgreSQL, then the browser")
    tested.add_argument("path", nargs="?", help="only this folder, file or test")
    tested.add_argument("rest", nargs=argparse.REMAINDER, help="arguments for pytest")
    verb(core, "the core's tests only").add_argument("rest", nargs=argparse.REMAINDER)
    verb(check, "style, types, import law, migrations, templates, CSS, dependencies")
    verb(fmt, "format code and templates, rebuild the CSS")
    measured = verb(bench, "run one benchmark, or all")
    measured.add_argument("name", nargs="?")
    measured.add_argument("--instance", help="a file with the problem to measure")
    measured.add_argument("--json", action="store_true", help="end with one line of JSON")
    verb(lock, "resolve the dependencies anew into the two lock files")
    return top


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 -- said to older Pythons
        sys.exit("Rounds needs Python 3.11 or newer; this is %d.%d" % sys.version_info[:2])
    told = parser().parse_args()
    sys.exit(told.action(told))
