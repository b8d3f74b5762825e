"""One table, written by the programs that people use (see ``make_survey_files``), is read the same from every file."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding.domain.errors import ImportRefused
from coding.files.raw_table import FileFormat, RawTable
from coding.files.read_table import read_table

FILES = Path(__file__).parent / "files"
HEADER = ("id", "Soort organisatie", "Wat heb je nodig?", "Cijfer", "Gewicht")
ROWS = (
    ("1", "Gemeente", 'Meer tijd, training; en "lef"', "7", "1.25"),
    ("2", "Ministerie", "Eerst een café.\nDan praten – voor € 10", "8", "0.5"),
    ("3", "Gemeente", "", "", "1"),
    ("4", "Zorg- of welzijnsorganisatie", "=ruimte", "10", "0.75"),
)
SHEET = ("Antwoorden",)
FORMATS = {
    "excel_semicolon_windows1252.csv": (FileFormat("csv", encoding="windows-1252", delimiter=";"), 2),
    "excel_utf8_bom.csv": (FileFormat("csv", encoding="utf-8", delimiter=";"), 2),
    "excel_unicode_text.txt": (FileFormat("csv", encoding="utf-16", delimiter="\t"), 2),
    "excel_sep_line.csv": (FileFormat("csv", encoding="utf-8", delimiter=";"), 3),
    "plain_utf8.csv": (FileFormat("csv", encoding="utf-8", delimiter=","), 2),
    "openpyxl.xlsx": (FileFormat("xlsx", sheet="Antwoorden", sheets=("Leeg", "Antwoorden")), 3),
    "xlsxwriter.xlsx": (FileFormat("xlsx", sheet="Antwoorden", sheets=SHEET), 2),
    "libreoffice.xlsx": (FileFormat("xlsx", sheet="libreoffice", sheets=("libreoffice",)), 2),
    "libreoffice.ods": (FileFormat("ods", sheet="libreoffice", sheets=("libreoffice",)), 2),
    "libreoffice.xls": (FileFormat("xls", sheet="libreoffice", sheets=("libreoffice",)), 2),
}


def read(name: str) -> RawTable:
    return read_table((FILES / name).read_bytes(), name)


@pytest.mark.parametrize("name", FORMATS)
def test_every_program_writes_the_same_table(name: str) -> None:
    table = read(name)
    form, first = FORMATS[name]
    assert table.columns == HEADER
    assert table.rows == ROWS
    assert table.format == form
    assert table.row_numbers == tuple(range(first, first + 4))


def test_qualtrics_has_its_question_texts_in_the_second_row() -> None:
    table = read("qualtrics.csv")
    assert table.format.origin == "qualtrics"
    assert table.columns == ("ResponseId", "Q1", "Q2", "Q3", "Gewicht")
    assert table.title("Q2") == "Wat heb je nodig?"
    assert table.rows == ROWS
    assert table.row_numbers[0] == 4


@pytest.mark.parametrize(
    ("name", "first", "title"),
    [
        ("limesurvey.csv", 2, "Wat heb je nodig?"),
        ("limesurvey_vv.csv", 3, "Wat heb je nodig?"),
        ("limesurvey_codes.csv", 2, "G01Q02"),
    ],
)
def test_limesurvey_is_recognised_in_its_three_forms(name: str, first: int, title: str) -> None:
    table = read(name)
    assert table.format.origin == "limesurvey"
    assert table.title("G01Q02") == title
    assert table.cells("G01Q02") == tuple(row[2] for row in ROWS)
    assert table.row_numbers[0] == first


def test_spss_gives_codes_with_labels_for_variables_and_values() -> None:
    table = read("spss.sav")
    assert table.columns == ("id", "v1", "v2", "v3", "weeg")
    assert table.descriptions == ("Nummer", "Soort organisatie", "Wat heb je nodig?", "Cijfer", "Gewicht")
    assert table.cells("v1") == ("1", "2", "1", "3")
    assert table.value_labels[1] == {"1": "Gemeente", "2": "Ministerie", "3": "Zorg- of welzijnsorganisatie"}
    assert table.labelled().rows == ROWS


def test_a_password_is_recognised() -> None:
    with pytest.raises(ImportRefused) as refused:
        read("password.xlsx")
    assert refused.value.key == "import_password"
