"""Explanations of "other" in the browser: one click, and the closed question counts what people wrote."""

from __future__ import annotations

import io
import os
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from coding.store.project_store import SUFFIX
from tests.e2e.conftest import Server, idle
from tests.projects import store_project
from tests.qdpx import QdpxFile
from tests.unit.test_recoded import survey


def picture(page: Page, name: str) -> None:
    folder = os.environ.get("CODEBOOK_PICTURES")
    if folder:
        page.screenshot(path=f"{folder}/{name}.png")


def test_explanations_of_other_count_in_the_closed_question(page: Page, server: Server, tmp_path: Path) -> None:
    path = server.home / f"Werk{SUFFIX}"
    store_project(survey(), path)
    page.goto(f"{server.url}/board?project=Werk")
    expect(page.get_by_text("Deze antwoorden lichten ‘Anders’ toe.")).to_be_visible()
    idle(page)
    picture(page, "8_offer")
    page.get_by_role("button", name="Laat meetellen").click()
    expect(
        page.get_by_text("De argumenten tellen mee bij ‘Waar werk je?’: 4 van 6 ‘Anders’ ingedeeld.")
    ).to_be_visible()
    idle(page)
    picture(page, "9_done")
    page.get_by_role("link", name="Argumentenlijst").click()
    idle(page)
    with page.expect_download() as caught:
        page.locator(".st-key-report_download_xlsx").get_by_role("button").click()
    saved = tmp_path / "rapport.xlsx"
    caught.value.save_as(saved)
    sheet = openpyxl.load_workbook(io.BytesIO(saved.read_bytes()))["Gesloten vragen"]
    rows = {row[1]: row[2] for row in sheet.iter_rows(min_row=2, values_only=True) if row[0]}
    assert rows["Gemeente"] == 5
    assert rows["Anders"] == 2
    assert any("‘Anders’: 4 van 6 ingedeeld" in str(name) for name in rows)
    page.get_by_role("button", name="Meer bestanden").click()
    picture(page, "12_downloads")
    with page.expect_download() as caught:
        page.locator(".st-key-report_download_qdpx").get_by_role("button").click()
    other = tmp_path / caught.value.suggested_filename
    caught.value.save_as(other)
    assert other.suffix == ".qdpx"
    assert {one.code for one in QdpxFile(other.read_bytes()).coded()} == {"Adviesbureau", "gemeente", "Overig"}
    assert "Traceback" not in server.printed()
