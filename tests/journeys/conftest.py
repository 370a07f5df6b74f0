"""A site that really runs, and a browser that watches for what a person would not report."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
QUIET += ["--disable-component-update", "--disable-sync", "--disable-quic"]
WIDTHS = {"phone": (390, 844), "desk": (1280, 900)}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def granian(port: int, env: dict[str, str]) -> Iterator[None]:
    command = [str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--no-ws"]
    command += ["--port", str(port), "--blocking-threads", "4", "--log-level", "error"]
    server = subprocess.Popen([*command, "rounds.wsgi:application"], env=env)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo site with its fictional world, served as in real life."""
    port = free_port()
    env = os.environ | {
        "ROUNDS_PROFILE": "demo",
        "ROUNDS_DATA": str(tmp_path_factory.mktemp("site")),
        "DJANGO_SETTINGS_MODULE": "rounds.settings",
    }
    for command in (["migrate", "-v", "0"], ["createcachetable", "-v", "0"]):
        subprocess.run([sys.executable, "-m", "django", *command], env=env, check=True)
    rounds = Path(sys.executable).parent / "rounds"
    subprocess.run([rounds, "demo", "--site"], env=env, check=True, stdout=subprocess.DEVNULL)
    with granian(port, env):
        yield wait_for(f"http://127.0.0.1:{port}/")


def wait_for(address: str) -> str:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(100):
        try:
            opener.open(f"{address}healthz", timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return address
    raise TimeoutError(f"the site does not answer on {address}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = os.environ.get("ROUNDS_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        pytest.exit("Browser journeys need Chromium: apt-get install -y chromium", returncode=1)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield started
        started.close()


# A refused form is answered with 400 or 409, which the browser remarks upon; no page is at fault.
REFUSED = re.compile(r"responded with a status of 4(00|09) ")


def is_complaint(said: ConsoleMessage) -> bool:
    return said.type == "error" and not REFUSED.search(said.text)


def is_failure(failed: Request) -> bool:
    """Not what the browser itself gave up because the next page was asked for."""
    return failed.failure != "net::ERR_ABORTED"


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page on a phone and on a desk; console errors and failed requests fail the test."""
    width, height = WIDTHS[request.param]
    context = browser.new_context(viewport={"width": width, "height": height})
    page, complaints = context.new_page(), []
    page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "requestfailed",
        lambda failed: complaints.append(f"failed: {failed.url}") if is_failure(failed) else None,
    )
    yield page
    context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def violations():
    """What axe finds wrong with a page, as lines a person can act on."""
    axe = Axe()

    def of(page: Page) -> list[str]:
        found = axe.run(page).response["violations"]
        return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]

    return of
