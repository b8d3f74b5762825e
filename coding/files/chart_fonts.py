"""The fonts of charts: those of this machine, found once."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from matplotlib import font_manager

SANS: Final = ("Arial", "Liberation Sans", "Helvetica")
_EVERY_SCRIPT: Final = ("Noto Sans CJK JP", "Noto Sans Arabic", "Noto Sans", "Segoe UI", "Arial Unicode MS")
_OWN: Final = "DejaVu Sans"  # comes with matplotlib
_OWN_WIDER: Final = 1.16  # than the widths of text_fit
_OTHER_SCRIPT: Final = re.compile("[^\u0000-\u024f\u2010-\u203a]")


@cache
def _families() -> tuple[str, ...]:
    """Fonts that are on this machine, the first choice first; the others lend characters it lacks."""
    there = {font.name for font in font_manager.fontManager.ttflist}
    first = next((name for name in SANS if name in there), _OWN)
    return tuple(dict.fromkeys((first, _OWN, *(name for name in _EVERY_SCRIPT if name in there))))


def own_wider() -> float:
    """How much wider letters are here than ``text_fit`` thinks."""
    return _OWN_WIDER if _families()[0] == _OWN else 1.0


def font_for(words: str, size: float, bold: bool) -> Any:
    """The font that ``words`` are drawn in. Texts in Latin script need no help of other fonts."""
    return _font(size, bold, not _OTHER_SCRIPT.search(words))


@cache
def _font(size: float, bold: bool, latin: bool) -> Any:
    """Remembered, because finding a font takes long."""
    families = _families()[:1] if latin else _families()
    return font_manager.FontProperties(family=list(families), size=size, weight="bold" if bold else "normal")
