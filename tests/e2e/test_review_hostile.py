"""Answers are shown exactly as they were written, in every place of the review page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from coding.domain.codebook import Quote
from coding.domain.commands import SetQuotes
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services.workspace import Workspace
from coding.store.project_store import SUFFIX, ProjectStore
from tests.e2e.conftest import Server, idle
from tests.e2e.review_page import ReviewPage
from tests.review_projects import review_project

LONG = "eindeloos" * 400
QUEUED = "document.querySelector('.st-key-queue_answer .tk-verbatim')"
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


def hostile_project(home: Path, answers: Sequence[tuple[str, str | None]]) -> str:
    """A project with a map: the answer with the picture lies in the middle; six answers are quotes."""
    name = review_project(home, answers)
    workspace = Workspace(ProjectStore.open(home / f"{name}{SUFFIX}"), "Anna")
    drawn = workspace.run("run1")
    around = [(1.0 - at % 2 * 2, 1.0 - at // 2 % 2 * 2) for at in range(len(drawn.segments))]  # the four corners
    middle = next(at for at, (text, _) in enumerate(answers) if text.startswith("<img"))
    around[middle] = (0.0, 0.0)
    workspace.save_run(replace(drawn, points=tuple(around)))
    quotes = [Quote(ResponseKey("w1", "q1", f"r{at + 1}"), Span(0, len(answers[at][0]))) for at in (4, 0, 1, 2, 3, 6)]
    workspace.dispatch(SetQuotes("q1", next(iter(workspace.project.coding_of("q1").clusters)), tuple(quotes)))
    workspace.close()
    return name


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
        shown = page.evaluate(f"{QUEUED}?.innerText")
        page.get_by_role("button", name="Sla over").click()
        page.wait_for_function(f"shown => {QUEUED}?.innerText !== shown", arg=shown)
        review.settle()
    assert page.evaluate("window.hacked") is None


def test_a_very_long_word_stays_within_the_page(review: ReviewPage, page: Page) -> None:
    review.open("$Groep$ twee")
    expect(review.answer("eindeloos")).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert review.answer("eindeloos").locator(".tk-verbatim").evaluate("e => e.scrollWidth <= e.clientWidth + 1")


def test_in_the_search_the_rules_the_map_and_on_the_other_pages(server: Server, page: Page) -> None:
    answers = [(text, "**Groep** <b>een</b>") for text in HOSTILE] + [("gewoon", "$Groep$ twee")]
    review = ReviewPage(page, server, hostile_project(server.home, answers))
    main = page.locator("[data-testid='stMain']")
    page.get_by_label("Zoek in namen en antwoorden").fill("<")
    expect(page.locator(".tk-answers mark.tk-mark-hit").first).to_be_visible()
    expect(page.locator(".tk-groups mark.tk-mark-hit").first).to_be_visible()
    expect(review.answers).to_have_count(3)
    nothing_interpreted(main)
    page.get_by_label("Zoek in namen en antwoorden").fill("")
    expect(review.answers).to_have_count(len(HOSTILE))
    page.get_by_text("Codeboek", exact=True).click()
    words = page.get_by_label("Woorden", exact=True)
    words.fill("link")
    words.press("Enter")
    expect(page.get_by_text("[link](http://x.example) en www.x.example", exact=True)).to_be_visible()
    nothing_interpreted(main)

    page.get_by_text("Kaart", exact=True).click()
    area = page.locator(".js-plotly-plot .nsewdrag").first
    expect(area).to_be_visible()
    expect(review.answers).to_have_count(len(HOSTILE) + 1)
    review.settle()
    box = area.bounding_box()
    assert box is not None
    hover = page.locator(".js-plotly-plot .hovertext")
    page.mouse.move(box["x"] + box["width"] / 2 + 40, box["y"] + box["height"] / 2)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=8)
    expect(hover).to_contain_text("<img src=x onerror='window.hacked = 1'>")
    expect(hover).to_contain_text("**Groep** <b>een</b>")
    nothing_interpreted(main)

    page.get_by_text("Groepen", exact=True).click()
    page.get_by_role("button", name="Bevestig alle groepen (2)").click()
    expect(page.get_by_text("11 van 11 antwoorden beslist")).to_be_visible()
    review.settle()
    for link, text in (
        ("Geschiedenis", "**Groep** <b>een</b>"),
        ("Argumentenlijst", "<script>window.hacked = 1</script>"),
        ("Meelezen", "<script>window.hacked = 1</script>"),
    ):
        page.get_by_role("link", name=link).click()
        expect(main.get_by_text(text).first).to_be_visible()
        idle(page)
        nothing_interpreted(main)
    page.get_by_role("link", name="Tweede codeur").click()
    page.get_by_role("button", name="Trek een steekproef").click()
    page.get_by_label("Naam van de tweede codeur").fill("Cees")
    page.get_by_label("Naam van de tweede codeur").press("Enter")
    idle(page)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("0 van de 11 gecodeerd")).to_be_visible()
    for done in range(1, 4):
        nothing_interpreted(main)
        page.get_by_role("button", name="Geen van deze").click()
        expect(page.get_by_text(f"{done} van de 11 gecodeerd")).to_be_visible()
    assert page.evaluate("window.hacked") is None
