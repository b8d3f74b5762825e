"""The sheet with crosstabs: shares, counts, intervals and letters, each in a block of its own."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import Any

from coding.domain.crosstab import Crosstab, CrosstabRow
from coding.files.xlsx_book import STEP, Book, row_height
from coding.texts.report_wording import column_bases, column_heads, crosstab_title, percent, row_name

_NAME_WIDTH, _TITLE_WIDTH = 46, 34  # the same, in the small and the large size of letters
_PER_COLUMN = {"share": 9, "respondents": 13, "low": 11, "high": 7, "letters": 12}  # with the width of each
_ON_A_PAGE = 2  # columns of a crosstab, beside the names


def crosstab_sheet(book: Book) -> None:
    """All crosstabs of the report, one under the other; wide ones go on on a next page, the names beside them again.

    The narrow ones come first, and those of a width are printed together: no page holds nothing but names.
    """
    tables = sorted(book.report.crosstabs(), key=_pages)
    most = max(len(table.columns) for table in tables)
    group, shown = len(_PER_COLUMN), min(most, _ON_A_PAGE)
    sheet = book.sheet("crosstabs", (_NAME_WIDTH, *[*_PER_COLUMN.values()] * most))
    sheet.hide_gridlines(2)
    sheet.freeze_panes(0, 1)
    sheet.repeat_columns(0)
    sheet.set_v_pagebreaks(range(1 + _ON_A_PAGE * group, 1 + most * group, _ON_A_PAGE * group))
    wide = _NAME_WIDTH + shown * sum(_PER_COLUMN.values())
    level = percent(tables[0].options.level, book.language)
    note = book.word("crosstab.note", level=level)
    book.told(sheet, 0, note, (*_PER_COLUMN.values(),) * shown, first=1)
    at, blocks, areas = 2, [(0, 1)], [(0, 0)]
    for pages, alike in groupby(tables, _pages):
        for table in alike:
            after = _block(book, sheet, at, table)
            blocks.append((at, after))
            at = after + 2
        areas.append((at, min(pages * _ON_A_PAGE, most) * group))
    book.keep_whole(sheet, blocks, wide, fresh=[first for first, _ in areas[1:]])
    book.print_areas(sheet, [(first, last - 1, column) for (first, _), (last, column) in pairwise(areas)])


def _pages(table: Crosstab) -> int:
    """How many pages a crosstab takes from left to right."""
    return -(-len(table.columns) // _ON_A_PAGE)


def _block(book: Book, sheet: Any, at: int, table: Crosstab) -> int:
    """One crosstab from row ``at`` on; gives the row after it."""
    title = crosstab_title(table, book.language)
    book.put(sheet, at, 0, title, book.wrapped_question)
    book.row(sheet, at, row_height((title,), (_TITLE_WIDTH,)) * 1.2)
    heads, bases = column_heads(table, book.language), column_bases(table, book.language)
    for place, (head, base) in enumerate(zip(heads, bases, strict=True)):
        column = 1 + place * len(_PER_COLUMN)
        book.over(sheet, at + 1, (column, column + len(_PER_COLUMN) - 1), head, book.head_over)
        book.put(sheet, at + 2, column, base, book.flat_note)
        for offset, name in enumerate(_PER_COLUMN):
            book.put(sheet, at + 3, column + offset, book.word(f"col.{name}"), book.head_right)
    room = sum(_PER_COLUMN.values())
    book.row(sheet, at + 1, row_height(heads, [room] * len(heads)))
    at += 4
    for row in table.rows:
        _row(book, sheet, at, row)
        at += 1
    return at


def _row(book: Book, sheet: Any, at: int, row: CrosstabRow) -> None:
    name = row_name(row)
    book.put(sheet, at, 0, name, book.level[min(row.level, 3)])
    book.row(sheet, at, row_height((name,), (_NAME_WIDTH - STEP * row.level - 3,)))
    for place, cell in enumerate(row.cells):
        column = 1 + place * len(_PER_COLUMN)
        if not cell.shown:
            book.put(sheet, at, column, book.word("crosstab.hidden"), book.right)
            continue
        book.put(sheet, at, column, cell.share, book.share)
        book.put(sheet, at, column + 1, cell.count)
        book.put(sheet, at, column + 2, cell.low, book.share)
        book.put(sheet, at, column + 3, cell.high, book.share)
        book.put(sheet, at, column + 4, cell.letters)
