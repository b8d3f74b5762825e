"""CSV and TSV: bytes to rows of text."""

from __future__ import annotations

import csv
import re
from typing import Final

from coding.domain.errors import ImportRefused
from coding.files.raw_table import MAX_CELLS, MAX_ROWS, FileFormat
from coding.files.sniff_delimiter import Dialect, find_dialect
from coding.files.sniff_encoding import decode

_SIGNATURES: Final = (
    (b"PK\x03\x04", "XLSX, ODS, ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "XLS"),
    (b"$FL2", "SPSS"),
    (b"$FL3", "SPSS"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
    (b"SQLite format 3", "SQLite"),
    (b"{\\rtf", "RTF"),
)
_CONTROL: Final = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE: Final = 0.002
_NO_TEXT: Final = ' \t\r\n;,|"'
_SEPARATOR_LINE: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read_csv(data: bytes, file: str) -> tuple[list[tuple[int, list[str]]], FileFormat]:
    """The rows with any text, each with its number in the file (from 1), and how the file is written.

    Raises ImportRefused for a binary file, an encoding that cannot be found, NUL characters and quotes
    that never close.
    """
    _refuse_binary(data, file)
    text, encoding = decode(data, file)
    if "\x00" in text:
        raise ImportRefused("import_nul_bytes", file=file, row=text.count("\n", 0, text.index("\x00")) + 1)
    if len(_CONTROL.findall(text)) > max(3, _CONTROL_SHARE * len(text)):
        raise ImportRefused("import_binary", file=file)
    if not text.strip(_NO_TEXT):
        raise ImportRefused("import_empty", file=file)
    before = 0
    separator = _SEPARATOR_LINE.match(text)  # Excel's own first line that names the delimiter
    if separator:
        text, before = text[separator.end() :], 1
        dialect = Dialect(separator[1])
    else:
        dialect = find_dialect(text)
    rows = _parse(text, dialect, before, file)
    kept = [(number, row) for number, row in rows if any(cell.strip() for cell in row)]
    blank = kept[-1][0] - kept[0][0] + 1 - len(kept) if kept else 0
    return kept, FileFormat("csv", encoding=encoding, delimiter=dialect.delimiter, blank_rows=blank)


def _refuse_binary(data: bytes, file: str) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ImportRefused("import_other_kind", file=file, kind=kind)


def _parse(text: str, dialect: Dialect, before: int, file: str) -> list[tuple[int, list[str]]]:
    rows: list[tuple[int, list[str]]] = []
    cells = 0
    reader = dialect.reader(text)
    while True:
        number = before + len(rows) + 1
        try:
            row = next(reader)
        except StopIteration:
            return rows
        except csv.Error:
            raise ImportRefused("import_quoting", file=file, row=number) from None
        rows.append((number, row))
        cells += len(row)
        if cells > MAX_CELLS or number > MAX_ROWS + 3:
            raise ImportRefused("import_too_many_rows", file=file, rows=MAX_ROWS)
