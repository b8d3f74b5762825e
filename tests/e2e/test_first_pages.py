"""The first start, reading in a file, and keeping projects, in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from coding.services.library import Library
from tests.e2e.conftest import Server, idle, prepare_home, serve
from tests.projects import example_project, store_project

EXAMPLE = Path(__file__).parents[2] / "examples" / "communicatie_2025.csv"
Picture = Callable[[str], None]


@pytest.fixture
def with_project(tmp_path: Path) -> Iterator[Server]:
    """The app with one small coded project, "Vertrouwen in de gemeente"."""
    home = prepare_home(tmp_path / "home")
    store_project(example_project(), home / "vertrouwen.tienkeer")
    with serve(home, tmp_path / "server.log") as running:
        yield running


def go(page: Page, name: str) -> None:
    """Go to a page by its link on top."""
    page.get_by_role("link", name=name, exact=True).click()
    idle(page)


def names(server: Server) -> list[str]:
    return sorted(card.name for card in Library(server.home).list())


@pytest.mark.encoder
def test_the_first_start_has_the_examples_ready(tmp_path: Path, page: Page, picture: Picture) -> None:
    home = prepare_home(tmp_path / "home", coder="", language="", examples="")
    with serve(home, tmp_path / "server.log", by_command=True) as server:
        page.goto(server.url)
        expect(page.get_by_text("Voorbeeld: luisterende overheid", exact=True)).to_be_visible(timeout=180_000)
        page.get_by_label("Je naam").fill("Anna")
        page.get_by_role("button", name="Bewaren").click()
        expect(page.get_by_text("Hoe heet je?")).to_have_count(0)
        picture("start")
        page.get_by_role("button", name="Openen", exact=True).first.click()
        expect(page.get_by_role("heading", name="Coderen")).to_be_visible()
        idle(page)
        page.reload()
        expect(page.get_by_role("heading", name="Coderen")).to_be_visible()
        expect(page.get_by_text("Voorbeeld: luisterende overheid")).to_be_visible()
        go(page, "Projecten")
        expect(page.get_by_role("button", name="Verder")).to_be_visible()
        assert json.loads((home / "preferences.json").read_text(encoding="utf-8"))["coder"] == "Anna"
        assert "Traceback" not in server.printed()


@pytest.mark.encoder
def test_from_a_file_to_proposals_and_back(server: Server, page: Page, picture: Picture) -> None:
    page.goto(server.url)
    page.get_by_role("button", name="Nieuw project").click()
    page.get_by_label("Naam van het project").fill("Luisterende overheid")
    page.get_by_role("button", name="Maken en bestand kiezen").click()
    expect(page.get_by_role("heading", name="Antwoorden inlezen")).to_be_visible()
    page.locator('input[type="file"]').set_input_files(EXAMPLE)
    expect(page.get_by_text("115 rijen en 20 kolommen")).to_be_visible()
    expect(page.get_by_text("73 van de 115 respondenten tellen mee")).to_be_visible()
    picture("inlezen-bestand")
    page.locator("summary").filter(has_text="Waaraan merk je dat?").click()
    expect(page.get_by_role("combobox", name="Wie kreeg deze vraag?").first).to_be_visible()
    page.get_by_role("button", name="Inlezen", exact=True).click()
    expect(page.get_by_text("communicatie_2025.csv is ingelezen: 115 rijen, 8 open vragen.")).to_be_visible()
    picture("inlezen-verslag")
    page.get_by_role("button", name="Maak voorstellen").click()
    expect(page.get_by_role("heading", name="Coderen")).to_be_visible(timeout=180_000)
    expect(page.get_by_text("De voorstellen staan klaar")).to_be_visible()
    go(page, "Geschiedenis")
    expect(page.get_by_role("cell", name=re.compile("voorgestelde groep")).first).to_be_visible()
    picture("geschiedenis")
    assert "Traceback" not in server.printed()


@pytest.mark.encoder
def test_making_proposals_can_be_stopped(server: Server, page: Page) -> None:
    page.goto(server.url)
    page.get_by_role("button", name="Nieuw project").click()
    page.get_by_label("Naam van het project").fill("Veel antwoorden")
    page.get_by_role("button", name="Maken en bestand kiezen").click()
    rows = [f"{n};wij willen punt {n % 97} en ook {n * 7 % 389} en {n * n % 1009} anders zien" for n in range(6000)]
    data = "\n".join(["nummer;Wat wil je anders zien?", *rows]).encode()
    page.locator('input[type="file"]').set_input_files({"name": "veel.csv", "mimeType": "text/csv", "buffer": data})
    page.get_by_role("button", name="Inlezen", exact=True).click()
    page.get_by_role("button", name="Maak voorstellen").click()
    page.get_by_role("button", name="Stoppen").click()
    expect(page.get_by_text("Gestopt. Wat al klaar was, is bewaard.")).to_be_visible(timeout=120_000)
    expect(page.get_by_role("button", name="Stoppen")).to_have_count(0)
    expect(page.get_by_role("button", name="Maak voorstellen")).to_be_visible()
    assert "Traceback" not in server.printed()


def test_a_bad_file_is_told_and_another_can_be_chosen(with_project: Server, page: Page) -> None:
    page.goto(with_project.url)
    page.get_by_role("button", name="Openen", exact=True).click()
    expect(page.get_by_role("heading", name="Coderen")).to_be_visible()
    go(page, "Antwoorden inlezen")
    page.locator('input[type="file"]').set_input_files(
        {"name": "foto.csv", "mimeType": "text/csv", "buffer": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"}
    )
    expect(page.get_by_role("alert").filter(has_text="foto.csv")).to_be_visible()
    page.locator('input[type="file"]').set_input_files(
        {"name": "goed.csv", "mimeType": "text/csv", "buffer": b"nr;Wat mis je?\n1;meer $rust$ **nu**\n2;<b>tijd</b>\n"}
    )
    expect(page.get_by_role("cell", name="meer $rust$ **nu**")).to_be_visible()
    expect(page.get_by_role("cell", name="<b>tijd</b>")).to_be_visible()


def test_keeping_projects(with_project: Server, page: Page, tmp_path: Path) -> None:
    page.goto(with_project.url)
    page.get_by_role("button", name="Meer").click()
    page.get_by_role("button", name="Naam wijzigen").click()
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)  # it would lie over the dialog
    page.get_by_role("dialog").get_by_label("Naam van het project").fill("Vertrouwen **2026**")
    page.get_by_role("dialog").get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Vertrouwen **2026**", exact=True)).to_be_visible()

    page.get_by_role("button", name="Meer").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Kopie meenemen").click()
    copy = tmp_path / "meegenomen.tienkeer"
    download.value.save_as(copy)
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Meer").click()
    page.get_by_role("button", name="Verwijderen").click()
    expect(page.get_by_role("dialog").get_by_text("kan niet ongedaan worden gemaakt")).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="Voorgoed verwijderen").click()
    expect(page.get_by_text("is verwijderd")).to_be_visible()
    assert names(with_project) == []

    page.get_by_role("button", name="Kopie openen").click()
    page.get_by_role("dialog").locator('input[type="file"]').set_input_files(copy)
    expect(page.get_by_role("dialog").get_by_text("meegenomen.tienkeer")).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="Openen").click()
    expect(page.get_by_text("De kopie staat als")).to_be_visible()
    assert names(with_project) == ["Vertrouwen **2026**"]


def test_undo_by_keyboard_but_not_while_typing(with_project: Server, page: Page, picture: Picture) -> None:
    page.goto(with_project.url)
    page.get_by_role("button", name="Openen", exact=True).click()
    expect(page.get_by_role("heading", name="Coderen")).to_be_visible()
    go(page, "Instellingen")
    field = page.get_by_label("Naam van het project")
    field.fill("Een andere naam")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_text("Bewaard.")).to_be_visible()
    undo = page.get_by_role("button", name=re.compile("Ongedaan maken: hernoemde"))
    expect(undo).to_be_enabled()

    field.click()
    field.press_sequentially(" x")
    page.keyboard.press("Control+z")
    idle(page)
    assert names(with_project) == ["Een andere naam"]

    page.get_by_role("heading", name="Instellingen").click()
    page.keyboard.press("Control+z")
    expect(page.get_by_role("button", name=re.compile("Opnieuw: hernoemde"))).to_be_enabled()
    assert names(with_project) == ["Vertrouwen in de gemeente"]
    page.keyboard.press("Control+Shift+z")
    expect(undo).to_be_enabled()
    assert names(with_project) == ["Een andere naam"]
    idle(page)
    page.get_by_role("tab", name="Vragen").click()
    expect(page.get_by_label("Tekst van de vraag")).to_be_visible()
    picture("instellingen")


def test_a_name_is_shown_as_it_was_typed(server: Server, page: Page) -> None:
    name = "$x$ **s** :smile: <b>v</b> [l](http://x.nl) www.x.nl a@x.nl -> `c`"
    Library(server.home).create(name)
    page.goto(server.url)
    expect(page.get_by_text(name, exact=True)).to_be_visible()
    page.get_by_role("button", name="Openen", exact=True).click()
    expect(page.get_by_role("heading", name="Antwoorden inlezen")).to_be_visible()
    caption = page.get_by_test_id("stCaptionContainer").first
    expect(caption).to_contain_text("smile")
    assert caption.inner_text().replace("\u2060", "").endswith(name)
    expect(caption.locator("a, b, strong, em, code, .katex")).to_have_count(0)


def test_everything_in_english(with_project: Server, page: Page) -> None:
    page.goto(with_project.url)
    page.get_by_role("radio", name="EN").or_(page.get_by_role("button", name="EN", exact=True)).first.click()
    expect(page.get_by_role("heading", name="Projects")).to_be_visible()
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_role("heading", name="Code", exact=True)).to_be_visible()
    for link, heading in (("Read in answers", "Read in answers"), ("History", "History"), ("Settings", "Settings")):
        go(page, link)
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    assert "Traceback" not in with_project.printed()
