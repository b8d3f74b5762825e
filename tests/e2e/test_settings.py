"""The settings page in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, idle, prepare_home, serve
from tests.projects import example_project, store_project


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The app with one small coded project."""
    home = prepare_home(tmp_path / "home")
    store_project(example_project(), home / "vertrouwen.tienkeer")
    with serve(home, tmp_path / "server.log") as running:
        yield running


def test_the_open_tab_stays_open_when_a_message_comes(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/settings?project=vertrouwen")
    tab = page.get_by_role("tab", name="Vragen")
    tab.click()
    page.get_by_role("button", name="Bewaren").locator("visible=true").first.click()
    expect(page.get_by_text("Bewaard.").first).to_be_visible()
    idle(page)
    expect(tab).to_have_attribute("aria-selected", "true")
