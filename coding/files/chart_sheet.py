"""A sheet to draw on in points, from the top left: rectangles, lines and texts. It remembers what is put on it.

``chart_svg`` and ``chart_png`` make it into files.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from coding.files.chart_fonts import own_wider
from coding.files.colours import INK
from coding.files.printable import one_line, printable
from coding.files.text_fit import pieces, width


def text_width(words: str, size: float, bold: bool = False) -> float:
    """The width of one line in points."""
    return width(words, size, bold) * own_wider()


def wrapped(words: str, size: float, room: float, bold: bool = False, most: int = 4) -> list[str]:
    """``words`` on lines of at most ``room`` points; what does not fit on ``most`` lines ends with an ellipsis."""
    narrow = room / own_wider() / (1.08 if bold else 1.0)
    found = [part.strip() for line in printable(words).split("\n") for part in pieces(one_line(line), size, narrow, 1)]
    if len(found) > most:
        found = [*found[: most - 1], found[most - 1].rstrip(" .,;:") + "…"]
    return found


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: filled with ``fill`` and hatched in ``edge``, or, without a fill, dotted along its ``edge``."""

    left: float
    top: float
    wide: float
    tall: float
    fill: str
    hatch: str
    edge: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    xs: tuple[float, float]
    ys: tuple[float, float]
    colour: str
    thick: float


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text around the height ``y``; ``align`` ("left", "center", "right") tells where on it ``x`` is."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool
    align: str


Mark = Box | Stroke | Words


@dataclass(frozen=True, slots=True)
class Sheet:
    """Something to draw on, ``wide`` × ``tall`` points; what is drawn later lies on top."""

    wide: float
    tall: float
    marks: list[Mark] = field(default_factory=list)

    def box(
        self, left: float, top: float, wide: float, tall: float, colour: str, hatch: str = "", edge: str = INK
    ) -> None:
        """A filled rectangle; ``hatch`` is drawn in ``edge``."""
        self.marks.append(Box(left, top, wide, tall, colour, hatch, edge))

    def frame(self, left: float, top: float, wide: float, tall: float, colour: str) -> None:
        """A dotted, empty rectangle."""
        self.marks.append(Box(left, top, wide, tall, "", "", colour))

    def line(self, xs: tuple[float, float], ys: tuple[float, float], colour: str, thick: float) -> None:
        """A straight line."""
        self.marks.append(Stroke(xs, ys, colour, thick))

    def text(
        self, x: float, y: float, words: str, size: float, *, colour: str = INK, bold: bool = False, align: str = "left"
    ) -> None:
        """One line of text, exactly as written: no formulas, no markup."""
        if words:
            self.marks.append(Words(x, y, printable(words), size, colour, bold, align))
