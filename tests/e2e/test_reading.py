"""Reading answers by position in the browser: on the board and in the report."""

from __future__ import annotations

import os

from playwright.sync_api import Page, expect

from coding.store.project_store import SUFFIX
from tests.e2e.conftest import Server, idle
from tests.projects import store_project
from tests.unit.test_reading import survey


def picture(page: Page, name: str) -> None:
    folder = os.environ.get("CODEBOOK_PICTURES")
    if folder:
        page.screenshot(path=f"{folder}/{name}.png")


def test_answers_are_read_by_position(page: Page, server: Server) -> None:
    store_project(survey(""), server.home / f"Stelling{SUFFIX}")
    page.goto(f"{server.url}/board?project=Stelling")
    page.get_by_role("button", name="Weergave").click()
    page.get_by_role("combobox", name="Lees per antwoord op").click()
    page.get_by_role("option", name="De gemeente luistert").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("radio", name="Eens (3)")).to_be_visible()
    expect(page.get_by_role("radio", name="Neutraal (1)")).to_be_visible()
    page.get_by_role("radio", name="Oneens (2)").click()
    idle(page)
    groups = page.locator(".tk-groups .tk-open")
    expect(groups.filter(has_text="duur").first).to_contain_text("1 hiervan")
    expect(page.locator(".tk-answers .tk-answer")).to_have_count(1)
    expect(page.locator(".tk-answers .tk-answer")).to_contain_text("duur hoor")
    expect(page.get_by_text("bevestigen, samenvoegen en splitsen gaan over de hele groep")).to_be_visible()
    picture(page, "10_position")
    page.get_by_role("link", name="Argumentenlijst").click()
    idle(page)
    page.get_by_text("Kruistabellen", exact=True).first.click()
    idle(page)
    page.get_by_text("Gesplitst naar positie").click()
    table = page.get_by_role("table").filter(has_text="Neutraal")
    expect(table.first).to_be_visible()
    table.first.scroll_into_view_if_needed()
    idle(page)
    picture(page, "11_report")
    assert "Traceback" not in server.printed()
