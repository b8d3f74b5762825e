"""Deductive coding in the browser: a codebook from a file, its suggestions, and the codebook as a file again."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Page, expect

from coding.domain.commands import AddWave
from coding.domain.survey import Question
from coding.services.codebook_files import codebook_in, open_codebook
from coding.services.library import Library
from coding.services.workspace import Workspace
from coding.store.project_store import SUFFIX, ProjectStore
from tests.e2e.conftest import Server, idle
from tests.e2e.test_first_pages_access import serious_findings
from tests.projects import Person, empty_project, with_wave

CODES = """Nummer;Code;Thema;Definitie;Voorbeeld 1
1;Mensen zijn sneller boos;De toon;Inwoners reageren feller en bozer dan vroeger;ze schelden me uit
2;Er komen meer klachten;De toon;Meer klachten en bezwaren;
3;Het staat op sociale media;;Facebook, Twitter en andere media;
4;Overig;;;
"""
ANSWERS = (
    "Mensen zijn sneller boos aan de telefoon",
    "ze reageren feller, ook op kleine dingen",
    "De toon is harder, mensen worden boos",
    "meer klachten",
    "Er komen veel meer klachten binnen",
    "op facebook wordt alles afgekraakt",
    "sociale media",
    "De fietsenstalling is vol",
)


def picture(page: Page, name: str) -> None:
    folder = os.environ.get("CODEBOOK_PICTURES")
    if folder:
        page.screenshot(path=f"{folder}/{name}.png")


def project_file(home: Path) -> str:
    """A project with answers and nothing proposed."""
    path = Library(home).create("Vertrouwen")
    workspace = Workspace(ProjectStore.open(path), "Anna")
    asked = Question("q1", "Waaraan merk je dat het vertrouwen daalt?", "merkt")
    made = with_wave(empty_project(), [Person({"q1": answer}) for answer in ANSWERS], [asked])
    wave = made.waves["w1"]
    workspace.dispatch(AddWave(wave, made.batches[wave.batch], (asked,), ()))
    workspace.close()
    return path.name.removesuffix(SUFFIX)


def test_a_codebook_is_taken_over_and_finds_its_answers(page: Page, server: Server, tmp_path: Path) -> None:
    project = project_file(server.home)
    wrong = tmp_path / "fout.csv"
    wrong.write_text(CODES.replace("2;Er komen meer klachten", "2;Mensen zijn sneller boos"), encoding="utf-8")
    good = tmp_path / "codeboek.csv"
    good.write_text(CODES, encoding="utf-8")

    page.goto(f"{server.url}/board?project={project}")
    page.get_by_role("button", name="Ik heb al een codeboek").click()
    picture(page, "1_empty")
    chooser = page.locator("input[type=file]")
    chooser.set_input_files(wrong)
    expect(page.get_by_text("staat twee keer in de kolom 'Code': in rij 2 en rij 3")).to_be_visible()
    picture(page, "2_refused")
    expect(page.get_by_role("button", name="Neem")).to_have_count(0)
    chooser.set_input_files(good)
    expect(page.get_by_text("3 argumenten in 1 hoofdthema gevonden.")).to_be_visible()
    expect(page.get_by_text("Niet overgenomen, want elke vraag heeft dit al: Overig.")).to_be_visible()
    expect(page.get_by_role("table")).to_contain_text("ze schelden me uit")
    idle(page)
    assert serious_findings(page) == []
    picture(page, "3_preview")
    page.get_by_role("button", name="Neem 3 argumenten over").click()

    expect(page.get_by_text("3 argumenten uit het codeboek, nog niets gecodeerd.")).to_be_visible()
    idle(page)
    picture(page, "4_waiting")
    page.get_by_role("button", name="Bekijk ze één voor één").click()
    expect(page.get_by_role("button", name="1 · ")).to_be_visible()
    expect(page.get_by_role("radio", name="Twijfels")).to_be_checked()
    idle(page)
    picture(page, "5_queue")
    page.get_by_role("button", name="Zet de suggesties op het bord").click()
    expect(page.get_by_text("antwoorden staat nu een suggestie uit het codeboek")).to_be_visible()
    boos = page.locator(".tk-groups .tk-open", has_text="Mensen zijn sneller boos")
    expect(boos).to_contain_text("voorgesteld")
    idle(page)
    picture(page, "6_board")
    page.get_by_role("button", name="Ongedaan maken").first.click()
    expect(page.get_by_text("3 argumenten uit het codeboek, nog niets gecodeerd.")).to_be_visible()
    page.get_by_role("button", name="Ongedaan maken").first.click()
    expect(page.get_by_role("button", name="Ik heb al een codeboek")).to_be_visible()

    assert "Traceback" not in server.printed()


def test_a_codebook_is_saved_and_read_back(page: Page, server: Server, tmp_path: Path) -> None:
    project = project_file(server.home)
    good = tmp_path / "codeboek.csv"
    good.write_text(CODES, encoding="utf-8")
    page.goto(f"{server.url}/waves?project={project}")
    page.get_by_role("radio", name="Codeboek").click()
    expect(page.get_by_role("heading", name="Een codeboek gebruiken")).to_be_visible()
    idle(page)
    page.locator("input[type=file]").set_input_files(good)
    page.get_by_role("button", name="Neem 3 argumenten over").click()
    expect(page.get_by_text("3 argumenten overgenomen uit 'codeboek.csv'.")).to_be_visible()
    idle(page)
    with page.expect_download() as caught:
        page.get_by_role("button", name="Bewaar als Excel").click()
    saved = tmp_path / caught.value.suggested_filename
    caught.value.save_as(saved)
    picture(page, "7_versions")
    codes = codebook_in(open_codebook(saved.read_bytes(), saved.name)).codes
    assert {code.name for code in codes} == {
        "De toon",
        "Mensen zijn sneller boos",
        "Er komen meer klachten",
        "Het staat op sociale media",
    }
    assert all(code.examples == () for code in codes)
    assert "Traceback" not in server.printed()
