"""A sheet to draw on in points, from the top left: rectangles, lines and texts. Made into SVG or PNG by matplotlib.

matplotlib is used through its objects alone: no windows, no browser, no state that threads share, apart from its
settings, which a lock guards.
"""

from __future__ import annotations

import io
import re
import threading
import warnings
from functools import cache
from html import escape
from typing import Any, Final

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from coding.files.colours import INK
from coding.files.printable import one_line, printable
from coding.files.text_fit import pieces, width

_POINTS: Final = 72.0
_COMPRESSION: Final = 4  # of PNG files: nearly as small as the most, in a third of the time
_SANS: Final = ("Arial", "Liberation Sans", "Helvetica")
_EVERY_SCRIPT: Final = ("Noto Sans CJK JP", "Noto Sans Arabic", "Noto Sans", "Segoe UI", "Arial Unicode MS")
_OWN: Final = "DejaVu Sans"  # comes with matplotlib
_OWN_WIDER: Final = 1.16  # than the widths of text_fit
_OTHER_SCRIPT: Final = re.compile("[^\u0000-\u024f\u2010-\u203a]")
_lock = threading.Lock()


@cache
def _families() -> tuple[str, ...]:
    """Fonts that are on this machine, the first choice first; the others lend characters it lacks."""
    there = {font.name for font in font_manager.fontManager.ttflist}
    first = next((name for name in _SANS if name in there), _OWN)
    return tuple(dict.fromkeys((first, _OWN, *(name for name in _EVERY_SCRIPT if name in there))))


@cache
def _font(size: float, bold: bool, latin: bool) -> Any:
    """A font; remembered, because finding one takes long. Texts in ``latin`` script need no help of other fonts."""
    weight = "bold" if bold else "normal"
    families = _families()[:1] if latin else _families()
    return font_manager.FontProperties(family=list(families), size=size, weight=weight)


def text_width(words: str, size: float, bold: bool = False) -> float:
    """The width of one line in points."""
    return width(words, size, bold) * (_OWN_WIDER if _families()[0] == _OWN else 1.0)


def wrapped(words: str, size: float, room: float, bold: bool = False, most: int = 4) -> list[str]:
    """``words`` on lines of at most ``room`` points; what does not fit on ``most`` lines ends with an ellipsis."""
    narrow = room / (_OWN_WIDER if _families()[0] == _OWN else 1.0) / (1.08 if bold else 1.0)
    found = [part.strip() for line in printable(words).split("\n") for part in pieces(one_line(line), size, narrow, 1)]
    if len(found) > most:
        found = [*found[: most - 1], found[most - 1].rstrip(" .,;:") + "…"]
    return found


class Sheet:
    """Something to draw on, ``wide`` × ``tall`` points."""

    def __init__(self, wide: float, tall: float) -> None:
        self.wide, self.tall = wide, tall
        self.figure = Figure(figsize=(wide / _POINTS, tall / _POINTS), facecolor="white")
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_xlim(0, wide)
        self.axes.set_ylim(tall, 0)
        self.axes.set_axis_off()
        self._drawn = 1.0

    def _next(self) -> float:
        """What is drawn later lies on top."""
        self._drawn += 1
        return self._drawn

    def box(
        self, left: float, top: float, wide: float, tall: float, colour: str, hatch: str = "", edge: str = "none"
    ) -> None:
        """A filled rectangle; ``hatch`` is drawn in ``edge``."""
        look: dict[str, Any] = {
            "facecolor": colour,
            "linewidth": 0.0,
            "edgecolor": edge,
            "hatch": hatch or None,
            "zorder": self._next(),
        }
        self.axes.add_artist(Rectangle((left, top), wide, tall, **look))

    def frame(self, left: float, top: float, wide: float, tall: float, colour: str) -> None:
        """A dotted, empty rectangle."""
        self.axes.add_artist(
            Rectangle(
                (left, top),
                wide,
                tall,
                facecolor="none",
                edgecolor=colour,
                linewidth=0.8,
                linestyle=":",
                zorder=self._next(),
            )
        )

    def line(self, xs: tuple[float, float], ys: tuple[float, float], colour: str, thick: float) -> None:
        """A straight line."""
        self.axes.add_artist(Line2D(xs, ys, color=colour, linewidth=thick, solid_capstyle="butt", zorder=self._next()))

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        *,
        colour: str = INK,
        bold: bool = False,
        align: str = "left",
        anchor: str = "center",
    ) -> None:
        """One line of text, exactly as written: no formulas, no markup."""
        look: dict[str, Any] = {"color": colour, "zorder": self._next()}
        look["fontproperties"] = _font(size, bold, not _OTHER_SCRIPT.search(words))
        self.axes.text(x, y, printable(words), ha=align, va=anchor, parse_math=False, **look)

    def svg(self, title: str, told: str) -> bytes:
        """The sheet as SVG with texts as text, its title and alternative text for those who do not see it."""
        buffer = io.StringIO()
        settings: Any = {"svg.fonttype": "none", "svg.hashsalt": "tienkeer", "hatch.linewidth": 0.8}
        with _lock, mpl.rc_context(settings), _any_characters():
            nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
            canvas: Any = FigureCanvasSVG(self.figure)  # matplotlib is typed in part
            canvas.print_svg(buffer, metadata=nothing)
        _, start, rest = buffer.getvalue().partition("<svg ")
        head, end, body = rest.partition(">")
        words = f"<title>{escape(one_line(title))}</title><desc>{escape(one_line(told))}</desc>"
        return f'{start}role="img" {head}{end}\n{words}{body}'.encode()

    def png(self, title: str, told: str, dots: int) -> bytes:
        """The sheet as PNG of ``dots`` per inch, with the same words in its description."""
        about = PngInfo()
        about.add_itxt("Title", one_line(title))
        about.add_itxt("Description", one_line(told))
        with _lock, mpl.rc_context({"hatch.linewidth": 0.8}), _any_characters():
            self.figure.set_dpi(dots)
            canvas: Any = FigureCanvasAgg(self.figure)
            canvas.draw()
            wide, tall = canvas.get_width_height()
            drawn = Image.frombuffer("RGBA", (wide, tall), canvas.buffer_rgba(), "raw", "RGBA", 0, 1).convert("RGB")
        buffer = io.BytesIO()
        drawn.save(buffer, "PNG", pnginfo=about, compress_level=_COMPRESSION, dpi=(dots, dots))
        return buffer.getvalue()


class _any_characters(warnings.catch_warnings):  # noqa: N801 - reads as a phrase
    """Characters that no font here has become boxes; nobody need be warned of that."""

    def __enter__(self) -> None:
        super().__enter__()
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from font")
        warnings.filterwarnings("ignore", message=r"Matplotlib currently does not support")
