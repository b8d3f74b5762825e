"""The app as its users meet it: a real server on a free port, and Debian's Chromium at the size of a laptop screen.

Tests wait for something visible, never for time. With TIENKEER_SCREENSHOTS set, ``picture`` writes the pictures of the
guide to ``docs/images``.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Request, ViewportSize, expect, sync_playwright

from tests.e2e.answered import count_requests, wait_until_answered
from tests.e2e.app_process import ROOT, started

IMAGES = ROOT / "docs" / "images"
SCREEN: ViewportSize = {"width": 1366, "height": 768}
STARTUP_SECONDS = 60
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser: no file can forget to say so and run among the quick tests."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.e2e)


expect.set_options(timeout=20_000)  # two busy cores draw a page slowly; nothing waits longer than it must


@dataclass(frozen=True)
class Server:
    """A running app: where it is, where it keeps its projects, and what it printed."""

    url: str
    home: Path
    output: Path

    def printed(self) -> str:
        """Everything the server printed so far."""
        return self.output.read_text(encoding="utf-8", errors="replace")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(home: Path, output: Path, *, by_command: bool = False) -> Iterator[Server]:
    """Run the app with its data in ``home`` until the block ends; ``by_command``: as people start it."""
    port = _free_port()
    process = started(port, home, output, by_command=by_command)
    try:
        _wait_until_healthy(f"http://127.0.0.1:{port}/_stcore/health", process, output)
        yield Server(f"http://127.0.0.1:{port}", home, output)
    finally:
        process.terminate()
        process.join(timeout=20)


def _wait_until_healthy(url: str, process: BaseProcess, output: Path) -> None:
    deadline = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < deadline and process.is_alive():
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - our own server
                if answer.status == 200:
                    return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.05)
    raise RuntimeError(f"The app did not start:\n{output.read_text(encoding='utf-8', errors='replace')}")


def prepare_home(folder: Path, coder: str = "Anna", language: str = "nl", examples: str = "*") -> Path:
    """A data folder of somebody who has been here before; ``examples="*"`` keeps the examples from being set up."""
    folder.mkdir(parents=True, exist_ok=True)
    known = {"coder": coder, "language": language, "examples": examples}
    (folder / "preferences.json").write_text(json.dumps(known), encoding="utf-8")
    return folder


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The app without any project, for somebody called Anna who reads Dutch."""
    with serve(prepare_home(tmp_path / "home"), tmp_path / "server.log") as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's browser, without a window."""
    path = shutil.which("chromium")
    assert path is not None, "The browser tests need Debian's chromium (apt-get install chromium)."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def window(chromium: Browser) -> Iterator[Page]:
    """A browser window of a person of its own; the test fails when it tried to reach another machine than this."""
    context = chromium.new_context(viewport=SCREEN, locale="nl-NL", accept_downloads=True)
    count_requests(context)
    elsewhere: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "blob:", "data:")):
            elsewhere.append(request.url)

    context.on("request", note)
    opened = context.new_page()
    opened.set_default_timeout(30_000)
    yield opened
    context.close()
    assert elsewhere == []


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A browser window that can talk to this machine only."""
    with window(chromium) as opened:
        yield opened


@pytest.fixture
def colleague(chromium: Browser) -> Iterator[Page]:
    """The window of somebody else."""
    with window(chromium) as opened:
        yield opened


def idle(page: Page) -> None:
    """Wait until the app has drawn what the last action led to."""
    wait_until_answered(page)


@pytest.fixture
def picture(page: Page) -> Callable[[str], None]:
    """``picture("name")`` keeps the screen as docs/images/name.png when pictures for the guide are wanted."""

    def take(name: str) -> None:
        if not os.environ.get("TIENKEER_SCREENSHOTS"):
            return
        idle(page)
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
        page.mouse.move(0, 0)
        page.evaluate("document.fonts.ready")
        shot = Image.open(BytesIO(page.screenshot(animations="disabled")))
        IMAGES.mkdir(parents=True, exist_ok=True)
        shot.convert("RGB").quantize(128).save(IMAGES / f"{name}.png", optimize=True)

    return take
