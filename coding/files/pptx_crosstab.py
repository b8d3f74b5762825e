"""Crosstabs on slides: closed questions as 100% stacked bars, arguments as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from coding.domain.crosstab import Crosstab
from coding.domain.report import Show
from coding.files.chart_data import is_divided
from coding.files.chart_draw import part_looks
from coding.files.pptx_chart import chart_workbook, leave_room, plain_axes
from coding.files.pptx_deck import MARGIN, QUIET, ROOM, TOP, Deck, Line, as_rgb, describe
from coding.files.printable import one_line
from coding.files.text_fit import height, width
from coding.texts import text
from coding.texts.report_wording import cell_text, column_bases, column_heads, crosstab_footer, crosstab_title, row_name

_BARS: Final = 8  # beside the total, on one slide
_LEGEND: Final = 44.0  # points, under the bars
_SHARE: Final = "[>=0.035]0%;"  # nothing is written in a part that is too narrow
_COLUMNS: Final = 6  # beside the total, on one slide
_NAME: Final = 300.0  # the most for the names, in points
_WIDEST: Final = 150.0  # a column, so that numbers stay near their names
_HEAD: Final = 12.0
_SIZE: Final = 14.0
_TALL: Final = 330.0
_PADDING: Final = 8.0


def stacked_slides(deck: Deck, table: Crosstab, language: Any) -> None:
    """A closed question by background: one bar per column of the table, n behind its name; a table if it has many.

    Answers that overlap are no parts of a whole: they get a table too.
    """
    if not is_divided(table):
        table_slides(deck, table, language)
        return
    heads, bases = column_heads(table, language), column_bases(table, language)
    for page, columns in enumerate(_groups(len(table.columns), _BARS)):
        slide = deck.slide(_title(table, page, language), _footer(table, language))
        names = [one_line(f"{heads[at]}, {bases[at]}") for at in columns]
        series = [
            (one_line(row.name), [row.cells[at].share if row.cells[at].shown else None for at in columns])
            for row in table.rows
        ]
        left = [_left(table, at) for at in columns]
        if any(left):
            series.append((text("report.crosstab.not_shown", language), left))
        _stacked(deck, slide, (names, series, len(table.rows)), _told(table, columns, heads, language))


def _groups(columns: int, most: int) -> list[list[int]]:
    """The columns of each slide: the total on each, and the others divided evenly, at most ``most`` beside it."""
    others = columns - 1
    slides = max(1, -(-others // most))
    ends = [1 + others * at // slides for at in range(slides + 1)]
    return [[0, *range(start, end)] for start, end in pairwise(ends)]


def _title(table: Crosstab, page: int, language: Any) -> str:
    title = crosstab_title(table, language)
    return f"{title} {text('report.continued', language)}" if page else title


def _left(table: Crosstab, column: int) -> float | None:
    """What the parts that are not shown take of a bar; None when all are."""
    if all(row.cells[column].shown for row in table.rows):
        return None
    return max(0.0, 1.0 - sum(row.cells[column].share for row in table.rows if row.cells[column].shown))


def _told(table: Crosstab, columns: Sequence[int], heads: Sequence[str], language: Any) -> str:
    """The alternative text of a chart."""
    return "; ".join(
        f"{heads[at]}: " + ", ".join(f"{row.name} {cell_text(row.cells[at], language)}" for row in table.rows)
        for at in columns
    )


_Shares = tuple[Sequence[str], Sequence[tuple[str, list[float | None]]], int]
"""Names of the bars, series, and how many of them are parts; one more is what is not shown."""


def _stacked(deck: Deck, slide: Any, shares: _Shares, told: str) -> None:
    names, series, parts = shares
    data, workbook = chart_workbook(names, series, _SHARE)
    tall = min(364.0, 52.0 * len(names) + _LEGEND)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, Pt(MARGIN), Pt(TOP), Pt(ROOM), Pt(tall), data)
    describe(frame, told)
    chart = frame.chart
    plain_axes(chart)
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, 1
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    if len(series) > parts:
        rest = plot.series[parts].format
        rest.fill.background()
        rest.line.color.rgb, rest.line.dash_style = QUIET, MSO_LINE_DASH_STYLE.ROUND_DOT
    for one, look in zip(plot.series, part_looks(deck.look.colour, parts), strict=False):
        one.format.fill.solid()
        one.format.fill.fore_color.rgb = as_rgb(look.colour)
        one.format.line.color.rgb = as_rgb("#ffffff")
        labels = one.data_labels
        labels.show_value, labels.number_format, labels.number_format_is_linked = True, _SHARE, False
        labels.font.size, labels.font.color.rgb = Pt(11), as_rgb(look.ink)
    widest = max(width(name, 14) for name in names)
    leave_room(chart, min(0.4, widest / ROOM + 0.015), below=_LEGEND / tall)
    chart.part.chart_workbook.update_from_xlsx_blob(workbook)


def table_slides(deck: Deck, table: Crosstab, language: Any, cells: Show = Show.SHARE) -> None:
    """Arguments by background: shares and letters, the total always beside them."""
    heads, page = column_heads(table, language), 0
    names = min(_NAME, max(width(row_name(row), _SIZE) + 10.0 * row.level + 16.0 for row in table.rows))
    for columns in _groups(len(table.columns), _most(heads, names)):
        wide = min(_WIDEST, (ROOM - names) / len(columns))
        for rows in _pages(table, names):
            slide = deck.slide(_title(table, page, language), _footer(table, language))
            _table(deck, slide, table, _Part(columns, rows, cells, names, wide), language)
            page += 1


def _most(heads: Sequence[str], names: float) -> int:
    """How many columns fit beside names and total without breaking the words above them."""
    longest = max(width(word, _HEAD, bold=True) for head in heads for word in head.split() or [""])
    return max(1, min(_COLUMNS, int((ROOM - names) // (longest + _PADDING + 2.0)) - 1))


def _pages(table: Crosstab, names: float) -> list[range]:
    """Which rows stand on which slide."""
    pages, start, used = [], 0, 0.0
    for at, row in enumerate(table.rows):
        tall = _row_height(row_name(row), names)
        if used + tall > _TALL - 40 and at > start:
            pages.append(range(start, at))
            start, used = at, 0.0
        used += tall
    return [*pages, range(start, len(table.rows))]


def _row_height(name: str, wide: float) -> float:
    return height(name, _SIZE, wide - 12) + _PADDING


@dataclass(frozen=True)
class _Part:
    """What of a table stands on one slide; how wide the names and each column are, in points."""

    columns: list[int]
    rows: range
    cells: Show
    names: float
    wide: float


def _table(deck: Deck, slide: Any, table: Crosstab, part: _Part, language: Any) -> None:
    columns, rows = part.columns, part.rows
    whole = part.names + part.wide * len(columns)
    shape = slide.shapes.add_table(len(rows) + 1, len(columns) + 1, Pt(MARGIN), Pt(TOP), Pt(whole), Pt(40))
    grid = shape.table
    describe(shape, crosstab_title(table, language))
    no_style(grid)
    grid.columns[0].width = Pt(part.names)
    for at in range(len(columns)):
        grid.columns[at + 1].width = Pt(part.wide)
    heads, bases = column_heads(table, language), column_bases(table, language)
    for at, column in enumerate(columns, 1):
        words = f"{heads[column]}\n{bases[column]}"
        table_cell(deck, grid.cell(0, at), Line(words, _HEAD, bold=True, colour=deck.titles), right=True)
    table_cell(deck, grid.cell(0, 0), Line("", 11))
    for line, row in enumerate((table.rows[at] for at in rows), 1):
        name = row_name(row)
        grid.rows[line].height = Pt(_row_height(name, part.names))
        table_cell(deck, grid.cell(line, 0), Line(name, _SIZE, indent=10.0 * row.level))
        for at, column in enumerate(columns, 1):
            table_cell(
                deck, grid.cell(line, at), Line(cell_text(row.cells[column], language, part.cells), _SIZE), right=True
            )


_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "No Style, No Grid"


def no_style(grid: Any) -> None:
    """Take PowerPoint's own bands and colours off a table."""
    properties = grid._tbl.tblPr
    properties.set("bandRow", "0")
    properties.find("{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId").text = _NO_STYLE


def table_cell(deck: Deck, cell: Any, line: Line, right: bool = False) -> None:
    """Write one cell of a table."""
    deck.write(cell.text_frame, [line], MSO_ANCHOR.MIDDLE)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = Pt(4)
    cell.margin_top = cell.margin_bottom = Pt(2)
    if right:
        cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT


def _footer(table: Crosstab, language: Any) -> str:
    n = text("report.n", language, n=table.columns[0].base)
    return f"{n}  ·  {crosstab_footer(table, language)}"
