"""The map in a real browser: drawn when it is opened, and used to decide, with and without the mouse."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server
from tests.e2e.review_page import ReviewPage
from tests.e2e.test_first_pages_access import serious_findings
from tests.review_projects import BOOS, review_project


def test_the_map_is_drawn_when_opened_and_used_to_decide(page: Page, server: Server) -> None:
    review = ReviewPage(page, server, review_project(server.home))
    page.get_by_text("Kaart", exact=True).click()
    chart = page.locator(".js-plotly-plot")
    expect(chart).to_be_visible(timeout=120_000)
    expect(review.answers).to_have_count(11)
    review.settle()
    assert serious_findings(page) == []

    # Without the map: the list beside it.
    review.choose_answers("op facebook")
    page.get_by_label("Naar welke groep").first.select_option(label=BOOS)
    page.get_by_role("button", name="Zet hier", exact=True).click()
    expect(page.get_by_text("1 van 12 antwoorden beslist")).to_be_visible()
    review.settle()

    # With the mouse: a line around everything.
    area = chart.locator(".nsewdrag").first.bounding_box()
    assert area is not None
    left, top, right, bottom = (
        area["x"] + 4,
        area["y"] + 4,
        area["x"] + area["width"] - 4,
        area["y"] + area["height"] - 4,
    )
    page.mouse.move(left, top)
    page.mouse.down()
    for x, y in ((right, top), (right, bottom), (left, bottom), (left, top + 8)):
        page.mouse.move(x, y, steps=4)
    page.mouse.up()
    expect(review.answers).to_have_count(10)  # one answer has no words on the map
    review.settle()
    page.get_by_label("Alles", exact=True).check()
    page.get_by_role("button", name="Overig", exact=True).click()
    expect(page.get_by_text(re.compile("11 van 12 antwoorden beslist"))).to_be_visible()
    review.settle()
    review.undo()
    expect(page.get_by_text("1 van 12 antwoorden beslist")).to_be_visible()
