"""Chapters of tables and sentences on slides: what it says, the table, and lines from one wave to the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from pptx.util import Pt

from coding.domain.chapter import Chapter, ChapterTable, shown
from coding.files.pptx_crosstab import no_style, table_cell
from coding.files.pptx_deck import HEIGHT, MARGIN, ROOM, TOP, Deck, Line, describe
from coding.files.pptx_pages import Block, Page, paginate
from coding.files.pptx_slope import slope_chart
from coding.files.printable import one_line
from coding.files.text_fit import height, width

_NAME: Final = 250.0  # points
_SIZE, _HEAD = 12.0, 11.0
_TOLD: Final = (16.0, 14.0)  # sizes of sentences
_GAP: Final = 14.0  # between sentences and table
_MOST: Final = 10  # columns beside the names, on one slide
_TALL: Final = 300.0


def chapter_slides(deck: Deck, chapter: Chapter, charts: bool, again: str) -> None:
    """The slides of the chapter; ``again`` stands behind a title that is said again."""
    for table in chapter.tables:
        title = ": ".join(filter(None, (chapter.title, one_line(table.title))))
        _told_and_counted(deck, title, table, again)
        if table.chart is not None and charts:
            slope_chart(deck, deck.slide(title, table.chart.note), table.chart)


def _told_and_counted(deck: Deck, title: str, table: ChapterTable, again: str) -> None:
    """What it says, and the table under it on the same slide where there is room."""
    parts = list(_parts(table))
    pages = _told(table, _table_height(parts[0]))
    for at, page in enumerate(pages):
        slide = deck.slide(title if at == 0 else f"{title} {again}", table.note)
        deck.write(deck.box(slide, MARGIN, TOP, ROOM, page.used), page.lines)
        under = page.used + _GAP
        if at == len(pages) - 1 and under + _table_height(parts[0]) <= HEIGHT:
            _table(deck, slide, parts.pop(0), TOP + under)
    for at, part in enumerate(parts, len(pages)):
        _table(deck, deck.slide(title if at == 0 else f"{title} {again}", table.note), part, TOP)


def _told(table: ChapterTable, tall: float) -> list[Page]:
    """The sentences on slides, a little smaller if that leaves room for a table of ``tall`` points under them."""
    for size in _TOLD:
        blocks = [Block([Line(sentence, size, before=9)]) for sentence in table.sentences]
        pages = list(paginate(blocks, HEIGHT))
        if sum(page.used for page in pages) + _GAP + tall <= HEIGHT:
            return pages
    return list(paginate([Block([Line(sentence, _TOLD[0], before=9)]) for sentence in table.sentences], HEIGHT))


def _parts(table: ChapterTable) -> Iterator[ChapterTable]:
    """Tables that fit a slide."""
    for part in table.divided(_most(table)):
        start, used = 0, 0.0
        for at, row in enumerate(part.rows):
            tall = _row_height(shown(row[0]))
            if used + tall > _TALL and at > start:
                yield replace(part, rows=part.rows[start:at], levels=part.levels[start:at])
                start, used = at, 0.0
            used += tall
        yield replace(part, rows=part.rows[start:], levels=part.levels[start:])


def _most(table: ChapterTable) -> int:
    """How many columns fit beside the names without breaking the words above them."""
    longest = max((width(word, _HEAD, bold=True) for head in table.head[1:] for word in head.split()), default=0.0)
    return max(1, min(_MOST, int((ROOM - _NAME) // (longest + 10.0))))


def _row_height(name: str) -> float:
    return height(name, _SIZE, _NAME - 12) + 8.0


def _table_height(table: ChapterTable) -> float:
    wide = (ROOM - _NAME) / (len(table.head) - 1) - 8.0
    head = max(height(words, _HEAD, wide, bold=True) for words in table.head[1:]) + 8.0
    return head + sum(_row_height(shown(row[0])) for row in table.rows)


def _table(deck: Deck, slide: Any, table: ChapterTable, top: float) -> None:
    columns = len(table.head)
    shape = slide.shapes.add_table(len(table.rows) + 1, columns, Pt(MARGIN), Pt(top), Pt(ROOM), Pt(40))
    describe(shape, table.title)
    grid = shape.table
    no_style(grid)
    for at in range(columns):
        grid.columns[at].width = Pt(_NAME if at == 0 else (ROOM - _NAME) / (columns - 1))
        table_cell(deck, grid.cell(0, at), Line(table.head[at], _HEAD, bold=True, colour=deck.titles), right=at > 0)
    for line, (row, level) in enumerate(zip(table.rows, table.levels, strict=True), 1):
        grid.rows[line].height = Pt(_row_height(shown(row[0])))
        table_cell(deck, grid.cell(line, 0), Line(shown(row[0]), _SIZE, indent=10.0 * level))
        for at in range(1, columns):
            table_cell(deck, grid.cell(line, at), Line(shown(row[at]), _SIZE), right=True)
