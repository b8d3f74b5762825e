"""The workbook that the sheets of a report are written into: formats, column widths, and safe cells."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from xlsxwriter.utility import quote_sheetname, xl_range_abs

from coding.domain.report import Report
from coding.files.printable import printable
from coding.texts import text

CELL_LIMIT: Final = 32767
_HEADER: Final = 100  # characters of the title above a printed page
LINE: Final = 15.0  # points per line of text
STEP: Final = 2  # indent per level of nets
_PAGE_WIDE, _PAGE_TALL = 98.0, 440.0  # of a landscape A4 page: characters of the widest usual font, points
_READABLE: Final = 60  # per cent of its size at which a sheet can still be read on paper
_FONT: Final = {"font_name": "Calibri", "font_size": 11, "valign": "top"}

Cell = str | int | float | None


class Book:
    """One workbook in the making: formats, sheets and cells."""

    def __init__(self, book: Any, report: Report) -> None:
        self.book = book
        self.report = report
        self.language = report.language
        colour = report.look.colour
        self.plain = book.add_format({**_FONT, "text_wrap": True})
        self.level = [book.add_format({**_FONT, "text_wrap": True, "indent": STEP * at}) for at in range(4)]
        self.title = book.add_format({**_FONT, "font_size": 16, "bold": True, "font_color": colour})
        self.question = book.add_format({**_FONT, "font_size": 13, "bold": True, "font_color": colour})
        wrapped = {**_FONT, "font_size": 13, "bold": True, "font_color": colour, "text_wrap": True}
        self.wrapped_question = book.add_format(wrapped)
        self.note = book.add_format({**_FONT, "italic": True, "font_color": "#595959"})
        head = {**_FONT, "bold": True, "bottom": 1, "bottom_color": colour, "text_wrap": True, "valign": "bottom"}
        self.head = book.add_format(head)
        self.flat_note = book.add_format({**_FONT, "italic": True, "font_color": "#595959"})
        self.count = book.add_format({**_FONT, "num_format": "#,##0"})
        self.share = book.add_format({**_FONT, "num_format": "0%"})
        self.number = book.add_format({**_FONT, "align": "left"})
        self.flat = book.add_format(_FONT)
        self.apart = book.add_format({**_FONT, "text_wrap": True, "indent": 1})
        self.flat_apart = book.add_format({**_FONT, "indent": 1})
        self.head_apart = book.add_format({**head, "indent": 1})
        self.right = book.add_format({**_FONT, "align": "right"})
        self.decimal = book.add_format({**_FONT, "num_format": "0.0##"})
        self.head_right = book.add_format({**head, "align": "right"})
        self.head_over = book.add_format({**head, "bottom": 0, "font_color": colour})
        self.name = book.add_format({**_FONT, "bold": True, "text_wrap": True})
        self.wrapped_note = book.add_format({**_FONT, "italic": True, "font_color": "#595959", "text_wrap": True})
        self._tall: dict[tuple[str, int], float] = {}

    def word(self, key: str, **facts: object) -> str:
        """A word of the report in its language."""
        return text(f"report.{key}", self.language, **facts)

    def put(self, sheet: Any, row: int, column: int, value: Cell, style: Any = None) -> None:
        """Write a value by its own type; texts as strings only, cut visibly where Excel's limit is."""
        if value is None and style is None:
            return
        if value is None or value == "":
            sheet.write_blank(row, column, None, style or self.plain)
        elif isinstance(value, str):
            sheet.write_string(row, column, self.fitting(value), style or self.plain)
        else:
            sheet.write_number(row, column, value, style or self.count)

    def fitting(self, value: str) -> str:
        """``value`` as a cell can hold it: Excel counts UTF-16 units."""
        whole = printable(value)
        if _units(whole) <= CELL_LIMIT:
            return whole
        room = CELL_LIMIT - _units(self.word("cut", text=""))
        cut = whole.encode("utf-16-le")[: room * 2].decode("utf-16-le", errors="ignore")
        return self.word("cut", text=cut)

    def table(
        self,
        name: str,
        headings: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        widths: Sequence[int],
        wrap: bool = True,
        names: int = 1,
    ) -> Any:
        """A sheet that is one table with a frozen, filterable heading row; texts wrap, or stay on one line.

        On paper the first ``names`` columns are printed again where it goes on on a next page to the right.
        """
        sheet = self.sheet(name, widths, names)
        counts = {column for column, value in enumerate(rows[0] if rows else ()) if isinstance(value, int | float)}
        self.row(sheet, 0, row_height(headings, [width - 1 for width in widths]))
        for column, heading in enumerate(headings):
            style = self.head_apart if column - 1 in counts else self.head
            self.put(sheet, 0, column, heading, self.head_right if column in counts else style)
        for at, cells in enumerate(rows, 1):
            if wrap:
                self.row(sheet, at, row_height(cells, widths))
            for column, value in enumerate(cells):
                self.put(sheet, at, column, value, self._words(value, wrap, apart=column - 1 in counts))
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        if rows:
            sheet.autofilter(0, 0, len(rows), len(headings) - 1)
        return sheet

    def _words(self, value: Cell, wrap: bool, *, apart: bool) -> Any:
        """How a text looks; ``apart`` from a number at its left."""
        if not isinstance(value, str):
            return None
        return (self.apart if wrap else self.flat_apart) if apart else None if wrap else self.flat

    def over(self, sheet: Any, row: int, columns: tuple[int, int], words: str, style: Any) -> None:
        """Words over several columns, from the first to the last."""
        sheet.merge_range(row, columns[0], row, columns[1], "", style)
        self.put(sheet, row, columns[0], words, style)

    def told(
        self, sheet: Any, row: int, words: str, widths: Sequence[int], large: bool = False, first: int = 0
    ) -> None:
        """A sentence over the columns from ``first`` that are ``widths`` wide, as many lines as it takes.

        ``large``: as a heading.
        """
        style = self.wrapped_question if large else self.wrapped_note
        self.over(sheet, row, (first, first + len(widths) - 1), words, style)
        tall = row_height((words,), (int(sum(widths) * (0.7 if large else 1.0)),))
        self.row(sheet, row, min(tall * (1.2 if large else 1.0), 409.0))

    def row(self, sheet: Any, at: int, tall: float) -> None:
        """Set the height of a row, in points."""
        sheet.set_row(at, tall)
        self._tall[sheet.name, at] = tall

    def keep_whole(
        self, sheet: Any, blocks: Sequence[tuple[int, int]], wide: float, fresh: Collection[int] = ()
    ) -> None:
        """Break pages before blocks of rows, from and to, that would otherwise be cut; ``wide`` is the sheet's width.

        Printing is at the size at which the sheet fits the page; a block that is too tall for a page is cut after all.
        At the rows ``fresh`` a page begins anyhow.
        """
        scale = min(100, max(_READABLE, int(100 * _PAGE_WIDE / wide)))
        sheet.set_print_scale(scale)
        room, used, breaks, end = 100 * _PAGE_TALL / scale, 0.0, [], 0
        for first, last in blocks:
            if first in fresh:
                used, end = 0.0, first
            gap = sum(self._tall.get((sheet.name, at), LINE) for at in range(end, first))
            tall = sum(self._tall.get((sheet.name, at), LINE) for at in range(first, last))
            if used and used + gap + tall > room:
                breaks.append(first)
                used = tall % room
            else:
                used = (used + gap + tall) % room
            end = last
        sheet.set_h_pagebreaks(breaks)

    def print_areas(self, sheet: Any, areas: Sequence[tuple[int, int, int]]) -> None:
        """Print these areas, each from a page of its own: first row, last row, last column."""
        name = quote_sheetname(sheet.name)
        ranges = (f"{name}!{xl_range_abs(first, 0, last, column)}" for first, last, column in areas)
        self.book.define_name(f"{name}!_xlnm.Print_Area", f"={','.join(ranges)}")

    def sheet(self, name: str, widths: Sequence[int], names: int = 1) -> Any:
        """An empty sheet that prints on the width of one page; on more pages where that would be too small to read.

        The report's title and the sheet's name stand above each page. The first ``names`` columns are printed on each.
        """
        sheet = self.book.add_worksheet(self.word(f"sheet.{name}"))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self.plain)
        sheet.set_landscape()
        sheet.set_paper(9)
        if 100 * _PAGE_WIDE / sum(widths) >= _READABLE:
            sheet.fit_to_pages(1, 0)
        else:
            sheet.set_print_scale(_READABLE)
            sheet.repeat_columns(0, names - 1)
            sheet.set_v_pagebreaks(_breaks(widths, names))
        title = printable(self.report.title).replace("&", "&&")[:_HEADER]
        sheet.set_header(f"&L&9{' ' * title[:1].isdecimal()}{title.rstrip('&')}&R&9&A")
        sheet.set_footer("&R&9&P / &N")
        return sheet


def _breaks(widths: Sequence[int], names: int) -> list[int]:
    """Before which columns a page ends when the sheet is printed at the least size that can be read."""
    room = 100 * _PAGE_WIDE / _READABLE
    first = sum(widths[:names])
    breaks, used = [], float(first)
    for at, wide in enumerate(widths[names:], names):
        if used + wide > room and used > first:
            breaks.append(at)
            used = first
        used += wide
    return breaks


def row_height(cells: Sequence[Cell], widths: Sequence[int]) -> float:
    """The height of a row, in points, in which the wrapped texts are seen; Excel allows 409."""
    lines = 1
    for cell, width in zip(cells, widths, strict=False):
        if isinstance(cell, str):
            room = max(width - 1, 1)
            lines = max(lines, sum(max(1, -(-len(line) // room)) for line in printable(cell).split("\n")))
    return min(LINE * lines, 409.0)


def _units(value: str) -> int:
    return len(value.encode("utf-16-le")) // 2
