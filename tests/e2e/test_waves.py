"""The second wave of the example in the browser: added, its new argument found, compared; and blind coding."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from coding.domain.commands import SplitGroup
from tests.e2e.conftest import Server, idle
from tests.projects import code_named
from tests.wave_projects import EXAMPLES, NEEDED, first_wave, whole_example

pytestmark = pytest.mark.encoder

Picture = Callable[[str], None]


def choose(page: Page, label: str, option: str) -> None:
    """Choose from one of Streamlit's select boxes by the words it begins with.

    The list closes when the page is drawn again while it is open; then it is opened once more.
    """
    idle(page)
    wanted = page.get_by_role("option", name=option).first
    for _ in range(3):
        page.get_by_role("combobox", name=label).first.click()
        with suppress(TimeoutError):
            wanted.click(timeout=5_000)
            break
    idle(page)
    expect(page.get_by_role("combobox", name=label).first).to_have_value(re.compile(re.escape(option)))


def test_a_wave_is_added_and_its_new_argument_found(server: Server, page: Page, picture: Picture) -> None:
    first_wave(server.home / "onderzoek.tienkeer").close()
    page.goto(f"{server.url}/waves?project=onderzoek")
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(EXAMPLES / "communicatie_2026.csv")
    expect(page.get_by_text("Kijk dit even na")).to_be_visible()
    expect(page.get_by_text("'Organisatie voor zorg of welzijn'")).to_be_visible()
    picture("wave_add")
    page.get_by_role("button", name="Inlezen en herkennen").click()
    expect(page.get_by_text("8 vragen herkend")).to_be_visible(timeout=120_000)
    choose(page, "Vraag", "Waaraan merk je dat?")
    expect(page.get_by_text("6 antwoorden die bij niets passen")).to_be_visible()
    picture("wave_new_argument")
    name = page.get_by_label("Naam van het argument")
    name.fill("Nepnieuws en nepbeelden door AI")
    name.press("Enter")
    idle(page)
    page.get_by_role("button", name="Maak er een argument van").click()
    expect(page.get_by_text("6 van de 46 antwoorden beslist")).to_be_visible()
    page.get_by_role("button", name="Klopt", exact=True).first.click()
    expect(page.get_by_text("0 van 1 fout")).to_be_visible()
    page.get_by_role("button", name="Neem de andere").click()
    expect(page.get_by_text("Geen zekere voorstellen meer.")).to_be_visible()
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_role("button", name="Neem de andere")).to_be_visible()


def test_waves_are_compared_in_table_chart_and_words(server: Server, page: Page, picture: Picture) -> None:
    whole_example(server.home / "onderzoek.tienkeer").close()
    page.goto(f"{server.url}/waves?project=onderzoek")
    page.get_by_text("Vergelijken", exact=True).click()
    choose(page, "Vraag", "Wat is er nodig?")
    expect(page.get_by_text("'Doen wat je belooft' is gestegen van 8% in 2025 naar 34% in 2026")).to_be_visible()
    expect(page.get_by_role("cell", name="gestegen")).to_have_count(1)
    expect(page.locator(".js-plotly-plot")).to_have_count(1)  # while a page is drawn anew the old chart is there too
    expect(page.locator(".js-plotly-plot")).to_be_visible()
    picture("wave_compare")


def test_a_second_coder_codes_blind_and_both_decide_together(server: Server, page: Page, picture: Picture) -> None:
    whole_example(server.home / "onderzoek.tienkeer").close()
    page.goto(f"{server.url}/second_coder?project=onderzoek")
    expect(page.get_by_text("Verschillen (11)")).to_be_visible()
    picture("second_coder")
    page.get_by_role("button", name="Leg vast").first.click()
    expect(page.get_by_text("Samen besloten:").first).to_be_visible()
    choose(page, "Vraag", "Licht je antwoord toe")
    page.get_by_text("Trekken", exact=True).click()
    page.get_by_role("button", name="Trek een steekproef").click()
    expect(page.get_by_text("Wie codeert er nu?")).to_be_visible()
    page.get_by_label("Naam van de tweede codeur").fill("Cees")
    page.get_by_label("Naam van de tweede codeur").press("Enter")
    idle(page)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("0 van de 50 gecodeerd")).to_be_visible()
    picture("second_coder_blind")
    page.get_by_role("button", name="Te laat betrokken").click()
    idle(page)
    page.get_by_role("button", name="Vastleggen en verder").click()
    expect(page.get_by_text("1 van de 50 gecodeerd")).to_be_visible()
    page.get_by_role("button", name="Geen van deze").click()
    expect(page.get_by_text("2 van de 50 gecodeerd")).to_be_visible()


def test_an_earlier_wave_is_coded_again_after_a_split(server: Server, page: Page, picture: Picture) -> None:
    workspace = whole_example(server.home / "onderzoek.tienkeer")
    code = code_named(workspace.project, NEEDED, "Doen wat je belooft")
    last = workspace.project.waves_in_order()[-1].id
    moved = [key for key in workspace.project.coding_of(NEEDED).assigned_members[code] if key.wave == last][:6]
    workspace.dispatch(SplitGroup(NEEDED, code, (("part", "Afspraken nakomen", tuple(moved)),)))
    workspace.close()
    page.goto(f"{server.url}/waves?project=onderzoek&question={NEEDED}")
    page.get_by_role("button", name="Naar 2025").click()
    expect(
        page.get_by_text("is 'Doen wat je belooft' gesplitst in 'Afspraken nakomen' en 'Doen wat je belooft'")
    ).to_be_visible()
    page.get_by_role("button", name="Bekijk wat er zou veranderen").click()
    table = page.get_by_role("table", name="Aantallen nu en straks")
    expect(table.get_by_role("row", name="Doen wat je belooft 5x")).to_be_visible()
    picture("wave_recode")
    page.get_by_role("button", name="Hercodeer").click()
    expect(page.get_by_text("Hercodeerd:")).to_be_visible()
    expect(page.get_by_text("is 'Doen wat je belooft' gesplitst")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("combobox", name="Vraag").first).to_have_value(re.compile("Wat is er nodig"))
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_role("button", name="Naar 2025")).to_be_visible()
