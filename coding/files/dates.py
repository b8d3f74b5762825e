"""Dates, as survey files write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

_YEAR_FIRST: Final = re.compile(r"^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=\D|$)")
_YEAR_LAST: Final = re.compile(r"^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?=\D|$)")
_FORMS: Final = (re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{1,2}([-/.])\d{1,2}\1\d{4}"))
_FIRST_YEAR: Final = 1583  # of the calendar that every program counts dates in


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


def only_dates(cells: Iterable[str]) -> dict[str, date]:
    """The date that each filled cell is, empty unless every one is a date in the same form, with only one reading.

    Forms are YYYY-MM-DD and day, month and year with "-", "/" or "." between them. Whether the day or the month comes
    first must follow from the cells themselves: from a number above twelve, or because both are the same.
    """
    filled = [cell for cell in dict.fromkeys(cells) if cell]
    if not any(all(form.fullmatch(cell) for cell in filled) for form in _FORMS):
        return {}
    readings = [[_read(cell, month_first) for cell in filled] for month_first in (False, True)]
    possible = {tuple(map(date.fromisoformat, reading)) for reading in readings if all(reading)}
    if len(possible) != 1:
        return {}
    dates = possible.pop()
    return dict(zip(filled, dates, strict=True)) if all(day.year >= _FIRST_YEAR for day in dates) else {}


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
