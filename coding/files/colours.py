"""The client's colours: checked, lighter, dark enough to read, and what can be read on them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
DEFAULT_COLOUR: Final = "#1f5f68"
INK: Final = "#1d2326"
QUIET: Final = "#5b6468"
LINE: Final = "#d9dee0"
_READABLE: Final = 4.5  # contrast of text on its ground (WCAG 2.2, success criterion 1.4.3)


def checked_colour(colour: str) -> str:
    """``colour`` if it is written #rrggbb, else the default: nothing else may get into a style sheet."""
    return colour if _COLOUR.fullmatch(colour) else DEFAULT_COLOUR


def tint(colour: str, white: float) -> str:
    """``colour`` mixed with a share ``white`` (0–1) of white."""
    return _hex(round(channel + (255 - channel) * white) for channel in _channels(colour))


def readable(colour: str) -> str:
    """``colour``, made darker until it can be read as text on white."""
    for step in range(21):
        darker = _hex(round(channel * (1 - step / 20)) for channel in _channels(colour))
        if contrast(darker, "#ffffff") >= _READABLE:
            return darker
    return INK


def ink_on(colour: str) -> str:
    """White or near-black, whichever reads best on ``colour``."""
    return "#ffffff" if contrast("#ffffff", colour) >= contrast(INK, colour) else INK


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, 1–21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[int, int, int]:
    whole = checked_colour(colour)
    return int(whole[1:3], 16), int(whole[3:5], 16), int(whole[5:7], 16)


def _hex(channels: Iterable[int]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in channels)
