"""Which cells of a crosstab to leave out so that those of few people cannot be worked out from the others.

Leaving out a small cell is not enough: what is missing follows from the total of its row, and from the base of its
column where every person stands in exactly one row. So further cells are left out (complementary suppression:
Willenborg and De Waal 2001, Elements of Statistical Disclosure Control, chapter 4), those of the fewest people first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Cell = tuple[int, int]
"""Row and column, both from 0."""


@dataclass
class _Table:
    """Counts, and which of them are not to be known. ``additive`` when every column adds up to its base.

    Totals of rows are known. The last column may be of people who are in none of the others; it is never printed.
    """

    counts: Sequence[Sequence[int]]
    bases: Sequence[int]
    additive: bool
    unprinted: bool
    hidden: set[Cell] = field(default_factory=set)

    def is_safe(self, cell: Cell) -> bool:
        """Whether the count could be one more or one less with everything that is known unchanged.

        A change in one cell of a row must be made good in another, and so on around a ring of cells that are not known
        (an alternating cycle; exact, because such tables are networks).
        """
        row, column = cell
        start, end = ("column", self._node(column)), ("row", row)
        more = self._count(cell) < self.bases[column] and self._reaches(start, end, cell)
        return more or (self._count(cell) > 0 and self._reaches(end, start, cell))

    def _count(self, cell: Cell) -> int:
        return self.counts[cell[0]][cell[1]]

    def _node(self, column: int) -> int:
        return column if self.additive else 0  # columns that need not add up can all take what another gives

    def _reaches(self, start: tuple[str, int], end: tuple[str, int], without: Cell) -> bool:
        seen, todo = {start}, [start]
        while todo:
            at = todo.pop()
            for next_one in self._steps(at, without):
                if next_one == end:
                    return True
                if next_one not in seen:
                    seen.add(next_one)
                    todo.append(next_one)
        return False

    def _steps(self, at: tuple[str, int], without: Cell) -> Iterator[tuple[str, int]]:
        kind, place = at
        for row, column in self.hidden:
            if (row, column) == without:
                continue
            count = self.counts[row][column]
            if kind == "row" and row == place and count < self.bases[column]:
                yield ("column", self._node(column))
            elif kind == "column" and self._node(column) == place and count > 0:
                yield ("row", row)


def cells_to_hide(
    counts: Sequence[Sequence[int]],
    bases: Sequence[int],
    missing: Sequence[int],
    least: int,
    families: Sequence[tuple[int, tuple[int, ...]]] = (),
    *,
    additive: bool,
) -> frozenset[Cell]:
    """The cells (row, column) not to be printed, of ``counts`` per row and column.

    Cells of 1 to ``least`` − 1 people, and those it takes to protect them. ``bases`` are the columns' own; ``missing``
    counts, per row, people who are in no column. ``families`` are nets with the rows under them: where a net holds the
    people of one of them alone, both are left out or neither. ``additive`` when each person stands in one row.

    A table of a single column cannot be protected: it says what its totals say.
    """
    small = {
        (row, column)
        for row, line in enumerate(counts)
        for column, count in enumerate(line)
        if 0 < count < least
    }  # fmt: skip
    if not small:
        return frozenset()
    unprinted = any(missing)
    full = [[*line, lost] for line, lost in zip(counts, missing, strict=True)] if unprinted else counts
    table = _Table(full, [*bases, sum(missing)] if unprinted else bases, additive, unprinted, set(small))
    if unprinted:
        table.hidden |= {(row, len(bases)) for row in range(len(counts))}
    hopeless: set[Cell] = set()
    printed = len(bases)
    while True:
        _keep_families(table, families, printed)
        open_cells = (c for c in sorted(table.hidden) if c[1] < printed and c not in hopeless and not table.is_safe(c))
        cell = next(open_cells, None)
        if cell is None:
            return frozenset(c for c in table.hidden if c[1] < printed)
        more = _protection(table, cell)
        if more is None:
            hopeless.add(cell)
        else:
            table.hidden |= more


def _keep_families(table: _Table, families: Sequence[tuple[int, tuple[int, ...]]], printed: int) -> None:
    """Leave out both or neither of a net and the only row under it that has its people."""
    changed = True
    while changed:
        changed = False
        for net, rows in families:
            for column in range(printed):
                filled = [row for row in rows if table.counts[row][column]]
                if len(filled) == 1 and table.counts[net][column] == table.counts[filled[0]][column]:
                    pair = {(net, column), (filled[0], column)}
                    if len(pair & table.hidden) == 1:
                        table.hidden |= pair
                        changed = True


def _protection(table: _Table, cell: Cell) -> set[Cell] | None:
    """The cells of fewest people whose leaving out makes ``cell`` safe; None if there are none."""
    for more in sorted(_candidates(table, cell), key=lambda found: (_cost(table, found), sorted(found))):
        table.hidden |= more
        safe = table.is_safe(cell)
        table.hidden -= more
        if safe:
            return more
    return None


def _candidates(table: _Table, cell: Cell) -> Iterator[set[Cell]]:
    """Another cell of the row; where columns add up, with a rectangle around it."""
    row, column = cell
    for other in range(len(table.bases)):
        if other == column:
            continue
        if not table.additive:
            if (row, other) not in table.hidden:
                yield {(row, other)}
            continue
        for second in range(len(table.counts)):
            if second != row:
                found = {(row, other), (second, column), (second, other)} - table.hidden
                if found:
                    yield found


def _cost(table: _Table, cells: set[Cell]) -> tuple[int, int]:
    """How much is lost: people first, then cells; an empty cell tells most when it is left out, so it comes last."""
    people = sum(table.counts[row][column] or max(table.bases, default=0) for row, column in cells)
    return people, len(cells)
