"""Draws lines from one share to another: what rose and what fell between two waves."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Final

from coding.domain.chart import Slope, SlopeChart
from coding.files.chart_sheet import Sheet, text_width, wrapped
from coding.files.colours import INK, QUIET, readable

_NAME, _HEAD = 9.5, 10.5
_LEAD: Final = 1.25
_APART: Final = 14.0  # points between labels, so that none covers another
_PERCENT: Final = 30.0  # room for "100%"


class Slopes:
    """A column of names at either side, lines between them; marked lines are thick and dark."""

    def __init__(self, chart: SlopeChart, colour: str, left: float, wide: float) -> None:
        self.chart, self.colour = chart, readable(colour)
        names = max((text_width(one.name, _NAME, bold=True) for one in chart.slopes), default=0.0)
        self.room = min(names, (wide - 2 * left) * 0.33)
        self.ends = left + self.room + _PERCENT + 8.0, wide - left - self.room - _PERCENT - 8.0
        self.body = max(150.0, _APART * len(chart.slopes) + 20.0)
        self.tall = _HEAD * _LEAD + 8.0 + self.body
        self.most = max((share for one in chart.slopes for share in (one.first, one.second)), default=0.0) or 1.0

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it from ``top`` points down."""
        for x, name in zip(self.ends, self.chart.columns, strict=True):
            words = wrapped(name, _HEAD, self.room + _PERCENT, bold=True, most=1)
            sheet.text(x, top + _HEAD * 0.6, words[0] if words else "", _HEAD, bold=True, align="center")
        start = top + _HEAD * _LEAD + 8.0
        heights = [
            [start + 8.0 + (self.body - 16.0) * (1 - share / self.most) for share in shares]
            for shares in ([one.first for one in self.chart.slopes], [one.second for one in self.chart.slopes])
        ]
        for marked in (False, True):
            for at, one in enumerate(self.chart.slopes):
                if one.marked is marked:
                    ink = self.colour if marked else QUIET
                    sheet.line(self.ends, (heights[0][at], heights[1][at]), ink, 2.6 if marked else 0.9)
        for side, x in enumerate(self.ends):
            placed = spread(heights[side], _APART, start + 4.0, start + self.body - 4.0)
            for one, y in zip(self.chart.slopes, placed, strict=True):
                self._label(sheet, one, side, x, y)

    def _label(self, sheet: Sheet, one: Slope, side: int, x: float, y: float) -> None:
        share = one.second if side else one.first
        name = wrapped(one.name, _NAME, self.room, bold=one.marked, most=1)
        align, away = ("left", 6.0) if side else ("right", -6.0)
        ink = self.colour if one.marked else INK
        sheet.text(x + away, y, f"{share:.0%}", _NAME, bold=one.marked, colour=ink, align=align)
        further = away + (_PERCENT - 4.0 if side else 4.0 - _PERCENT)
        sheet.text(x + further, y, name[0] if name else "", _NAME, bold=one.marked, colour=ink, align=align)


def spread(places: Sequence[float], apart: float, low: float = -inf, high: float = inf) -> list[float]:
    """The same places, moved as little as it takes to be ``apart``, in their own order, from ``low`` to ``high``.

    Those that are too near one another stand around their own middle; the others stay where they are.
    """
    order = sorted(range(len(places)), key=lambda at: (places[at], at))
    blocks: list[tuple[float, int]] = []  # where the first of a block stands, and how many there are
    for at in order:
        blocks.append((places[at], 1))
        while len(blocks) > 1 and blocks[-2][0] + blocks[-2][1] * apart > blocks[-1][0]:
            (second, more), (first, some) = blocks.pop(), blocks.pop()
            blocks.append(((first * some + (second - some * apart) * more) / (some + more), some + more))
    placed = [start + step * apart for start, count in blocks for step in range(count)]
    last = len(placed) - 1
    inside = (min(max(p, low + i * apart), high - (last - i) * apart) for i, p in enumerate(placed))
    return [place for _, place in sorted(zip(order, inside, strict=True))]
