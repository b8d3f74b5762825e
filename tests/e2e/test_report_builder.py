"""The report in a browser: charts in the preview, a sentence by hand, a chart as a file, a document."""

from __future__ import annotations

import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server
from tests.projects import example_project, store_project


def test_a_report_with_a_sentence_by_hand_and_charts(page: Page, server: Server, tmp_path: Path) -> None:
    store_project(example_project(), server.home / "studie.tienkeer")
    page.goto(f"{server.url}/report?project=studie")
    chart = page.locator(".st-key-tk_report_preview img[alt*='Het contact verandert']").first
    expect(chart).to_be_visible()
    assert chart.evaluate("picture => picture.naturalWidth") > 300  # the drawing really is shown
    page.get_by_role("radio", name="Samenvatting bewerken").click()
    field = page.locator(".st-key-tk_sentence_0 textarea")
    field.fill(field.input_value() + " Dat valt op.")
    field.blur()
    expect(page.get_by_role("button", name="Terug naar de automatische zin")).to_be_visible()
    page.get_by_role("radio", name="Grafieken").click()
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    with page.expect_download() as waiting:
        page.locator(".st-key-report_chart_svg_closed-1").get_by_role("button").click()
    waiting.value.save_as(tmp_path / "grafiek.svg")
    assert b"77%" in (tmp_path / "grafiek.svg").read_bytes()
    with page.expect_download() as waiting:
        page.locator(".st-key-report_download_docx").get_by_role("button").click()
    waiting.value.save_as(tmp_path / "rapport.docx")
    assert b"Dat valt op." in zipfile.ZipFile(tmp_path / "rapport.docx").read("word/document.xml")
    assert "Traceback" not in server.printed()
