"""Parses one workbook or SPSS file in a process of its own; run as a script, never imported.

The parsers are compiled code that ends the whole process on some damaged files (measured on generated damage: XLS and a
cell far out in XLSX abort, ODS can run for minutes). In a process of its own that costs one file instead of the app.
Reads the file from standard input, writes one marshalled dictionary to standard output: {"error": …} or the contents.
"""

from __future__ import annotations

import datetime as dt
import io
import marshal
import math
import sys

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MEMORY_BYTES = 4 * 1024**3
NOTE = 4
"""A sheet with less than a fourth of the filled cells of the largest is a note: a title page, an explanation."""


def limit_memory() -> None:
    """Let a runaway parser fail instead of filling the machine; Windows has no such limit."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(MEMORY_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def as_text(value: object) -> str:
    """A cell as a person reads it in the spreadsheet: 3.0 as 3, dates in ISO form, at most 15 digits."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".15g")
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="auto") if value.time() != dt.time() else value.date().isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return "" if value is None else str(value)


def read_workbook(data: bytes, kind: str, wanted: str) -> dict[str, object]:
    """The cells of one sheet; without a wish, of the first visible one that is no mere note beside the largest.

    Old workbooks and new ones with a password are both OLE files; msoffcrypto tells them apart.
    """
    if data.startswith(OLE):
        import msoffcrypto

        if msoffcrypto.OfficeFile(io.BytesIO(data)).is_encrypted():
            return {"error": "password"}
        if kind != "xls":
            return {"error": "other_kind"}
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    worksheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    names = [sheet.name for sheet in worksheets if sheet.visible == SheetVisibleEnum.Visible]
    names = names or [sheet.name for sheet in worksheets]
    if wanted and wanted not in names:
        return {"error": "sheet", "sheets": names}
    read = {name: workbook.get_sheet_by_name(name) for name in ([wanted] if wanted else names)}
    sizes = {name: sum(bool(cell) for row in sheet.to_python() for cell in row) for name, sheet in read.items()}
    least = max(sizes.values(), default=0) / NOTE
    chosen = wanted or next((name for name in names if sizes[name] and sizes[name] >= least), "")
    if not chosen:
        return {"sheets": names, "sheet": names[0] if names else "", "first": 1, "rows": []}
    rows = [[as_text(cell) for cell in row] for row in read[chosen].to_python()]
    return {"sheets": names, "sheet": chosen, "first": (read[chosen].start or (0, 0))[0] + 1, "rows": rows}


def read_sav(data: bytes) -> dict[str, object]:
    """The cells of an SPSS file as codes, with the labels of variables and values."""
    import pyreadstat

    columns, meta = pyreadstat.read_sav(io.BytesIO(data), user_missing=True, output_format="dict")
    names = list(meta.column_names)
    values = [map(as_text, columns[name]) for name in names]
    labels = {
        name: {as_text(code): str(label) for code, label in meaning.items()}
        for name, meaning in meta.variable_value_labels.items()
    }
    titles = [label or "" for label in meta.column_labels]
    return {
        "names": names,
        "titles": titles,
        "labels": labels,
        "rows": [list(row) for row in zip(*values, strict=True)],
    }


def main() -> None:
    """Answer one request; anything that goes wrong inside the parsers means that the file is damaged."""
    limit_memory()
    kind, wanted = sys.argv[1], sys.argv[2]
    data = sys.stdin.buffer.read()
    try:
        answer = read_sav(data) if kind == "sav" else read_workbook(data, kind, wanted)
    except MemoryError:
        answer = {"error": "memory"}
    sys.stdout.buffer.write(marshal.dumps(answer))


if __name__ == "__main__":
    main()
