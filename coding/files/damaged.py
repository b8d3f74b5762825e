"""Letters that were damaged before a file came here, or because not all of it is in one encoding."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_REST: Final = bytes(range(0x80, 0xC0)).decode("cp1252", errors="ignore") + "".join(map(chr, range(0x80, 0xA0)))
"""What the second byte of a letter in UTF-8 looks like in Windows-1252."""
_LETTER: Final = f"\ufffd|[ÂÃ][{re.escape(_REST)}]|â€|â‚¬|â„¢|ðŸ"
"""A lost letter, or é, ë, ’, €, ™ and a face, in UTF-8 and read as Windows-1252: "Ã©", "Ã«", "â€™"."""
_DAMAGED: Final = re.compile(_LETTER)
_WORD: Final = re.compile(rf"\S{{0,12}}(?:{_LETTER})\S{{0,12}}")  # slow: only where there is one


@dataclass(frozen=True, slots=True)
class Damage:
    """The rows in which letters look damaged, numbered as a spreadsheet does, and a word of the first."""

    rows: tuple[int, ...]
    example: str


def damage(rows: Iterable[tuple[int, Iterable[str]]]) -> Damage | None:
    """Where letters look damaged in the cells of these rows, each with its number; None if they do nowhere."""
    found = [(number, text) for number, cells in rows if _DAMAGED.search(text := "\n".join(cells))]
    if not found or (word := _WORD.search(found[0][1])) is None:
        return None
    return Damage(tuple(number for number, _ in found), word[0])
