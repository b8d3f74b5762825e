"""A sheet as SVG: texts stay text, and nothing in it can do anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from coding.files.chart_sheet import Box, Mark, Sheet, Stroke, Words
from coding.files.printable import one_line

_FONTS: Final = "Arial, 'Liberation Sans', Helvetica, 'Noto Sans', 'DejaVu Sans', sans-serif"
_MIDDLE: Final = 0.35  # of the size: how far the baseline lies under the middle of small and tall letters
_ANCHORS: Final = {"left": "start", "center": "middle", "right": "end"}
_TILES: Final = {
    "////": '<path d="M0 6L6 0M-1 1L1 -1M5 7L7 5" {pen}/>',
    "\\\\\\\\": '<path d="M0 0L6 6M-1 5L1 7M5 -1L7 1" {pen}/>',
    "xxxx": '<path d="M0 6L6 0M0 0L6 6" {pen}/>',
    "....": '<path d="M0.9 0.9h1.2v1.2h-1.2zM3.9 3.9h1.2v1.2h-1.2z" fill="{ink}"/>',
}
"""What is repeated, 6 × 6 points, for each kind of hatching."""


def sheet_svg(sheet: Sheet, title: str, told: str) -> bytes:
    """The sheet as SVG, UTF-8, with its title and alternative text for those who do not see it."""
    hatches = tuple(dict.fromkeys((m.hatch, m.edge) for m in sheet.marks if isinstance(m, Box) and m.hatch))
    wide, tall = _number(sheet.wide), _number(sheet.tall)
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<svg role="img" xmlns="http://www.w3.org/2000/svg" width="{wide}pt" height="{tall}pt" '
        f'viewBox="0 0 {wide} {tall}" font-family="{_FONTS}">',
        f"<title>{escape(one_line(title))}</title><desc>{escape(one_line(told))}</desc>",
        *_patterns(hatches),
        f'<rect width="{wide}" height="{tall}" fill="#ffffff"/>',
        *(line for mark in sheet.marks for line in _mark(mark, hatches)),
        "</svg>\n",
    )
    return "\n".join(lines).encode()


def _patterns(hatches: Iterable[tuple[str, str]]) -> Iterator[str]:
    for at, (hatch, ink) in enumerate(hatches):
        drawn = _TILES[hatch].format(pen=f'fill="none" stroke="{ink}" stroke-width="0.8"', ink=ink)
        yield f'<defs><pattern id="h{at}" width="6" height="6" patternUnits="userSpaceOnUse">{drawn}</pattern></defs>'


def _mark(mark: Mark, hatches: tuple[tuple[str, str], ...]) -> Iterator[str]:
    match mark:
        case Box():
            place = (
                f'<rect x="{_number(mark.left)}" y="{_number(mark.top)}" '
                f'width="{_number(mark.wide)}" height="{_number(mark.tall)}"'
            )
            if not mark.fill:
                yield f'{place} fill="none" stroke="{mark.edge}" stroke-width="0.8" stroke-dasharray="0.8 1.3"/>'
                return
            yield f'{place} fill="{mark.fill}"/>'
            if mark.hatch:
                yield f'{place} fill="url(#h{hatches.index((mark.hatch, mark.edge))})"/>'
        case Stroke():
            (x1, x2), (y1, y2) = mark.xs, mark.ys
            yield (
                f'<line x1="{_number(x1)}" y1="{_number(y1)}" x2="{_number(x2)}" y2="{_number(y2)}" '
                f'stroke="{mark.colour}" stroke-width="{_number(mark.thick)}"/>'
            )
        case Words():
            look = ' font-weight="bold"' if mark.bold else ""
            yield (
                f'<text x="{_number(mark.x)}" y="{_number(mark.y + _MIDDLE * mark.size)}" '
                f'font-size="{_number(mark.size)}" fill="{mark.colour}" text-anchor="{_ANCHORS[mark.align]}"{look}>'
                f"{escape(mark.text)}</text>"
            )


def _number(value: float) -> str:
    """At most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
