"""The journey of the guide through the example survey; takes the pictures that no other browser test takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from coding.files.read_table import read_table
from coding.services.examples import EXAMPLES, FOLDER, import_example
from coding.services.hand_coding import read_hand_coding
from coding.services.library import Library
from coding.services.workspace import Workspace
from coding.store.project_store import SUFFIX, ProjectStore
from tests.e2e.conftest import Server, idle
from tests.e2e.review_page import ReviewPage

pytestmark = pytest.mark.encoder

NEXT_WAVE = FOLDER / "communicatie_2026.csv"
QUESTION = re.compile("Waaraan merk je dat")
Picture = Callable[[str], None]


def example(home: Path, coded: bool) -> str:
    """The Dutch example as a project; ``coded`` takes over its hand coding as Anna's decisions."""
    path = Library(home).create("Luisterende overheid")
    workspace = Workspace(ProjectStore.open(path), "Anna")
    import_example(workspace, next(one for one in EXAMPLES if one.file.startswith("communicatie")))
    workspace.close()
    if coded:
        take_over(path, "2025")
    return path.name.removesuffix(SUFFIX)


def take_over(path: Path, wave: str) -> None:
    """Put the hand coding of a wave in a project, in a program of its own beside the app."""
    file = FOLDER / f"communicatie_{wave}_codering.csv"
    workspace = Workspace(ProjectStore.open(path), "Anna")
    table = read_table(file.read_bytes(), file.name)
    for command in read_hand_coding(workspace.project, table, wave=wave).commands:
        workspace.dispatch(command)
    workspace.close()


def go(page: Page, name: str) -> None:
    """Go to a page by its link on top."""
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    idle(page)


def choose(page: Page, field: str, option: str | re.Pattern[str]) -> None:
    """Choose from a list."""
    page.get_by_role("combobox", name=field, exact=True).click()
    page.get_by_role("option", name=option).first.click()
    idle(page)


def test_one_question(page: Page, server: Server, picture: Picture) -> None:
    page.goto(f"{server.url}/board?project={example(server.home, coded=False)}")
    choose(page, "Vraag", QUESTION)
    page.get_by_role("button", name="Stel groepen voor").click()
    expect(page.get_by_role("slider", name="Grover … fijner")).to_be_visible(timeout=120_000)
    review = ReviewPage.on(page)
    review.groups.first.click()
    expect(review.groups.first).to_have_attribute("aria-current", "true")
    picture("board")
    page.locator(".st-key-board_confirm").get_by_role("button").click()
    expect(review.groups.first).to_contain_text("Bevestigd")
    page.get_by_text("Citaten (0)").click()
    page.get_by_role("button", name="Kies dit citaat").first.click()
    expect(page.get_by_text("Citaten (1)")).to_be_visible()
    picture("citaten")
    page.get_by_text("Codeboek", exact=True).click()
    expect(page.get_by_text("Trefwoordregels")).to_be_visible()
    picture("codeboek")
    page.get_by_text("Kaart", exact=True).click()
    expect(page.locator(".js-plotly-plot")).to_be_visible(timeout=120_000)
    expect(page.get_by_text("Trek met de muis een lijn")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Ongedaan maken: koos 1 citaat"))).to_be_visible()  # and no more
    picture("kaart")
    go(page, "Geschiedenis")
    expect(page.get_by_role("cell", name=re.compile("koos 1 citaat")).first).to_be_visible()
    assert "Traceback" not in server.printed()


def test_the_list_the_next_wave_and_the_second_coder(page: Page, server: Server, picture: Picture) -> None:
    page.goto(f"{server.url}/board?project={example(server.home, coded=True)}")
    expect(page.locator(".tk-groups .tk-open").first).to_be_visible()
    choose(page, "Vraag", QUESTION)
    go(page, "Argumentenlijst")
    preview = page.locator(".st-key-tk_report_preview")
    expect(preview.get_by_text("De toon is harder en kritischer (10x)").first).to_be_visible()
    picture("argumentenlijst")
    go(page, "Meelezen")
    expect(page.locator(".st-key-tk_read_only").get_by_text("10x, 17%").first).to_be_visible()
    picture("meelezen")
    _draw_and_code_blind(page, picture)
    _add_and_compare(page, server.home, picture)
    assert "Traceback" not in server.printed()


def _draw_and_code_blind(page: Page, picture: Picture) -> None:
    go(page, "Tweede codeur")
    page.get_by_role("button", name="Trek een steekproef").click()
    expect(page.get_by_text("50 antwoorden getrokken.")).to_be_visible()
    page.get_by_text("Blind coderen", exact=True).click()
    page.get_by_label("Naam van de tweede codeur").fill("Bert")
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.get_by_text("0 van de 50 gecodeerd")).to_be_visible()
    picture("blind")
    page.get_by_role("button", name="Geen van deze").click()
    expect(page.get_by_text("1 van de 50 gecodeerd")).to_be_visible()
    idle(page)
    page.get_by_text("Vergelijken", exact=True).click()
    expect(page.get_by_text("Anna en Bert beslisten allebei over 1 antwoord")).to_be_visible()


def _add_and_compare(page: Page, home: Path, picture: Picture) -> None:
    go(page, "Metingen")
    page.locator('input[type="file"]').set_input_files(NEXT_WAVE)
    expect(page.get_by_text("14 van de 16 vragen en kenmerken zijn herkend aan hun naam.")).to_be_visible()
    picture("meting-toevoegen")
    page.get_by_role("button", name="Inlezen en herkennen").click()
    expect(page.get_by_text("8 vragen herkend")).to_be_visible(timeout=180_000)
    idle(page)
    choose(page, "Vraag", QUESTION)
    expect(page.get_by_text("nepnieuws door AI!!")).to_be_visible()
    picture("nalopen")
    page.get_by_label("Naam van het argument").first.fill("Nepnieuws en nepbeelden door AI")
    page.get_by_role("button", name="Maak er een argument van").first.click()
    expect(page.get_by_text("6 van de 46 antwoorden beslist")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Neem alle")).click()
    expect(page.get_by_text("voorstellen overgenomen.")).to_be_visible()
    idle(page)
    (project,) = home.glob(f"*{SUFFIX}")
    take_over(project, "2026")
    page.reload()
    page.get_by_text("Vergelijken", exact=True).click()
    expect(page.get_by_role("combobox", name="Tweede meting")).to_be_visible()
    idle(page)
    choose(page, "Vraag", QUESTION)
    row = page.get_by_role("row").filter(has_text="Nepnieuws en nepbeelden door AI").first
    expect(row).to_contain_text("8x")
    expect(row).to_contain_text("nieuw")
    picture("vergelijken")
    page.get_by_text("Codeboek", exact=True).click()
    expect(page.get_by_role("button", name="Bewaar als Excel")).to_be_visible()
