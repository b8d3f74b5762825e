"""Questions with several answers in a survey file: several in one cell, or a column of marks per category."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from coding.files.column_profile import NO
from coding.files.raw_table import RawTable

SEPARATORS: Final = (";", "|", ", ", ",")
"""What survey programs put between the answers in a cell."""
NOTHING: Final = frozenset({"n/a", "nvt", "n.v.t.", "-", "#null!"})
"""What stands in a cell of somebody who was not asked (casefolded)."""


def pieces(cell: str, separator: str) -> tuple[str, ...]:
    """The different answers in a cell, each on one line; the whole cell without a separator."""
    found = cell.split(separator) if separator else [cell]
    return tuple(dict.fromkeys(filter(None, (" ".join(piece.split()) for piece in found))))


def is_mark(cell: str) -> bool:
    """Whether the cell says that the category of its column was chosen: anything but nothing or a no."""
    value = cell.strip().casefold()
    return bool(value) and value not in NO and value not in NOTHING


def refusals(table: RawTable, parts: Sequence[tuple[str, str]]) -> list[bool]:
    """For each respondent whether a column of ``parts`` says no: then the question was put. Raises KeyError."""
    rows = zip(*(table.cells(name) for name, _ in parts), strict=True)
    return [any(cell.strip().casefold() in NO for cell in row) for row in rows]


def choices(table: RawTable, column: str, parts: Sequence[tuple[str, str]], separator: str) -> list[tuple[str, ...]]:
    """The categories that each respondent chose, in the order of the columns or of the cell.

    ``parts`` are pairs of a column and its category; without them ``column`` holds all answers. Raises KeyError for a
    column that the table does not have.
    """
    if not parts:
        return [pieces(cell, separator) for cell in table.cells(column)]
    rows = zip(*(table.cells(name) for name, _ in parts), strict=True)
    names = [category for _, category in parts]
    return [tuple(dict.fromkeys(name for name, cell in zip(names, row, strict=True) if is_mark(cell))) for row in rows]
