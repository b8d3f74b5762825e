"""Everybody can use the review page: axe-core finds nothing serious, and the keyboard reaches everything."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server
from tests.e2e.review_page import ReviewPage
from tests.e2e.test_first_pages_access import serious_findings
from tests.review_projects import BOOS, KLACHTEN, review_project

pytestmark = pytest.mark.e2e


@pytest.fixture
def review(page: Page, server: Server) -> ReviewPage:
    return ReviewPage(page, server, review_project(server.home))


def test_axe_finds_nothing_serious(review: ReviewPage, page: Page) -> None:
    review.choose(BOOS)
    review.choose_answers("boze mails")
    assert serious_findings(page) == []
    page.get_by_text("Citaten (0)").click()
    expect(page.get_by_role("button", name="Kies dit citaat").first).to_be_visible()
    review.settle()
    assert serious_findings(page) == []
    page.get_by_text("Codeboek").click()
    expect(page.get_by_label("Beschrijving")).to_be_visible()
    review.settle()
    assert serious_findings(page) == []
    page.get_by_text("Twijfels", exact=True).click()
    expect(page.get_by_text("te beslissen, de leerzaamste eerst")).to_be_visible()
    review.settle()
    assert serious_findings(page) == []


def test_groups_and_answers_are_walked_through_chosen_and_opened_with_the_keyboard(
    review: ReviewPage, page: Page
) -> None:
    review.groups.first.focus()
    page.keyboard.press("ArrowDown")
    expect(review.group(KLACHTEN)).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_label(f"Kies groep {KLACHTEN}")).to_be_checked()
    page.keyboard.press("Enter")
    expect(review.group(KLACHTEN)).to_have_attribute("aria-current", "true")
    review.settle()
    expect(review.group(KLACHTEN)).to_be_focused()
    review.answers.first.focus()
    page.keyboard.press("Space")
    expect(review.answers.first.get_by_role("checkbox")).to_be_checked()
    page.keyboard.press("End")
    expect(review.answers.last).to_be_focused()
