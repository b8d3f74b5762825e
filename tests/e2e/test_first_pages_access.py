"""Everybody can use the first pages: axe-core finds nothing serious on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, idle, prepare_home, serve
from tests.projects import example_project, store_project

SERIOUS = {"serious", "critical"}
# What Streamlit itself draws and cannot be told otherwise, by rule and the element it is in.
NOT_OURS: dict[str, str] = {}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The app with one small coded project."""
    home = prepare_home(tmp_path / "home")
    store_project(example_project(), home / "vertrouwen.tienkeer")
    with serve(home, tmp_path / "server.log") as running:
        yield running


def serious_findings(page: Page) -> list[str]:
    found = []
    for violation in Axe().run(page).response["violations"]:
        if violation["impact"] in SERIOUS:
            found += [
                f"{violation['id']}: {node['html'][:200]}"
                for node in violation["nodes"]
                if NOT_OURS.get(violation["id"], "\0") not in node["html"]
            ]
    return found


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("", "Projecten"),
        ("import_file?project=vertrouwen", "Antwoorden inlezen"),
        ("history?project=vertrouwen", "Geschiedenis"),
        ("settings?project=vertrouwen", "Instellingen"),
    ],
)
def test_axe_finds_nothing_serious(server: Server, page: Page, address: str, heading: str) -> None:
    page.goto(f"{server.url}/{address}")
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    idle(page)
    assert serious_findings(page) == []


def test_only_who_comes_with_the_keyboard_sees_a_frame_around_the_page(server: Server, page: Page) -> None:
    page.goto(server.url)
    idle(page)
    main = page.get_by_test_id("stMain")
    frame = "one => getComputedStyle(one, '::before').content !== 'none'"
    page.mouse.click(20, 700)
    expect(main).to_be_focused()
    page.keyboard.press("a")
    assert not main.evaluate(frame)
    page.get_by_test_id("stSkipToContent").focus()
    page.keyboard.press("Enter")
    expect(main).to_be_focused()
    assert main.evaluate(frame)
