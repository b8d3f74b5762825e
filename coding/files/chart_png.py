"""A sheet as PNG, drawn by matplotlib's own renderer (Agg).

The renderer is called directly: the objects that matplotlib usually puts between a drawing and it take two thirds of
the time and change nothing of the picture. No windows, no browser, no settings that threads share.
"""

from __future__ import annotations

import io
import threading
import warnings
from functools import cache
from typing import Any, Final

from matplotlib.backends import backend_agg
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from coding.files.chart_fonts import font_for
from coding.files.chart_sheet import Box, Sheet, Stroke, Words
from coding.files.printable import one_line

_RENDERER: Any = backend_agg.RendererAgg  # matplotlib is typed in part
_POINTS: Final = 72.0
_COMPRESSION: Final = 4  # nearly as small as the most, in a third of the time
_SHARES: Final = {"left": 0.0, "center": 0.5, "right": 1.0}
_lock = threading.Lock()  # fonts are shared


def sheet_png(sheet: Sheet, title: str, told: str, dots: int) -> bytes:
    """The sheet as PNG of ``dots`` per inch, with its title and alternative text in its description."""
    about = PngInfo()
    about.add_itxt("Title", one_line(title))
    about.add_itxt("Description", one_line(told))
    with _lock, _any_characters():
        drawn = _Painter(sheet, dots).painted()
    buffer = io.BytesIO()
    drawn.save(buffer, "PNG", pnginfo=about, compress_level=_COMPRESSION, dpi=(dots, dots))
    return buffer.getvalue()


class _Painter:
    """Puts the marks of a sheet on a picture. Agg counts paths from the bottom, texts from the top."""

    def __init__(self, sheet: Sheet, dots: int) -> None:
        self.sheet, self.scale = sheet, dots / _POINTS
        self.size = round(sheet.wide * self.scale), round(sheet.tall * self.scale)
        self.agg: Any = _RENDERER(*self.size, dots)
        self.place = Affine2D().scale(self.scale, -self.scale).translate(0, self.size[1])
        self.middles: dict[Any, float] = {}

    def painted(self) -> Image.Image:
        """The whole picture."""
        self._box(Box(0.0, 0.0, self.sheet.wide, self.sheet.tall, "#ffffff", "", "#ffffff"))
        for mark in self.sheet.marks:
            match mark:
                case Box():
                    self._box(mark)
                case Stroke():
                    self._stroke(mark)
                case Words():
                    self._words(mark)
        return Image.frombuffer("RGBA", self.size, self.agg.buffer_rgba(), "raw", "RGBA", 0, 1).convert("RGB")

    def _pen(self, colour: str, thick: float) -> Any:
        pen = self.agg.new_gc()
        pen.set_foreground(_ink(colour), isRGBA=True)
        pen.set_linewidth(thick)
        return pen

    def _box(self, box: Box) -> None:
        right, bottom = box.left + box.wide, box.top + box.tall
        corners = ((box.left, box.top), (right, box.top), (right, bottom), (box.left, bottom), (box.left, box.top))
        pen = self._pen(box.edge, 0.0 if box.fill else 0.8)
        if not box.fill:
            pen.set_dashes(0, (0.8, 1.3))
        if box.hatch:
            pen.set_hatch(box.hatch)
            pen.set_hatch_color(_ink(box.edge))
            pen.set_hatch_linewidth(0.8)
        self.agg.draw_path(pen, Path(corners, closed=True), self.place, _ink(box.fill) if box.fill else None)
        pen.restore()

    def _stroke(self, stroke: Stroke) -> None:
        pen = self._pen(stroke.colour, stroke.thick)
        self.agg.draw_path(pen, Path(tuple(zip(stroke.xs, stroke.ys, strict=True))), self.place)
        pen.restore()

    def _words(self, words: Words) -> None:
        font = font_for(words.text, words.size, words.bold)
        x, share = words.x * self.scale, _SHARES[words.align]
        if share:
            x -= share * self.agg.get_text_width_height_descent(words.text, font, False)[0]
        if font not in self.middles:
            _, tall, under = self.agg.get_text_width_height_descent("lp", font, False)
            self.middles[font] = tall / 2 - under
        pen = self._pen(words.colour, 0.0)
        self.agg.draw_text(pen, x, words.y * self.scale + self.middles[font], words.text, font, 0.0)
        pen.restore()


@cache
def _ink(colour: str) -> tuple[float, float, float, float]:
    return to_rgba(colour)


class _any_characters(warnings.catch_warnings):  # noqa: N801 - reads as a phrase
    """Characters that no font here has become boxes; nobody need be warned of that."""

    def __enter__(self) -> None:
        super().__enter__()
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from font")
        warnings.filterwarnings("ignore", message=r"Matplotlib currently does not support")
