"""A file with several answers per person in columns of their own: from the mapping to the table in the report."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, idle

MARKS = """nr;Nieuws [Krant];Nieuws [Buren];Nieuws [TV];Waarom?
r1;1;0;0;Ik lees de krant elke ochtend bij de koffie
r2;1;1;0;Dat gaat nu eenmaal het snelst bij ons
r3;0;1;1;Mijn zus vertelt altijd alles door
r4;0;0;0;Ik volg het nieuws eigenlijk helemaal niet
r5;0;0;1;Bij het eten staat het journaal aan
r6;1;0;0;De krant is voor mij genoeg nieuws
"""


def test_columns_of_marks_become_one_table_with_the_base_that_was_chosen(
    page: Page, server: Server, tmp_path: Path
) -> None:
    survey = tmp_path / "nieuws_2026.csv"
    survey.write_text(MARKS, encoding="utf-8")
    page.goto(server.url)
    page.get_by_role("button", name="Nieuw project").click()
    page.get_by_label("Naam van het project").fill("Nieuws")
    page.get_by_role("button", name="Maken en bestand kiezen").click()
    page.locator('input[type="file"]').set_input_files(survey)
    several = page.locator("details").filter(has_text="Nieuws · 3 kolommen")
    expect(several).to_be_visible()
    several.locator("summary").click()
    expect(
        several.get_by_text("5 respondenten kozen er minstens één: Krant (3x), Buren (2x), TV (2x).")
    ).to_be_visible()
    name = several.get_by_label(re.compile(r"Antwoord in .*TV"))
    name.fill("Televisie")
    name.blur()
    expect(several.get_by_text("Televisie (2x)")).to_be_visible()
    page.get_by_role("button", name="Inlezen", exact=True).click()
    expect(page.get_by_text("is ingelezen: 6 rijen")).to_be_visible()

    page.get_by_role("link", name="Argumentenlijst", exact=True).click()
    preview = page.locator(".st-key-tk_report_preview")
    drawn = preview.locator("img[alt*='Televisie: 40%']")
    expect(drawn).to_be_visible()
    assert "5 respondenten die de vraag hebben beantwoord" in (drawn.get_attribute("alt") or "")
    idle(page)
    page.locator(".st-key-report_options_counting summary").click()
    page.locator(".st-key-report_base label").filter(has_text="wie de vraag kreeg").click()
    expect(preview.locator("img[alt*='Televisie: 33%']")).to_be_visible()
    page.locator(".st-key-report_charts label").click()
    row = preview.get_by_role("row").filter(has_text="Televisie")
    expect(row).to_contain_text("33%")
    expect(
        preview.get_by_text("Basis: de 6 respondenten aan wie de vraag is gesteld. Meer antwoorden mogelijk")
    ).to_be_visible()
    assert "Traceback" not in server.printed()
