"""Chapters of tables and sentences as sheets of the workbook: numbers as numbers."""

from __future__ import annotations

from typing import Any, Final

from coding.domain.chapter import Chapter, ChapterTable, Figure
from coding.files.xlsx_book import STEP, Book, row_height

_NAME_WIDTH: Final = 40
_WIDTH: Final = 14
_AT_LEAST: Final = 5  # columns on a page, for the sentences above a table


def chapter_sheet(book: Book, chapter: Chapter) -> None:
    """All tables of the chapter, one under the other."""
    most = max(len(_columns(table)) for table in chapter.tables)
    sheet = book.sheet(chapter.name, (_NAME_WIDTH, *[_WIDTH] * most))
    sheet.hide_gridlines(2)
    book.put(sheet, 0, 0, chapter.title, book.title)
    at, blocks = 2, [(0, 1)]
    for table in chapter.tables:
        after = _table(book, sheet, at, table)
        blocks.append((at, after))
        at = after + 2
    book.keep_whole(sheet, blocks, _NAME_WIDTH + _WIDTH * max(most, _AT_LEAST))


def _table(book: Book, sheet: Any, at: int, table: ChapterTable) -> int:
    """One table from row ``at`` on; gives the row after it."""
    book.put(sheet, at, 0, table.title, book.question)
    for line in (*table.sentences, table.note):
        at += 1
        book.told(sheet, at, line, (_NAME_WIDTH, *[_WIDTH] * max(len(_columns(table)), _AT_LEAST)))
    at += 1
    for column, (_, _, words) in enumerate(_columns(table), 1):
        book.put(sheet, at, column, words, book.head_right)
    book.put(sheet, at, 0, table.head[0], book.head)
    book.row(sheet, at, row_height([words for _, _, words in _columns(table)], [_WIDTH] * len(_columns(table))))
    for row, level in zip(table.rows, table.levels, strict=True):
        at += 1
        name = str(row[0])
        book.put(sheet, at, 0, name, book.level[min(level, 3)])
        book.row(sheet, at, row_height((name,), (_NAME_WIDTH - STEP * level - 3,)))
        for place, (column, share, _) in enumerate(_columns(table), 1):
            cell = row[column]
            if isinstance(cell, str):
                book.put(sheet, at, place, cell, book.right)
            else:
                book.put(sheet, at, place, cell.share if share else cell.value, _style(book, cell.value, share))
    return at + 1


def _style(book: Book, value: float, share: bool) -> Any:
    return book.share if share else book.count if float(value).is_integer() else book.decimal


def _columns(table: ChapterTable) -> list[tuple[int, bool, str]]:
    """The columns of the sheet after the names: which column of the table, whether its share, and the heading."""
    found = []
    for at, words in enumerate(table.head[1:], 1):
        found.append((at, False, words))
        if any(isinstance(row[at], Figure) and row[at].share is not None for row in table.rows):  # type: ignore[union-attr]  # a Figure
            found.append((at, True, f"{words} %"))
    return found
