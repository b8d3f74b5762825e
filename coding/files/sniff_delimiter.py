"""Which delimiter and which way of quoting a CSV text uses."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_DELIMITERS: Final = (";", ",", "\t", "|")
_SAMPLE_CHARACTERS: Final = 60_000
_SAMPLE_ROWS: Final = 200
_AGREEING: Final = 0.6
"""Share of the sampled rows that must be as wide as the header for a delimiter to be believed."""
_NEARLY_ALL: Final = 0.95


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV text is written. ``delimiter`` is "" for one column without quoting rules to split it."""

    delimiter: str
    quoted: bool = True
    escaped: bool = False

    def reader(self, text: str) -> Iterator[list[str]]:
        """The rows of ``text``. Raises csv.Error where the quoting does not add up."""
        return csv.reader(
            io.StringIO(text, newline=""),
            delimiter=self.delimiter or "\x1f",
            quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            doublequote=not self.escaped,
            escapechar="\\" if self.escaped else None,
            strict=True,
        )


def find_dialect(text: str) -> Dialect:
    """The dialect of ``text``.

    Each likely delimiter is tried with quotes as Excel writes them; the one that makes most rows as wide as the header
    wins, the wider on a tie, and clevercsv decides between those that agree on everything. If none fits: the same with
    quotes escaped by a backslash, then with quotes as ordinary characters. Without any delimiter in the first row,
    or when no delimiter makes most rows agree, the file has one column.
    """
    sample = text[:_SAMPLE_CHARACTERS]
    for quoted, escaped in ((True, False), (True, True), (False, False)):
        if escaped and '\\"' not in sample:
            continue
        found = {d: fit for d in _DELIMITERS if (fit := _fit(sample, Dialect(d, quoted, escaped))) >= _AGREEING}
        if found:
            best = _best(found, sample)
            return Dialect(best, quoted or _quotes_wrap(_rows(sample, Dialect(best, quoted=False))), escaped)
    return Dialect("", quoted=_parses(sample, Dialect("")))


def _quotes_wrap(rows: list[list[str]]) -> bool:
    """Whether quotation marks wrap cells more often than they stand loose: then one of them is wrong."""
    marked = [cell for row in rows for cell in row if '"' in cell]
    wrapped = sum(len(cell) > 1 and cell[0] == cell[-1] == '"' for cell in marked)
    return wrapped > len(marked) / 2


def _rows(sample: str, dialect: Dialect) -> list[list[str]]:
    """The first rows with any text; the last is left out where the sample may have cut it."""
    rows: list[list[str]] = []
    reader = dialect.reader(sample)
    cut = len(sample) >= _SAMPLE_CHARACTERS
    try:
        for row in reader:
            rows.append(row)
            if len(rows) == _SAMPLE_ROWS:
                cut = False
                break
    except csv.Error as error:
        if not (cut and rows and "end of data" in str(error)):
            return []
        cut = False  # the sample was cut inside quotes: that row is not among the rows yet
    return [row for row in (rows[:-1] if cut else rows) if any(cell.strip() for cell in row)]


def _parses(sample: str, dialect: Dialect) -> bool:
    return bool(_rows(sample, dialect))


def _fit(sample: str, dialect: Dialect) -> float:
    """The share of sampled rows as wide as the first; 0 when that has one cell or few names, or the quoting fails.

    Where (nearly) all rows are at least as wide, unquoted answers with delimiters made some too wide: just enough.
    """
    rows = _rows(sample, dialect)
    if not rows or len(rows[0]) < 2:
        return 0.0
    width = len(rows[0])
    agreeing = sum(len(row) == width for row in rows) / len(rows)
    wide_enough = sum(len(row) >= width for row in rows) / len(rows)
    names = [bool(cell.strip()) for cell in rows[0]]
    last = max((position for position, named in enumerate(names) if named), default=0)
    if sum(names) <= last / 2:
        return 0.0
    return max(agreeing, _AGREEING) if wide_enough >= _NEARLY_ALL else agreeing


def _best(found: dict[str, float], sample: str) -> str:
    top = max(found.values())
    equal = [delimiter for delimiter, fit in found.items() if fit > top - 0.02]
    if len(equal) == 1:
        return equal[0]
    import clevercsv  # takes a fifth of a second, and most files are clear without it

    detected = clevercsv.Detector().detect(sample[:10_000], delimiters=equal)
    if detected is not None and detected.delimiter in equal:
        return str(detected.delimiter)
    header = re.split(r"[\r\n]", sample, maxsplit=1)[0]
    return max(equal, key=lambda delimiter: header.count(delimiter))
