"""How much room a text takes on a slide: Arial's widths, words wrapped as office programs wrap them.

The programs that show a file have the last word; the estimates err on the wide side.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

LINE_SPACING: Final = 1.2  # of the font size
_SAFETY: Final = 1.04
_BOLD: Final = 1.08
_WIDE: Final = 1000  # East Asian; per mille of the font size
_EMOJI: Final = 1400
_UNKNOWN: Final = 620

# Widths of Arial (as of Helvetica and Liberation Sans), per mille of the font size, from space to tilde.
_ASCII: Final = (
    "278 278 355 556 556 889 667 222 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 "
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 "
    "278 556 500 722 500 500 500 334 260 334 584"
)
_WIDTHS: Final = {chr(32 + at): int(width) for at, width in enumerate(_ASCII.split())}


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of one line of ``text`` in points."""
    total = sum(_char(char) for char in text) / 1000 * size
    return total * _SAFETY * (_BOLD if bold else 1.0)


def _char(char: str) -> int:
    known = _WIDTHS.get(char)
    if known is not None:
        return known
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE
    if ord(char) > 0xFFFF:
        return _EMOJI
    plain = unicodedata.normalize("NFD", char)[0]
    return _WIDTHS.get(plain, _UNKNOWN)


def lines(text: str, size: float, room: float, bold: bool = False) -> int:
    """How many lines ``text`` takes in ``room`` points of width; at least one."""
    return sum(_wrapped(paragraph, size, room, bold) for paragraph in text.split("\n"))


def _wrapped(text: str, size: float, room: float, bold: bool) -> int:
    count, used, gap = 1, 0.0, width(" ", size, bold)
    for word in text.split(" "):
        wide = width(word, size, bold)
        if used and used + gap + wide > room:
            count, used = count + 1, 0.0
        if wide > room:  # broken inside the word
            count += int(wide // room)
            used = wide % room
        else:
            used += (gap if used else 0.0) + wide
    return count


def height(text: str, size: float, room: float, bold: bool = False) -> float:
    """The height of ``text`` in points."""
    return lines(text, size, room, bold) * size * LINE_SPACING


def pieces(text: str, size: float, room: float, most: int) -> Iterator[str]:
    """``text`` cut between words (inside a word only when it must be) into parts of at most ``most`` lines.

    The parts joined give the text back exactly.
    """
    start = 0
    while start < len(text):
        low, high = start + 1, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if lines(text[start:middle], size, room) <= most:
                low = middle
            else:
                high = middle - 1
        end = low
        if end < len(text):
            space = max(text.rfind(" ", start + 1, end), text.rfind("\n", start + 1, end))
            end = space + 1 if space > start + (end - start) // 2 else end
        yield text[start:end]
        start = end


def largest(text: str, sizes: tuple[float, ...], room: float, tall: float, bold: bool = False) -> float:
    """The first of ``sizes`` (large to small) in which ``text`` fits ``room`` × ``tall`` points; else the last."""
    return next((size for size in sizes if height(text, size, room, bold) <= tall), sizes[-1])
