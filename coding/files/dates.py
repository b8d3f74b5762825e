"""Days of answering, as survey files write them, to YYYY-MM-DD."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

_YEAR_FIRST: Final = re.compile(r"^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=\D|$)")
_YEAR_LAST: Final = re.compile(r"^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?=\D|$)")


def iso_dates(cells: Iterable[str]) -> tuple[str, ...]:
    """Each cell as YYYY-MM-DD, "" for one that holds no date; a time after the date is left out.

    Day or month first is decided by the whole column: whichever reads more cells as a date.
    Where both fit as many cells, the day comes first, as in Europe.
    """
    kept = list(cells)
    day_first = [_read(cell, month_first=False) for cell in kept]
    month_first = [_read(cell, month_first=True) for cell in kept]
    better = sum(map(bool, month_first)) > sum(map(bool, day_first))
    return tuple(month_first if better else day_first)


def _read(cell: str, month_first: bool) -> str:
    if found := _YEAR_FIRST.match(cell):
        year, month, day = (int(part) for part in found.groups())
    elif found := _YEAR_LAST.match(cell):
        first, second, year = (int(part) for part in found.groups())
        day, month = (second, first) if month_first else (first, second)
    else:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
