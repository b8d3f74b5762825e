"""Everybody can use the review page: axe-core finds nothing serious, and the keyboard reaches everything."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Server
from tests.e2e.review_page import ReviewPage
from tests.e2e.test_first_pages_access import serious_findings
from tests.review_projects import BOOS, KLACHTEN, review_project


def tab_to(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Press Tab until ``wanted`` has the focus; fails when it cannot be reached in that way."""
    for _ in range(80):
        if wanted.evaluate("e => e === document.activeElement"):
            return
        page.keyboard.press(key)
    pytest.fail(f"The keyboard does not reach {wanted}.")


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
    dialog = page.get_by_role("dialog")
    for opened, shown in (
        ("Nieuw argument", "Dit is een hoofdthema"),
        ("Samenvoegen…", "Kies er nog minstens één bij"),
        ("Onder hoofdthema…", "Een nieuw hoofdthema"),
    ):
        if opened == "Nieuw argument":
            page.get_by_role("button", name="Niets kiezen").click()
        elif opened == "Onder hoofdthema…":
            review.choose(BOOS)
        page.get_by_role("button", name=opened).first.click()
        expect(dialog.get_by_text(shown)).to_be_visible()
        review.settle()
        assert serious_findings(page) == [], opened
        dialog.get_by_role("button", name="Annuleren").click()
        expect(dialog).to_have_count(0)
        review.settle()
    page.get_by_role("button", name="Bevestig 4").click()
    page.get_by_text("Antwoorden", exact=True).click()
    review.answers.first.get_by_role("button", name="Verloop").click()
    expect(dialog.get_by_role("table")).to_contain_text("Anna")
    expect(dialog.get_by_role("table")).to_contain_text(f"bevestigde '{BOOS}'")
    review.settle()
    assert serious_findings(page) == []
    dialog.get_by_role("button", name="Sluiten").first.click()
    expect(dialog).to_have_count(0)
    review.settle()
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


def test_a_question_is_coded_with_the_keyboard_alone(review: ReviewPage, page: Page) -> None:
    keys = page.keyboard
    tab_to(page, review.groups.first)
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(review.group(KLACHTEN)).to_have_attribute("aria-current", "true")
    review.settle()
    tab_to(page, review.answers.first)
    keys.press("Space")
    keys.press("Shift+ArrowDown")
    keys.press("Shift+Space")
    expect(page.get_by_text("2 gekozen")).to_be_visible()
    tab_to(page, page.get_by_label("Naar welke groep").first, "Shift+Tab")
    keys.type(BOOS[:6])
    move = page.get_by_role("button", name="Verplaats", exact=True)
    expect(move).to_be_enabled()
    tab_to(page, move)
    keys.press("Enter")
    expect(review.count(BOOS)).to_have_text("(7x)")
    review.settle()

    tab_to(page, page.get_by_role("radio", name="Groepen"), "Shift+Tab")
    keys.press("ArrowRight")
    keys.press("Space")

    def to_decide(count: int) -> None:
        # While the page is drawn anew, the line of before can still stand beside the new one.
        expect(page.get_by_text(f"Nog {count} verschillende antwoorden te beslissen").first).to_be_visible()

    to_decide(9)
    review.settle()
    for key, count in (("1", 8), ("2", 7), ("3", 6), ("o", 5), ("z", 6), ("s", 6)):
        keys.press(key)
        to_decide(count)
        review.settle()
    keys.press("n")
    expect(page.get_by_role("dialog").get_by_label("Naam")).to_be_visible()
    expect(page.get_by_role("dialog").get_by_label("Naam")).to_be_focused()
    keys.type("Iets nieuws")
    keys.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    to_decide(5)
    review.settle()
    keys.press("Control+z")
    to_decide(6)
