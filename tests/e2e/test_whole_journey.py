"""The whole journey of a new user: a file of one's own, proposals, rename, merge, undo, confirm, list, download."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from coding.store.project_store import ProjectStore
from tests.e2e.conftest import Server, idle
from tests.e2e.review_page import ReviewPage

pytestmark = pytest.mark.encoder

ANSWERS = [
    "meer tijd", "Meer tijd", "tijd om na te denken", "tijd voor gesprekken", "te weinig tijd nu",
    "een goede training", "training in gespreksvoering", "training en opleiding", "opleiding",
    "lef", "meer lef", "bestuurders met lef", "lef om nee te zeggen",
    "steun van mijn leidinggevende", "steun van het bestuur", "leiding die ons steunt",
    "=2+5", "", "geen idee",
]  # fmt: skip


def survey(folder: Path) -> Path:
    rows = "\n".join(f"{i};Gemeente {i % 3};{answer}" for i, answer in enumerate(ANSWERS, 1))
    path = folder / "wensen_2025.csv"
    path.write_text(f"nummer;organisatie;Wat heb je nodig om beter te luisteren?\n{rows}\n", encoding="utf-8-sig")
    return path


def test_from_a_file_to_a_counted_list_in_a_spreadsheet(server: Server, page: Page, tmp_path: Path) -> None:
    page.goto(server.url)
    page.get_by_role("button", name="Nieuw project").click()
    page.get_by_label("Naam van het project").fill("Wensen")
    page.get_by_role("button", name="Maken en bestand kiezen").click()
    page.locator('input[type="file"]').set_input_files(survey(tmp_path))
    expect(page.get_by_text("19 rijen en 3 kolommen")).to_be_visible()
    page.get_by_role("button", name="Inlezen", exact=True).click()
    expect(page.get_by_text("is ingelezen: 19 rijen")).to_be_visible()
    page.get_by_role("button", name="Maak voorstellen").click()
    expect(page.get_by_role("heading", name="Coderen")).to_be_visible(timeout=180_000)

    review = ReviewPage.on(page)
    expect(review.groups.nth(1)).to_be_visible()
    idle(page)
    names = review.groups.locator(".tk-name").all_text_contents()
    first, second, before = names[0], names[1], len(names)
    review.open(first)
    field = page.get_by_label("Naam van deze groep")
    expect(field).to_have_value(first)
    expect(field).to_have_count(1)
    field.fill("Tijd en ruimte")
    field.press("Enter")
    expect(review.group("Tijd en ruimte")).to_be_visible()
    review.settle()
    expect(review.groups).to_have_count(before)
    review.choose("Tijd en ruimte", second)
    page.locator(".tk-bar").get_by_role("button", name="Samenvoegen…").click()
    page.get_by_role("dialog").get_by_role("button", name="Samenvoegen", exact=True).click()
    expect(review.groups).to_have_count(before - 1)
    review.undo()
    expect(review.groups).to_have_count(before)

    review.open("Tijd en ruimte")
    page.locator(".st-key-board_confirm").get_by_role("button").click()
    expect(review.group("Tijd en ruimte")).to_contain_text("Bevestigd")
    idle(page)
    shown = review.count("Tijd en ruimte").inner_text()

    page.get_by_role("link", name="Argumentenlijst", exact=True).click()
    expect(page.get_by_role("heading", name="Argumentenlijst").first).to_be_visible()
    expect(page.get_by_text(f"Tijd en ruimte {shown}").first).to_be_visible()
    with page.expect_download() as waiting:
        page.locator(".st-key-report_download_xlsx").get_by_role("button").click()
    target = tmp_path / "lijst.xlsx"
    waiting.value.save_as(target)
    check_workbook(target, server, int(re.sub(r"\D", "", shown)))
    assert "Traceback" not in server.printed()


def check_workbook(target: Path, server: Server, count: int) -> None:
    """The count on screen, in the file and in the project are the same people; no cell is a formula."""
    (path,) = server.home.glob("*.tienkeer")
    with ProjectStore.open(path) as store:
        project = store.load()
    (question,) = project.questions
    coding = project.coding_of(question)
    code = next(code for code in coding.codes.values() if code.name == "Tijd en ruimte")
    assert len(coding.assigned_members[code.id]) == count
    book = load_workbook(target)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    listed = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert any("Tijd en ruimte" in row and count in row for row in listed)
