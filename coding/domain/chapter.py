"""Chapters of a report that are tables and sentences: waves beside each other, arguments by period and by source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coding.domain.chart import SlopeChart


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a table: as it is printed, and as a spreadsheet holds it.

    ``value`` is a count, a share (0–1), percentage points or a p-value; ``share`` is printed along with a count.
    """

    value: float
    shown: str
    share: float | None = None


Cell = str | Figure


@dataclass(frozen=True, slots=True)
class ChapterTable:
    """A table with what it says in words. ``levels``: per row how deep it stands under nets, 0 at the top.

    ``title`` is what people asked or chose, shown as it is; ``note`` says what the shares are of. The first column
    holds names.
    """

    title: str
    note: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    levels: tuple[int, ...]
    sentences: tuple[str, ...] = ()
    chart: SlopeChart | None = None

    def divided(self, most: int) -> Iterator[ChapterTable]:
        """The same in tables of at most ``most`` columns beside the names; only the first has sentences and chart."""
        width = len(self.head) - 1
        for start in range(0, max(1, width), most):
            columns = (0, *range(1 + start, min(1 + start + most, 1 + width)))
            part = replace(
                self,
                head=tuple(self.head[at] for at in columns),
                rows=tuple(tuple(row[at] for at in columns) for row in self.rows),
            )
            yield part if start == 0 else replace(part, sentences=(), chart=None)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with a heading of its own. ``name`` is that of its sheet in a workbook."""

    name: str
    title: str
    tables: tuple[ChapterTable, ...]


def shown(cell: Cell) -> str:
    """A cell as it is printed."""
    return cell if isinstance(cell, str) else cell.shown
