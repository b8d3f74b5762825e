"""Draws charts: sorted bars with intervals, divided bars, panels. Readable in grey: tints, hatching, direct labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from coding.domain.chart import Bar, BarChart, Chart, PanelChart, SlopeChart, Stack, StackedChart
from coding.files.chart_png import sheet_png
from coding.files.chart_sheet import Sheet, text_width, wrapped
from coding.files.chart_slope import Slopes
from coding.files.chart_svg import sheet_svg
from coding.files.colours import INK, LINE, QUIET, checked_colour, ink_on, readable, tint

WIDE: Final = 520.0  # points, as the text of an A4 page
_MARGIN: Final = 6.0
_FINE, _PRINT = 200, 150  # dots per inch
_TITLE, _NAME, _NOTE = 12.0, 9.5, 8.0
_LEAD: Final = 1.25  # of the size, from line to line
_GAP: Final = 8.0
_HIDDEN: Final = "‹"
_HATCHES: Final = ("", "////", "", "....", "", "\\\\\\\\", "", "xxxx")


@lru_cache(maxsize=512)
def chart_svg(chart: Chart, colour: str, titled: bool = True) -> bytes:
    """The chart as SVG, UTF-8; ``titled`` puts its title above it."""
    return sheet_svg(_drawn(chart, checked_colour(colour), titled), chart.title, chart.told)


@lru_cache(maxsize=512)
def chart_png(chart: Chart, colour: str, titled: bool = True) -> bytes:
    """The chart as PNG, finer as a file of its own than within a document."""
    drawn = _drawn(chart, checked_colour(colour), titled)
    return sheet_png(drawn, chart.title, chart.told, _FINE if titled else _PRINT)


class PartLook(NamedTuple):
    """How a part of a divided bar is filled."""

    colour: str
    hatch: str
    ink: str


def part_looks(colour: str, count: int) -> tuple[PartLook, ...]:
    """Fills for ``count`` parts: from dark to light, so that they differ in grey too; hatched when there are many."""
    looks = []
    for at in range(count):
        mixed = tint(readable(colour), at / max(1, count - 1) * 0.85 if count > 1 else 0.0)
        looks.append(PartLook(mixed, _HATCHES[at % len(_HATCHES)] if count > 4 else "", ink_on(mixed)))
    return tuple(looks)


def _drawn(chart: Chart, colour: str, titled: bool) -> Sheet:
    title = wrapped(chart.title, _TITLE, WIDE - 2 * _MARGIN, bold=True) if titled else []
    note = wrapped(chart.note, _NOTE, WIDE - 2 * _MARGIN) if chart.note else []
    top = _MARGIN + len(title) * _TITLE * _LEAD + (_GAP if title else 0.0)
    made: _Bars | _Stacks | _Panels | Slopes
    if isinstance(chart, BarChart):
        made = _Bars(chart, colour)
    elif isinstance(chart, StackedChart):
        made = _Stacks(chart, colour)
    elif isinstance(chart, SlopeChart):
        made = Slopes(chart, colour, _MARGIN, WIDE)
    else:
        made = _Panels(chart, colour)
    tall = top + made.tall + (_GAP + len(note) * _NOTE * _LEAD if note else 0.0) + _MARGIN
    sheet = Sheet(WIDE, tall)
    for at, line in enumerate(title):
        sheet.text(_MARGIN, _MARGIN + (at + 0.5) * _TITLE * _LEAD, line, _TITLE, bold=True, colour=readable(colour))
    made.draw(sheet, top)
    for at, line in enumerate(note):
        sheet.text(_MARGIN, top + made.tall + _GAP + (at + 0.5) * _NOTE * _LEAD, line, _NOTE, colour=QUIET)
    return sheet


class _Names:
    """The column of names at the left: as wide as it takes, up to ``most``; wrapped."""

    def __init__(self, names: Sequence[str], levels: Sequence[int], most: float) -> None:
        self.indents = [12.0 * min(level, 3) for level in levels]
        widest = max((text_width(name, _NAME) + at for name, at in zip(names, self.indents, strict=True)), default=0.0)
        self.wide = min(most, widest + 4.0)
        self.lines = [wrapped(n, _NAME, self.wide - at) for n, at in zip(names, self.indents, strict=True)]
        self.heights = [max(18.0, len(lines) * _NAME * _LEAD + 7.0) for lines in self.lines]

    def tops(self, start: float) -> Iterator[float]:
        """Where each row begins."""
        for tall in self.heights:
            yield start
            start += tall

    def draw(self, sheet: Sheet, at: int, top: float) -> None:
        """The name of one row."""
        lines = self.lines[at]
        first = top + self.heights[at] / 2 - (len(lines) - 1) * _NAME * _LEAD / 2
        for place, line in enumerate(lines):
            sheet.text(_MARGIN + self.indents[at], first + place * _NAME * _LEAD, line, _NAME)


class _Bars:
    """Bars from the same line, with a whisker where there is an interval, on a scale of shares."""

    def __init__(self, chart: BarChart, colour: str) -> None:
        self.chart, self.colour = chart, colour
        self.names = _Names([bar.name for bar in chart.bars], [bar.level for bar in chart.bars], WIDE * 0.46)
        self.left = _MARGIN + self.names.wide + _GAP
        labels = max((text_width(bar.label, _NAME, bold=True) for bar in chart.bars), default=0.0)
        reach = max((_end(bar) for bar in chart.bars), default=1.0) or 1.0
        self.scale = max(60.0, WIDE - _MARGIN - self.left - labels - _GAP) / reach
        self.ticks = _ticks(reach)
        self.tall = sum(self.names.heights) + _NOTE * _LEAD + 4.0

    def draw(self, sheet: Sheet, top: float) -> None:
        bottom = top + sum(self.names.heights)
        for tick in self.ticks:
            x = self.left + tick * self.scale
            sheet.line((x, x), (top, bottom), LINE, 0.6)
            sheet.text(x, bottom + _NOTE * 0.9, f"{round(tick * 100)}%", _NOTE, colour=QUIET, align="center")
        for at, (bar, start) in enumerate(zip(self.chart.bars, self.names.tops(top), strict=True)):
            self.names.draw(sheet, at, start)
            self._bar(sheet, bar, start, self.names.heights[at])
        sheet.line((self.left, self.left), (top, bottom), INK, 0.8)

    def _bar(self, sheet: Sheet, bar: Bar, start: float, tall: float) -> None:
        thick, middle = (12.0 if bar.level == 0 else 8.0), start + tall / 2
        fill = self.colour if bar.level == 0 else tint(self.colour, 0.45)
        sheet.box(self.left, middle - thick / 2, bar.share * self.scale, thick, fill)
        if bar.low is not None and bar.high is not None:
            ends = (self.left + bar.low * self.scale, self.left + bar.high * self.scale)
            sheet.line(ends, (middle, middle), "#ffffff", 2.4)
            sheet.line(ends, (middle, middle), INK, 1.0)
            for x in ends:
                sheet.line((x, x), (middle - 3.0, middle + 3.0), INK, 1.0)
        sheet.text(self.left + _end(bar) * self.scale + 5.0, middle, bar.label, _NAME, bold=bar.level == 0)


def _end(bar: Bar) -> float:
    return max(bar.share, bar.high or 0.0)


def _ticks(reach: float) -> list[float]:
    """At most six round shares from 0 to ``reach``."""
    step = next((step for step in (0.02, 0.05, 0.1, 0.2, 0.25) if reach / step <= 5), 0.25)
    return [at * step for at in range(int(reach / step + 1e-9) + 1)]


class _Stacks:
    """Bars of 100%, divided; the key above them in the order of the parts."""

    def __init__(self, chart: StackedChart, colour: str) -> None:
        self.chart, self.looks = chart, part_looks(colour, len(chart.parts))
        self.names = _Names([stack.name for stack in chart.stacks], [0] * len(chart.stacks), WIDE * 0.34)
        self.left = _MARGIN + self.names.wide + _GAP
        self.room = WIDE - _MARGIN - self.left
        self.key = list(self._placed())
        self.lines = 1 + max((line for _, line, _ in self.key), default=0)
        self.heights = [max(24.0, tall) for tall in self.names.heights]
        self.names.heights = self.heights
        self.tall = self.lines * 14.0 + 4.0 + sum(self.heights)

    def _placed(self) -> Iterator[tuple[float, int, str]]:
        """Where each entry of the key stands: x, line, words."""
        x, line = _MARGIN, 0
        for part in self.chart.parts:
            words = wrapped(part, _NAME, WIDE - 2 * _MARGIN - 14.0, most=1)[0] if part.strip() else ""
            wide = text_width(words, _NAME) + 26.0
            if x > _MARGIN and x + wide > WIDE:
                x, line = _MARGIN, line + 1
            yield x, line, words
            x += wide

    def draw(self, sheet: Sheet, top: float) -> None:
        for look, (x, line, words) in zip(self.looks, self.key, strict=True):
            middle = top + line * 14.0 + 6.0
            sheet.box(x, middle - 4.5, 9.0, 9.0, look.colour, look.hatch, look.ink)
            sheet.text(x + 13.0, middle, words, _NAME)
        start = top + self.lines * 14.0 + 4.0
        for at, (stack, row) in enumerate(zip(self.chart.stacks, self.names.tops(start), strict=True)):
            self.names.draw(sheet, at, row)
            self._stack(sheet, stack, row + 2.5, self.heights[at] - 5.0)

    def _stack(self, sheet: Sheet, stack: Stack, top: float, tall: float) -> None:
        x = self.left
        for look, share, label in zip(self.looks, stack.shares, stack.labels, strict=True):
            wide = (share or 0.0) * self.room
            if not wide:
                continue
            sheet.box(x, top, wide, tall, look.colour, look.hatch, look.ink)
            sheet.line((x + wide, x + wide), (top, top + tall), "#ffffff", 1.0)
            self._label(sheet, look, label, (x, top, wide, tall))
            x += wide
        if None in stack.shares:
            wide = self.left + self.room - x
            sheet.frame(x, top, wide, tall, QUIET)
            sheet.text(x + wide / 2, top + tall / 2, _HIDDEN, _NOTE, colour=QUIET, align="center")

    def _label(self, sheet: Sheet, look: PartLook, label: str, place: tuple[float, float, float, float]) -> None:
        """The label in the middle of a part, without its letters or not at all where it does not fit."""
        x, top, wide, tall = place
        fitting = (words for words in (label, label.split(" ")[0]) if text_width(words, _NOTE) + 4.0 <= wide)
        shown = next(fitting, "")
        room = text_width(shown, _NOTE) + 3.0
        if shown and look.hatch:
            sheet.box(x + (wide - room) / 2, top + tall / 2 - 5.0, room, 10.0, look.colour)
        sheet.text(x + wide / 2, top + tall / 2, shown, _NOTE, colour=look.ink, align="center")


class _Panels:
    """A panel of bars per column, each on a scale of 0 to 100%."""

    def __init__(self, chart: PanelChart, colour: str) -> None:
        self.chart, self.colour = chart, colour
        self.names = _Names(chart.rows, chart.levels, WIDE * 0.32)
        self.left = _MARGIN + self.names.wide + _GAP
        self.room = (WIDE - _MARGIN - self.left) / max(1, len(chart.columns))
        self.heads = [wrapped(column, _NOTE, self.room - 6.0, bold=True) for column in chart.columns]
        self.head = max((len(lines) for lines in self.heads), default=0) * _NOTE * _LEAD + 4.0
        self.label = max((text_width(words, _NOTE) for row in chart.labels for words in row), default=0.0) + 3.0
        self.tall = self.head + sum(self.names.heights)

    def draw(self, sheet: Sheet, top: float) -> None:
        for column, lines in enumerate(self.heads):
            for at, line in enumerate(lines):
                y = top + (at + 0.5) * _NOTE * _LEAD
                sheet.text(self.left + column * self.room, y, line, _NOTE, bold=at < len(lines) - 1, colour=INK)
        for at, start in enumerate(self.names.tops(top + self.head)):
            self.names.draw(sheet, at, start)
            sheet.line((_MARGIN, WIDE - _MARGIN), (start, start), LINE, 0.6)
            for column in range(len(self.chart.columns)):
                self._cell(sheet, at, column, start + self.names.heights[at] / 2)

    def _cell(self, sheet: Sheet, row: int, column: int, middle: float) -> None:
        share, label = self.chart.shares[row][column], self.chart.labels[row][column]
        x, room = self.left + column * self.room, max(4.0, self.room - self.label - 8.0)
        if share is None:
            sheet.text(x, middle, label, _NOTE, colour=QUIET)
            return
        fill = tint(self.colour, 0.45) if column else self.colour
        sheet.box(x, middle - 4.0, room, 8.0, "#eef1f2")
        sheet.box(x, middle - 4.0, share * room, 8.0, fill)
        sheet.text(x + room + 3.0, middle, label, _NOTE)
