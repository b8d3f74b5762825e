"""Answers are shown exactly as they were written, in every place of the review page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Server
from tests.e2e.review_page import ReviewPage
from tests.review_projects import review_project

pytestmark = pytest.mark.e2e

LONG = "eindeloos" * 400
HOSTILE = (
    "$x$ en $$y$$",
    "**sterren** en _streepjes_",
    "# kop",
    ":smile: :material/home: :red[rood]",
    "<script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    "[link](http://x.example) en www.x.example",
    "`code` ~~door~~ <b>vet</b>",
    "- lijst\n- tweede regel",
    "emoji 👩‍👩‍👧 en 汉字 en שלום",
)


@pytest.fixture
def review(page: Page, server: Server) -> ReviewPage:
    answers = [(text, "**Groep** <b>een</b>") for text in HOSTILE] + [
        (LONG, "$Groep$ twee"),
        ("gewoon", "$Groep$ twee"),
    ]
    return ReviewPage(page, server, review_project(server.home, answers))


def nothing_interpreted(where: Locator) -> None:
    expect(
        where.locator("script, img[src='x'], h1:has-text('kop'), .katex, b, code, del, a[href*='x.example']")
    ).to_have_count(0)


def test_in_the_lists_the_quotes_the_dialogs_and_the_queue(review: ReviewPage, page: Page) -> None:
    main = page.locator("[data-testid='stMain']")
    expect(review.groups.first).to_contain_text("**Groep** <b>een</b>")
    for text in HOSTILE:
        expect(review.answers.filter(has_text=text.split("\n")[0]).first).to_be_visible()
    shown = review.page.locator(".tk-answers .tk-verbatim").all_text_contents()
    assert sorted(shown) == sorted(HOSTILE)
    nothing_interpreted(main)
    page.get_by_text("Citaten (0)").click()
    expect(page.get_by_role("button", name="Kies dit citaat").first).to_be_visible()
    nothing_interpreted(main)
    page.get_by_text("Antwoorden", exact=True).click()
    page.get_by_role("button", name="Splitsen…").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Naam van deel 2")).to_be_visible()
    nothing_interpreted(dialog)
    dialog.get_by_role("button", name="Annuleren").click()
    expect(dialog).to_have_count(0)
    review.choose("**Groep** <b>een</b>", "$Groep$ twee")
    page.locator(".tk-bar").get_by_role("button", name="Samenvoegen…").click()
    expect(dialog).to_contain_text("wordt (12x)")
    nothing_interpreted(dialog)
    dialog.get_by_role("button", name="Annuleren").click()
    expect(dialog).to_have_count(0)
    page.get_by_text("Twijfels", exact=True).click()
    expect(page.get_by_text("Nog 12 verschillende antwoorden")).to_be_visible()
    for _ in HOSTILE:
        nothing_interpreted(main)
        page.get_by_role("button", name="Sla over").click()
        review.settle()
    assert page.evaluate("window.hacked") is None


def test_a_very_long_word_stays_within_the_page(review: ReviewPage, page: Page) -> None:
    review.open("$Groep$ twee")
    expect(review.answer("eindeloos")).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert review.answer("eindeloos").locator(".tk-verbatim").evaluate("e => e.scrollWidth <= e.clientWidth + 1")
