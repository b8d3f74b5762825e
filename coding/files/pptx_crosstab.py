"""Crosstabs on slides: closed questions as 100% stacked bars, arguments as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
from coding.texts.report_wording import cell_text, column_bases, column_heads, crosstab_footer, crosstab_title

_BARS: Final = 9
_SHARE: Final = "[>=0.035]0%;"  # nothing is written in a part that is too narrow
_COLUMNS: Final = 6  # beside the total, on one slide
_NAME: Final = 300.0  # width of the names, in points
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
    for start in range(0, len(table.columns), _BARS):
        columns = range(start, min(start + _BARS, len(table.columns)))
        slide = deck.slide(crosstab_title(table, language), _footer(table, language))
        names = [one_line(f"{heads[at]}, {bases[at]}") for at in columns]
        series = [
            (one_line(row.name), [row.cells[at].share if row.cells[at].shown else None for at in columns])
            for row in table.rows
        ]
        left = [_left(table, at) for at in columns]
        if any(left):
            series.append((text("report.crosstab.not_shown", language), left))
        _stacked(deck, slide, (names, series, len(table.rows)), _told(table, columns, heads, language))


def _left(table: Crosstab, column: int) -> float | None:
    """What the parts that are not shown take of a bar; None when all are."""
    if all(row.cells[column].shown for row in table.rows):
        return None
    return max(0.0, 1.0 - sum(row.cells[column].share for row in table.rows if row.cells[column].shown))


def _told(table: Crosstab, columns: range, heads: Sequence[str], language: Any) -> str:
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
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, Pt(MARGIN), Pt(TOP), Pt(ROOM), Pt(364), data)
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
    leave_room(chart, min(0.4, widest / ROOM + 0.015), below=0.12)
    chart.part.chart_workbook.update_from_xlsx_blob(workbook)


def table_slides(deck: Deck, table: Crosstab, language: Any, cells: Show = Show.SHARE) -> None:
    """Arguments by background: shares and letters, the total always beside them."""
    others = range(1, len(table.columns))
    groups = [others[start : start + _COLUMNS] for start in range(0, len(others), _COLUMNS)] or [range(0)]
    for group in groups:
        for rows in _pages(table):
            slide = deck.slide(crosstab_title(table, language), _footer(table, language))
            _table(deck, slide, table, _Part([0, *group], rows, cells), language)


def _pages(table: Crosstab) -> list[range]:
    """Which rows stand on which slide."""
    pages, start, used = [], 0, 0.0
    for at, row in enumerate(table.rows):
        tall = _row_height(f"{row.number} {row.name}")
        if used + tall > _TALL - 40 and at > start:
            pages.append(range(start, at))
            start, used = at, 0.0
        used += tall
    return [*pages, range(start, len(table.rows))]


def _row_height(name: str) -> float:
    return height(name, _SIZE, _NAME - 12) + _PADDING


@dataclass(frozen=True)
class _Part:
    """What of a table stands on one slide."""

    columns: list[int]
    rows: range
    cells: Show


def _table(deck: Deck, slide: Any, table: Crosstab, part: _Part, language: Any) -> None:
    columns, rows = part.columns, part.rows
    shape = slide.shapes.add_table(len(rows) + 1, len(columns) + 1, Pt(MARGIN), Pt(TOP), Pt(ROOM), Pt(40))
    grid = shape.table
    describe(shape, crosstab_title(table, language))
    no_style(grid)
    grid.columns[0].width = Pt(_NAME)
    for at in range(len(columns)):
        grid.columns[at + 1].width = Pt((ROOM - _NAME) / len(columns))
    heads, bases = column_heads(table, language), column_bases(table, language)
    for at, column in enumerate(columns, 1):
        words = f"{heads[column]}\n{bases[column]}"
        table_cell(deck, grid.cell(0, at), Line(words, 12, bold=True, colour=deck.titles), right=True)
    table_cell(deck, grid.cell(0, 0), Line("", 11))
    for line, row in enumerate((table.rows[at] for at in rows), 1):
        name = f"{row.number} {row.name}".strip()
        grid.rows[line].height = Pt(_row_height(name))
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
