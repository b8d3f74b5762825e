"""The report in a browser: charts in the preview, a sentence by hand, a chart as a file, a document."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from coding.domain.codebook import OTHER
from coding.domain.commands import Assign
from coding.domain.survey import ResponseKey
from coding.services.workspace import Workspace
from coding.store.project_store import ProjectStore
from tests.e2e.conftest import Server
from tests.projects import code_named, coded_project, example_project, store_project


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


def test_a_logo_is_checked_and_stands_in_the_preview_and_on_the_slides(
    page: Page, server: Server, tmp_path: Path
) -> None:
    store_project(example_project(), server.home / "studie.tienkeer")
    page.goto(f"{server.url}/report?project=studie")
    preview = page.locator(".st-key-tk_report_preview")
    expect(page.locator(".st-key-report_download_pptx")).to_be_visible()  # what stands last: the page is drawn
    page.locator(".st-key-report_options_form summary").click()
    expect(page.locator(".st-key-report_options_form details[open]")).to_be_visible()
    chosen = page.locator(".st-key-report_logo input[type=file]")
    chosen.set_input_files({"name": "logo.png", "mimeType": "image/png", "buffer": b"%PDF-1.7 geen plaatje"})
    expect(page.get_by_text("Dit bestand is geen PNG- of JPEG-plaatje")).to_be_visible()
    expect(preview.locator("img.tr-logo")).to_have_count(0)
    drawn = BytesIO()
    Image.new("RGB", (300, 90), "#8a1c4a").save(drawn, "PNG")
    chosen.set_input_files({"name": "merk.png", "mimeType": "image/png", "buffer": drawn.getvalue()})
    logo = preview.locator("img.tr-logo")
    expect(logo).to_be_visible()
    assert logo.evaluate("picture => picture.naturalWidth") == 300
    with page.expect_download() as waiting:
        page.locator(".st-key-report_download_pptx").get_by_role("button").click()
    waiting.value.save_as(tmp_path / "rapport.pptx")
    cover = Presentation(str(tmp_path / "rapport.pptx")).slides[0]
    (picture,) = (shape for shape in cover.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE)
    assert Image.open(BytesIO(picture.image.blob)).getpixel((5, 5)) == (0x8A, 0x1C, 0x4A)
    assert "Traceback" not in server.printed()


def test_numbers_of_a_sentence_by_hand_follow_the_counts_and_are_marked_until_seen(page: Page, server: Server) -> None:
    answers = [("meer tijd", ["Tijd"]), ("tijd", ["Tijd"]), ("lef", ["Lef"]), ("moed", ["Overig"])]
    before = coded_project(answers, text="Wat is nodig?")
    file = store_project(before, server.home / "studie.tienkeer")
    page.goto(f"{server.url}/report?project=studie")
    page.get_by_role("radio", name="Samenvatting bewerken").click()
    field = page.locator(".st-key-tk_sentence_0 textarea")
    field.fill("Vooral tijd (2x) springt eruit, en ook lef (1x).")
    field.blur()
    expect(page.get_by_role("button", name="Terug naar de automatische zin")).to_be_visible()
    with ProjectStore.open(file) as store:  # a colleague, in another window
        workspace = Workspace(store, "Bert")
        lef = code_named(workspace.project, "q", "Lef")
        workspace.dispatch(Assign("q", (ResponseKey("w1", "q", "r4"),), lef, OTHER))
    page.reload()
    told = page.get_by_text("Klopt de zin nog?")
    expect(page.locator(".st-key-tk_report_preview")).to_contain_text("lef (2x)")
    page.get_by_role("radio", name="Samenvatting bewerken").click()
    expect(told).to_be_visible()
    expect(field).to_have_value("Vooral tijd (2x) springt eruit, en ook lef (2x).")
    page.get_by_role("button", name="Klopt, nagekeken").click()
    expect(told).to_have_count(0)
    expect(field).to_have_value("Vooral tijd (2x) springt eruit, en ook lef (2x).")
    assert "Traceback" not in server.printed()
