"""Makes respondents' texts safe to write into files, without changing what can be read."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_RUNS: Final = re.compile(r"[\s\u00a0\ufeff\u200b]*['=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def printable(text: str) -> str:
    """``text`` with what XML 1.0 cannot hold made visible: control characters as their pictures (␀ … ␡).

    Line ends of every kind become "\\n"; lone surrogates and non-characters become U+FFFD. Everything else stays.
    """
    return _UNPRINTABLE.sub(_picture, _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """``printable`` on one line: every run of white space becomes one space."""
    return " ".join(printable(text).split())


def guarded(cell: str) -> str:
    """``cell`` of a CSV file so that no spreadsheet runs it.

    Spreadsheets run cells that start with ``=``, ``+``, ``-`` or ``@``. As OWASP advises (CSV Injection), such a text
    gets an apostrophe in front. A text that starts with an apostrophe itself gets one too, so that every text can be
    given back exactly: ``unguarded(guarded(text)) == text``.
    """
    return "'" + cell if _RUNS.match(cell) else cell


def unguarded(cell: str) -> str:
    """The text that ``guarded`` was given. What was never guarded ("'t is te duur") stays as it is."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell[1:]) else cell


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0x7F:
        return "\u2421"
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is of a script that runs from right to left (Unicode's rule P2)."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
