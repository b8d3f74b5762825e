"""Chapters of tables and sentences in the Markdown report."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coding.domain.chapter import Chapter, ChapterTable, shown
from coding.files.closed_markdown import INDENT, table_lines


def chapter_lines(chapter: Chapter, readable: Callable[[str], str]) -> Iterator[str]:
    """The lines of the chapter; ``readable`` escapes what people typed."""
    yield from (f"## {readable(chapter.title)}", "")
    for table in chapter.tables:
        yield from (f"### {readable(table.title)}", "")
        for sentence in table.sentences:
            yield f"- {readable(sentence)}"
        yield from ([""] if table.sentences else [])
        yield from _table(table, readable)
        yield from ("", f"*{readable(table.note)}*", "")


def _table(table: ChapterTable, readable: Callable[[str], str]) -> Iterator[str]:
    rows = [
        (INDENT * level + shown(row[0]), *map(shown, row[1:]))
        for row, level in zip(table.rows, table.levels, strict=True)
    ]
    yield from table_lines(table.head, rows, readable)
