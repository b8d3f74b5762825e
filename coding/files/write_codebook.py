"""Writes a codebook as a table, CSV or workbook, that ``read_codebook`` reads back as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

import xlsxwriter

from coding.domain.codebook import Code
from coding.files.codebook_entries import Field
from coding.files.printable import guarded, printable
from coding.files.read_codebook import joined_rules
from coding.texts import Language, text

COLUMNS: Final = (
    Field.NUMBER,
    Field.NAME,
    Field.NET,
    Field.KIND,
    Field.DESCRIPTION,
    Field.INCLUDE,
    Field.EXCLUDE,
    Field.RULES,
    Field.COLOUR,
)
_WIDTHS: Final = (9, 40, 28, 13, 48, 36, 36, 28, 10)
_EXAMPLE_WIDTH: Final = 48
_FONT: Final = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}


def codebook_rows(codes: Sequence[Code], language: Language) -> list[list[str]]:
    """The heading and a row per code. Every example answer has a column of its own."""
    names = {code.id: code.name for code in codes}
    most = max((len(code.examples) for code in codes), default=0)
    heading = [text(f"codebook.col.{column.value}", language) for column in COLUMNS]
    heading += [f"{text('codebook.col.example', language)} {at}" for at in range(1, most + 1)]
    return [heading, *(_row(code, names, language, most) for code in codes)]


def _row(code: Code, names: Mapping[str, str], language: Language, examples: int) -> list[str]:
    kind = text("report.kind.net" if code.is_net else "report.kind.code", language)
    cells = {
        Field.NUMBER: "" if code.number is None else str(code.number),
        Field.NAME: code.name,
        Field.NET: names.get(code.parent or "", ""),
        Field.KIND: kind,
        Field.DESCRIPTION: code.description,
        Field.INCLUDE: code.include,
        Field.EXCLUDE: code.exclude,
        Field.RULES: joined_rules(code.rules),
        Field.COLOUR: code.colour,
    }
    spread = [*code.examples, *[""] * (examples - len(code.examples))]
    return [printable(cell) for cell in (*(cells[column] for column in COLUMNS), *spread)]


def write_codebook_csv(codes: Sequence[Code], language: Language) -> bytes:
    """The codebook as CSV that a spreadsheet opens with a double click: UTF-8, semicolons in Dutch, commas in English.

    No cell is run as a formula (see ``printable.guarded``).
    """
    buffer = io.StringIO(newline="")
    delimiter = ";" if language == "nl" else ","
    writer = csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in codebook_rows(codes, language))
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8")


def write_codebook_xlsx(codes: Sequence[Code], language: Language) -> bytes:
    """The codebook as a workbook of one sheet. Texts are written as texts, never as formulas or links."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(text("codebook.sheet", language))
    head = book.add_format({**_FONT, "bold": True, "bottom": 1})
    plain = book.add_format(_FONT)
    rows = codebook_rows(codes, language)
    for column in range(len(rows[0])):
        sheet.set_column(column, column, _WIDTHS[column] if column < len(_WIDTHS) else _EXAMPLE_WIDTH, plain)
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            _put(sheet, at, column, cell, plain if at else head)
    sheet.freeze_panes(1, 0)
    book.close()
    return buffer.getvalue()


def _put(sheet: Any, row: int, column: int, cell: str, style: Any) -> None:
    if COLUMNS[column : column + 1] == (Field.NUMBER,) and row and cell:
        sheet.write_number(row, column, int(cell), style)
    elif cell:
        sheet.write_string(row, column, cell, style)
