"""Any survey file to one table of text, or a refusal that says where and what to do."""

from __future__ import annotations

from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

from coding.domain.errors import ImportRefused
from coding.files.parser_process import parse
from coding.files.raw_table import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_FILE_BYTES,
    MAX_ROWS,
    NO_LABELS,
    FileFormat,
    FileKind,
    RawTable,
)
from coding.files.read_csv import read_csv
from coding.files.sniff_header import NumberedRow, find_header
from coding.files.sniff_workbook import check_workbook

KINDS: Final[dict[str, FileKind]] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xls",
    ".ods": "ods",
    ".sav": "sav",
    ".zsav": "sav",
}
"""What can be read, by file name."""


def read_table(data: bytes, filename: str, *, sheet: str | None = None) -> RawTable:
    """Read a survey file.

    ``sheet`` chooses a sheet of a workbook; without it the first visible sheet with any text is taken that is no
    mere note beside the largest. Raises
    ImportRefused, and nothing else, on any bytes: the error's facts name the file and, where there is one, the row and
    the column.
    """
    file = PurePosixPath(filename.replace("\\", "/")).name or filename
    kind = KINDS.get(PurePosixPath(file).suffix.lower())
    if kind is None:
        raise ImportRefused("import_unknown_kind", file=file, kinds=", ".join(sorted(KINDS)))
    if len(data) > MAX_FILE_BYTES:
        raise ImportRefused("import_too_large", file=file, limit=MAX_FILE_BYTES // 1024**2)
    if not data.strip(b" \t\r\n\xef\xbb\xbf\xff\xfe\x00"):
        raise ImportRefused("import_empty", file=file)
    if kind == "sav":
        return _read_sav(data, file)
    rows, form = read_csv(data, file) if kind == "csv" else _read_workbook(data, kind, file, sheet or "")
    return _table(file, rows, form)


def _read_workbook(data: bytes, kind: FileKind, file: str, sheet: str) -> tuple[list[NumberedRow], FileFormat]:
    check_workbook(data, kind, file)
    found = parse(data, kind, file, sheet)
    rows: list[NumberedRow] = list(enumerate(found["rows"], start=found["first"]))
    kept = [(number, row) for number, row in rows if any(cell.strip() for cell in row)]
    blank = kept[-1][0] - kept[0][0] + 1 - len(kept) if kept else 0
    return kept, FileFormat(kind, sheet=found["sheet"], sheets=tuple(found["sheets"]), blank_rows=blank)


def _table(file: str, rows: list[NumberedRow], form: FileFormat) -> RawTable:
    """The rows below the header, cut to the width of the header."""
    if not rows:
        raise ImportRefused("import_empty", file=file)
    if len(rows) == 1:
        raise ImportRefused("import_header_only", file=file)
    header = find_header(rows, file)
    width = max(position for position, name in enumerate(header.columns) if name) + 1
    body = rows[header.height :]
    if not body:
        raise ImportRefused("import_header_only", file=file)
    _check_size(len(body), width, file)
    workbook = form.kind != "csv"
    cells = tuple(tuple(_fitted(row, number, width, file, pad=workbook)) for number, row in body)
    named = [position for position in range(width) if header.columns[position]]
    if len(named) < width:  # a column without a name has no values either, or the header would have been refused
        cells = tuple(tuple(row[position] for position in named) for row in cells)
    return RawTable(
        name=file,
        columns=tuple(header.columns[position] for position in named),
        rows=cells,
        row_numbers=tuple(number for number, _ in body),
        format=FileFormat(
            form.kind, form.encoding, form.delimiter, form.sheet, form.sheets, header.origin, form.blank_rows
        ),
        descriptions=tuple(header.descriptions[position] for position in named),
    )


def _fitted(row: list[str], number: int, width: int, file: str, *, pad: bool) -> list[str]:
    """``row`` with ``width`` cells: empty cells beyond the header fall away, any other difference is refused."""
    if len(row) == width:
        return row
    if len(row) > width and not any(cell.strip() for cell in row[width:]):
        return row[:width]
    if len(row) < width and pad:
        return row + [""] * (width - len(row))
    raise ImportRefused("import_ragged_row", file=file, row=number, cells=len(row), expected=width)


def _check_size(rows: int, columns: int, file: str) -> None:
    if columns > MAX_COLUMNS:
        raise ImportRefused("import_too_many_columns", file=file, columns=columns, limit=MAX_COLUMNS)
    if rows > MAX_ROWS or rows * columns > MAX_CELLS:
        raise ImportRefused("import_too_many_rows", file=file, rows=MAX_ROWS)


def _read_sav(data: bytes, file: str) -> RawTable:
    if not data.startswith((b"$FL2", b"$FL3")):
        raise ImportRefused("import_not_sav", file=file)
    found = parse(data, "sav", file)
    columns = tuple(found["names"])
    if not found["rows"]:
        raise ImportRefused("import_header_only", file=file)
    _check_size(len(found["rows"]), len(columns), file)
    return RawTable(
        name=file,
        columns=columns,
        rows=tuple(map(tuple, found["rows"])),
        row_numbers=tuple(range(1, len(found["rows"]) + 1)),
        format=FileFormat("sav"),
        descriptions=tuple(found["titles"]),
        value_labels=tuple(
            MappingProxyType(found["labels"][name]) if name in found["labels"] else NO_LABELS for name in columns
        ),
    )
