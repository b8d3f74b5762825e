"""The import of a codebook in AppTest: sheets, parts, columns that are guessed wrong, English."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from coding.domain.project import Project
from coding.services.workspace import Workspace
from coding.store.project_store import SUFFIX, ProjectStore
from tests.review_projects import ANSWERS, review_project
from tests.ui.fakes import QuickEncoder

OpenPage = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.registry.load", lambda _name: QuickEncoder())


@pytest.fixture
def app(open_page: OpenPage, home: Path) -> AppTest:
    opened = open_page("board", review_project(home, ANSWERS))
    press(opened, "Een codeboek gebruiken")
    assert not opened.exception
    return opened


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if label in button.label).click().run()


def upload(app: AppTest, name: str, data: bytes) -> AppTest:
    return app.file_uploader[0].set_value((name, data, "application/octet-stream")).run()


def project(home: Path) -> Project:
    workspace = Workspace(ProjectStore.open(next(home.glob(f"*{SUFFIX}"))), "Anna")
    found = workspace.project
    workspace.close()
    return found


def names(home: Path) -> set[str]:
    return {code.name for code in project(home).coding_of("q1").codes.values()}


def test_a_guess_can_be_corrected(app: AppTest, home: Path) -> None:
    upload(app, "x.csv", b"naam;iets\nA;Te duur\nB;Te ver\n")
    next(box for box in app.selectbox if box.label == "Argument").set_value("iets").run()
    press(app, "Neem 2 argumenten over")
    assert not app.exception
    assert names(home) == {"Te duur", "Te ver"}
    assert any("2 argumenten overgenomen uit 'x.csv'" in told.value for told in app.success)


def test_a_column_for_two_things_is_refused_and_nothing_comes_in(app: AppTest, home: Path) -> None:
    upload(app, "x.csv", b"naam;iets\nA;Te duur\nB;Te ver\n")
    next(box for box in app.selectbox if box.label == "Omschrijving").set_value("naam").run()
    assert ["De kolom 'naam' is voor twee dingen gekozen" in told.value for told in app.error] == [True]
    assert not any("Neem" in button.label for button in app.button)
    assert names(home) == set()


def test_another_sheet_can_be_chosen(app: AppTest, home: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.append(["Argument"])
    first.append(["Verkeerd blad"])
    second = book.create_sheet("Codes")
    second.append(["Code"])
    second.append(["Te duur"])
    buffer = io.BytesIO()
    book.save(buffer)
    upload(app, "x.xlsx", buffer.getvalue())
    next(box for box in app.selectbox if box.label == "Blad").set_value("Codes").run()
    press(app, "Neem 1 argument over")
    assert names(home) == {"Te duur"}


def test_what_is_there_already_is_told(app: AppTest, home: Path) -> None:
    upload(app, "x.csv", b"argument\nTe duur\n")
    press(app, "Neem 1 argument over")
    press(app, "Een codeboek gebruiken")
    upload(app, "x.csv", b"argument\nTe duur\nTe ver\n")
    assert any("blijven zoals ze zijn: Te duur" in told.value for told in app.caption)
    press(app, "Neem 1 argument over")
    upload_again = press(app, "Een codeboek gebruiken")
    upload(upload_again, "x.csv", b"argument\nTe duur\nTe ver\n")
    assert any("staat al bij deze vraag" in told.value for told in app.info)
    assert names(home) == {"Te duur", "Te ver"}


def test_giving_up_changes_nothing(app: AppTest, home: Path) -> None:
    before = project(home).revision
    upload(app, "x.csv", b"argument\nTe duur\n")
    press(app, "Annuleren")
    assert not app.file_uploader
    assert project(home).revision == before


def test_example_answers_are_written_one_per_line(open_page: OpenPage, home: Path) -> None:
    app = open_page("board", review_project(home, ANSWERS))
    app.segmented_control(key="board_tab_q1_3").set_value("code").run()
    field = next(area for area in app.text_area if area.label == "Voorbeeldantwoorden")
    field.set_value("  ze  schelden \n\nboos\nboos").run()
    assert not app.exception
    examples = [code.examples for code in project(home).coding_of("q1").codes.values() if code.examples]
    assert examples == [("ze schelden", "boos")]
