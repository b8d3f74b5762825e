"""Chapters of tables and sentences in the Word document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from docx.shared import Cm
from docx.table import _Cell

from coding.domain.chapter import Chapter, ChapterTable, shown
from coding.files.docx_parts import NOTE

_ROOM: Final = 16.0  # centimetres between the margins
_NAME: Final = 4.6
_MOST: Final = 6  # columns beside the names


def chapter_docx(made: Any, chapter: Chapter) -> None:
    """Write the chapter into the document that is being made."""
    made.chapter(chapter.title)
    for table in chapter.tables:
        made.paragraph(" ".join(table.title.split()), "Heading 2")
        for sentence in table.sentences:
            made.paragraph(sentence, "List Bullet")
        for part in table.divided(_MOST):
            _table(made, part)
        made.paragraph(table.note, NOTE)
        if table.chart is not None and made.report.charts:
            made.picture(table.chart)


def _table(made: Any, table: ChapterTable) -> None:
    made.table_caption(table.title)
    rows: Sequence[Sequence[str]] = [tuple(shown(cell) for cell in row) for row in table.rows]
    written = made.table(table.head, rows, (_NAME, *_widths(table)), size=8, left=1)
    for at, level in enumerate(table.levels, 1):
        name = _Cell(written._tbl.tr_lst[at].tc_lst[0], written).paragraphs[0]
        name.paragraph_format.left_indent = Cm(0.4 * level)


def _widths(table: ChapterTable) -> list[float]:
    """What is left beside the names, divided by how much the columns hold, in centimetres."""
    longest = [
        max(6, len(table.head[at]) * 0.7, *(len(shown(row[at])) for row in table.rows))
        for at in range(1, len(table.head))
    ]
    return [(_ROOM - _NAME) * one / sum(longest) for one in longest]
