"""The sheet with crosstabs: shares, counts, intervals and letters, each in a block of its own."""

from __future__ import annotations

from typing import Any

from coding.domain.crosstab import Crosstab, CrosstabRow
from coding.files.xlsx_book import STEP, Book, row_height
from coding.texts.report_wording import column_bases, column_heads, crosstab_title, percent

_NAME_WIDTH, _WIDTH = 50, 13
_PER_COLUMN = ("share", "respondents", "low", "high", "letters")


def crosstab_sheet(book: Book) -> None:
    """All crosstabs of the report, one under the other."""
    most = max(len(table.columns) for table in book.report.crosstabs())
    sheet = book.sheet("crosstabs", (_NAME_WIDTH, *[_WIDTH] * (most * len(_PER_COLUMN))))
    sheet.hide_gridlines(2)
    at = 0
    for table in book.report.crosstabs():
        at = _block(book, sheet, at, table) + 2


def _block(book: Book, sheet: Any, at: int, table: Crosstab) -> int:
    """One crosstab from row ``at`` on; gives the row after it."""
    book.put(sheet, at, 0, crosstab_title(table, book.language), book.question)
    note = book.word("crosstab.note", level=percent(table.options.level, book.language))
    book.put(sheet, at + 1, 0, note, book.flat_note)
    heads, bases = column_heads(table, book.language), column_bases(table, book.language)
    for place, (head, base) in enumerate(zip(heads, bases, strict=True)):
        column = 1 + place * len(_PER_COLUMN)
        book.put(sheet, at + 2, column, head, book.head)
        book.put(sheet, at + 3, column, base, book.note)
        for offset, name in enumerate(_PER_COLUMN):
            book.put(sheet, at + 4, column + offset, book.word(f"col.{name}"), book.head_right)
    at += 5
    for row in table.rows:
        _row(book, sheet, at, row)
        at += 1
    return at


def _row(book: Book, sheet: Any, at: int, row: CrosstabRow) -> None:
    name = f"{row.number} {row.name}".strip()
    book.put(sheet, at, 0, name, book.level[min(row.level, 3)])
    sheet.set_row(at, row_height((name,), (_NAME_WIDTH - STEP * row.level - 3,)))
    for place, cell in enumerate(row.cells):
        column = 1 + place * len(_PER_COLUMN)
        if not cell.shown:
            book.put(sheet, at, column, book.word("crosstab.hidden"))
            continue
        book.put(sheet, at, column, cell.share, book.share)
        book.put(sheet, at, column + 1, cell.count)
        book.put(sheet, at, column + 2, cell.low, book.share)
        book.put(sheet, at, column + 3, cell.high, book.share)
        book.put(sheet, at, column + 4, cell.letters)
