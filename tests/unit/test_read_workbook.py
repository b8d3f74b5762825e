"""Workbooks: cells as people see them, the choice of a sheet, and what is refused before a parser sees it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pyreadstat
import pytest

from coding.domain.errors import ImportRefused
from coding.files import parser_process, sniff_workbook
from coding.files.raw_table import RawTable
from coding.files.read_table import read_table

Fill = Callable[[openpyxl.Workbook], None]


def workbook(*rows: list[object], more: Fill | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if more:
        more(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data: bytes, sheet: str | None = None, name: str = "enquete.xlsx") -> RawTable:
    return read_table(data, name, sheet=sheet)


def refusal(data: bytes, name: str = "enquete.xlsx", sheet: str | None = None) -> ImportRefused:
    with pytest.raises(ImportRefused) as refused:
        read_table(data, name, sheet=sheet)
    assert refused.value.facts["file"] == name
    return refused.value


SIMPLE = workbook(["id", "antwoord"], [1, "meer tijd"], [2, "lef"])


def test_cells_are_as_people_see_them() -> None:
    table = read(
        workbook(
            ["a", "b", "c", "d", "e", "f", "g"],
            [3.0, 0.1 + 0.2, 12345678901234, dt.date(2025, 9, 15), dt.datetime(2025, 9, 15, 14, 3), True, None],
            [-2.5, 1e-7, 0, dt.time(9, 30), dt.datetime(2025, 9, 15), False, "x\ny"],
        )
    )
    assert table.rows[0] == ("3", "0.3", "12345678901234", "2025-09-15", "2025-09-15 14:03:00", "TRUE", "")
    assert table.rows[1] == ("-2.5", "1e-07", "0", "09:30:00", "2025-09-15", "FALSE", "x\ny")


def test_a_sheet_is_chosen_or_the_first_with_text_is_taken() -> None:
    def more(book: openpyxl.Workbook) -> None:
        second = book.create_sheet("Wijken")
        second.append(["wijk", "wens"])
        second.append(["Oost", "groen"])

    data = workbook(more=more)
    assert read(data).format.sheet == "Wijken"
    assert read(data).format.sheets == ("Sheet", "Wijken")
    assert refusal(data, sheet="Sheet").key == "import_empty"
    missing = refusal(data, sheet="Noord")
    assert missing.key == "import_no_such_sheet"
    assert missing.facts["sheets"] == "Sheet, Wijken"


def test_a_title_page_is_not_taken_for_the_answers() -> None:
    """Survey programs put a sheet with the title and the date first."""

    def more(book: openpyxl.Workbook) -> None:
        answers = book.create_sheet("Antwoorden")
        for row in (["id", "antwoord"], *([at, f"antwoord {at}"] for at in range(1, 9))):
            answers.append(row)
        codes = book.create_sheet("Codeboek")
        for row in (["kolom", "vraag"], *([at, f"vraag {at}"] for at in range(1, 20))):
            codes.append(row)

    data = workbook(["Export van 1 oktober"], ["Vertrouwelijk"], more=more)
    assert read(data).format.sheet == "Antwoorden"
    assert read(data, sheet="Codeboek").format.sheet == "Codeboek"


def test_row_numbers_are_those_of_the_spreadsheet() -> None:
    table = read(workbook([], ["id", "antwoord"], [1, "a"], [], [2, "b"]))
    assert table.row_numbers == (3, 5)
    assert table.format.blank_rows == 1


def test_short_rows_are_empty_cells_and_values_beyond_the_header_are_not() -> None:
    assert read(workbook(["id", "a", "b"], [1, "x"], [2, "y", "z"])).rows[0] == ("1", "x", "")
    assert refusal(workbook(["id", "a"], [1, "x"], [2, "y", "z"])).key == "import_nameless_column"


@pytest.mark.parametrize("share", [0.001, 0.01, 0.1, 0.5, 0.998])
def test_a_truncated_workbook_is_damaged(share: float) -> None:
    assert refusal(SIMPLE[: int(share * len(SIMPLE))]).key == "import_damaged"


@pytest.mark.parametrize("name", ["enquete.xlsx", "enquete.ods", "enquete.xls"])
@pytest.mark.parametrize("data", [b"id;antwoord\n1;ja\n", b"<html><table></table></html>", b"\x89PNG\r\n\x1a\n"])
def test_other_files_are_no_workbooks(name: str, data: bytes) -> None:
    assert refusal(data, name).key == "import_not_a_workbook"


def test_a_zip_of_something_else_is_no_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as other:
        other.writestr("word/document.xml", "<w/>")
    assert refusal(out.getvalue()).key == "import_not_a_workbook"


def test_damaged_old_workbooks_are_refused_and_end_only_the_parser() -> None:
    assert refusal(sniff_workbook.OLE + bytes(5000), "oud.xls").key == "import_damaged"
    assert refusal(sniff_workbook.OLE + b"\xff" * 5000, "oud.xls").key == "import_damaged"


def with_part(name: str, content: bytes, declared: int | None = None) -> bytes:
    """The simple workbook with one more part, whose declared size may be a lie."""
    out = io.BytesIO(SIMPLE)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr(name, content)
        if declared is not None:
            book.getinfo(name).file_size = declared
    return out.getvalue()


@pytest.mark.parametrize("declared", [None, 10])
def test_a_workbook_that_unpacks_to_too_much_is_refused(declared: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sniff_workbook, "MAX_UNPACKED_BYTES", 3 * 1024**2)
    bomb = with_part("xl/media/bom.xml", bytes(5 * 1024**2), declared)
    assert len(bomb) < 50_000
    assert refusal(bomb).key == "import_unpacks_too_large"


def test_unpacking_stops_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked = []
    real = zlib.decompressobj

    class Counted:
        def __init__(self, bits: int) -> None:
            self.inner = real(bits)

        def decompress(self, data: bytes, size: int) -> bytes:
            unpacked.append(self.inner.decompress(data, size))
            return unpacked[-1]

        @property
        def unconsumed_tail(self) -> bytes:
            return self.inner.unconsumed_tail

        @property
        def eof(self) -> bool:
            return self.inner.eof

    monkeypatch.setattr(sniff_workbook, "MAX_UNPACKED_BYTES", 2 * 1024**2)
    monkeypatch.setattr(zlib, "decompressobj", Counted)
    assert refusal(with_part("a.bin", bytes(60 * 1024**2), 10)).key == "import_unpacks_too_large"
    assert sum(map(len, unpacked)) < 4 * 1024**2


def test_a_cell_far_away_is_refused_before_the_sheet_is_reserved() -> None:
    def far(book: openpyxl.Workbook) -> None:
        assert book.active is not None
        book.active["XFD1048576"] = "verdwaald"

    refused = refusal(workbook(["id", "antwoord"], [1, "a"], more=far))
    assert refused.key == "import_sheet_too_large"
    assert refused.facts == {"file": "enquete.xlsx", "rows": 1048576, "columns": 16384}


def test_a_parser_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    endless = tmp_path / "endless.py"
    endless.write_text("while True: pass\n", encoding="utf-8")
    monkeypatch.setattr(parser_process, "_CHILD", endless)
    monkeypatch.setattr(parser_process, "LEAST_SECONDS", 0.1)
    assert refusal(SIMPLE).key == "import_damaged"


@pytest.mark.parametrize("data", [b"", b"id;a\n1;b\n", b"$FL2" + bytes(200), b"$FL3" + b"\xff" * 400])
def test_damaged_spss_files_are_refused(data: bytes) -> None:
    assert refusal(data, "enquete.sav").key in {"import_empty", "import_not_sav", "import_damaged_sav"}


def test_spss_dates_missing_values_and_long_texts(tmp_path: Path) -> None:
    day = dt.datetime(2025, 9, 15, 10, 3)
    frame = pd.DataFrame(
        {
            "dag": [day.date(), None],
            "tijdstip": [day, None],
            "tekst": ["é" * 700, ""],
            "cijfer": [99.0, 1.5],
            "leeg": [None, 2.0],
        }
    )
    path = tmp_path / "enquete.sav"
    pyreadstat.write_sav(
        frame, str(path), missing_ranges={"cijfer": [99]}, variable_value_labels={"cijfer": {99: "Weet niet"}}
    )
    table = read(path.read_bytes(), name="enquete.sav")
    assert table.rows == (("2025-09-15", "2025-09-15 10:03:00", "é" * 700, "99", ""), ("", "", "", "1.5", "2"))
    assert table.labelled().cells("cijfer") == ("Weet niet", "1.5")
