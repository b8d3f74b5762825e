"""Streamlit's own words are those of the screen's language, to see and to hear; what people typed stays theirs."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, idle
from tests.e2e.review_page import ReviewPage
from tests.e2e.test_first_pages_access import serious_findings
from tests.review_projects import review_project

NAMES = (
    "[...document.querySelectorAll('button, nav, input, section, [role=progressbar], [role=listbox], [role=group]')]"
    ".flatMap(one => [one.ariaLabel, one.placeholder, one.dataset.title]).filter(Boolean)"
)
PICTURES = (
    "[...document.querySelectorAll('[role=img]')].filter(one => one.ariaHidden !== 'true').map(one => one.ariaLabel)"
)
ENGLISH = re.compile(
    r"^(Close|Open|Help|progress|file upload|\w+crement)$|^(Clear|Choose|Select|Remove|Upload|App|Full)\b|picker$"
)


def english(page: Page) -> list[str]:
    return [name for name in page.evaluate(NAMES) if ENGLISH.search(name)]


def named_like_streamlit(home: Path) -> str:
    """Answers and a group that are called what Streamlit calls things."""
    return review_project(home, [("No results", "Close"), ("Close", "Close"), ("Open", "Choose an option")])


def test_every_page_speaks_dutch(page: Page, server: Server) -> None:
    project = review_project(server.home)
    ReviewPage(page, server, project)
    for name in ("board", "import_file", "waves", "second_coder", "report", "read_only", "history", "settings"):
        page.goto(f"{server.url}/{name}?project={project}")
        expect(page.get_by_role("heading").first).to_be_visible()
        idle(page)
        expect(page.get_by_test_id("stSkipToContent")).to_have_text("Naar de inhoud")
        assert english(page) == [], name
        assert page.evaluate(PICTURES) == [], name
    page.goto(f"{server.url}/read_only?project={project}")
    field = page.get_by_test_id("stSelectbox").locator("input").first
    field.fill("dit is er niet")
    expect(page.get_by_role("listbox")).to_have_text("Niets gevonden")
    assert english(page) == []


def test_dialogs_and_a_change_of_language(page: Page, server: Server) -> None:
    review = ReviewPage(page, server, review_project(server.home))
    review.press("Splitsen…")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Sluiten")).to_be_visible()
    assert serious_findings(page) == []
    dialog.get_by_role("button", name="Sluiten").click()
    expect(dialog).to_have_count(0)
    page.get_by_text("EN", exact=True).click()
    expect(page.get_by_role("heading", name="Code", exact=True)).to_be_visible()
    review.settle()
    expect(page.get_by_test_id("stSkipToContent")).to_have_text("Skip to main content")
    expect(page.get_by_role("progressbar", name="progress")).to_have_count(1)


def test_what_people_typed_is_left_alone(page: Page, server: Server) -> None:
    review = ReviewPage(page, server, named_like_streamlit(server.home))
    expect(review.group("Close")).to_be_visible()
    expect(review.group("Choose an option")).to_be_visible()
    assert sorted(page.locator(".tk-answers .tk-verbatim").all_text_contents()) == ["Close", "No results"]
    expect(page.get_by_label("Kies groep Close")).to_have_count(1)
    page.get_by_text("Twijfels", exact=True).click()
    expect(page.locator(".st-key-queue_take_0")).to_be_visible()
    review.settle()
    page.get_by_test_id("stSelectbox").locator("input").last.click()
    expect(page.get_by_role("option", name="Choose an option", exact=True)).to_be_visible()
    expect(page.get_by_role("option", name="Close", exact=True)).to_be_visible()
