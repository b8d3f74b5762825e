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
_LETTER, _PADDING = 0.17, 0.45  # of a character, and beside the words of a cell
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
    widths = _widths(table)
    written = made.table(table.head, rows, (_ROOM - sum(widths), *widths), size=8, left=1, noted=True)
    for at, level in enumerate(table.levels, 1):
        name = _Cell(written._tbl.tr_lst[at].tc_lst[0], written).paragraphs[0]
        name.paragraph_format.left_indent = Cm(0.4 * level)


def _widths(table: ChapterTable) -> list[float]:
    """What the columns beside the names hold, in centimetres; what they do not need is for the names."""
    longest = [
        max(6, *(len(word) * 1.3 for word in table.head[at].split()), *(len(shown(row[at])) for row in table.rows))
        for at in range(1, len(table.head))
    ]
    wanted = [_LETTER * one + _PADDING for one in longest]
    room = min(_ROOM - _NAME, sum(wanted))
    return [room * one / sum(wanted) for one in wanted]
