"""What can be measured of one column of a survey file."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

YES: Final = frozenset({"ja", "yes", "1", "true", "waar", "wel", "y", "j", "selected", "aangevinkt"})
NO: Final = frozenset(
    {"nee", "neen", "no", "0", "false", "onwaar", "niet", "n", "2", "not selected", "niet aangevinkt"}
)
_NUMBER: Final = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:[. ]\d{3})+)(?:[.,]\d+)?")
_DATE: Final = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{1,2} [^\W\d]{3,9}\.? \d{4})"
    r"(?:[ T,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp][Mm])?Z?)?"
)
YES_NO_PREFIX: Final = re.compile(
    r"\s*(ja|nee|neen|yes|no)\b(?:[\s,:;.–-]+(?:(?:namelijk|nl|want|omdat|namely|because)\b)?[\s,:;.–-]*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """A column's title and the measures that tell what it is.

    ``filled`` counts the cells with text; ``counts`` are the distinct trimmed values with their counts;
    ``number_share`` and ``date_share`` (0–1), ``mean_words`` and ``longest`` (characters) are over the filled cells.
    ``labelled`` says that the file itself names the categories.
    """

    column: str
    title: str
    position: int
    rows: int
    filled: int
    counts: Counter[str]
    number_share: float
    date_share: float
    mean_words: float
    longest: int
    labelled: bool

    @property
    def distinct(self) -> int:
        """How many different values the column has."""
        return len(self.counts)

    @property
    def distinct_share(self) -> float:
        """Different values per filled cell, 0–1; 0 for an empty column."""
        return self.distinct / self.filled if self.filled else 0.0

    @property
    def is_yes_no(self) -> bool:
        """Whether every value is a yes or a no."""
        values = {value.casefold() for value in self.counts}
        return bool(values) and self.distinct <= 2 and values <= YES | NO and not values <= NO


def profile(column: str, title: str, position: int, cells: tuple[str, ...], *, labelled: bool) -> ColumnProfile:
    """Measure the ``cells`` of one column."""
    counts = Counter(value for cell in cells if (value := cell.strip()))
    filled = counts.total()
    return ColumnProfile(
        column=column,
        title=title,
        position=position,
        rows=len(cells),
        filled=filled,
        counts=counts,
        number_share=_share(counts, filled, _NUMBER),
        date_share=_share(counts, filled, _DATE),
        mean_words=sum(n * len(value.split()) for value, n in counts.items()) / filled if filled else 0.0,
        longest=max(map(len, counts), default=0),
        labelled=labelled,
    )


def _share(counts: Counter[str], filled: int, pattern: re.Pattern[str]) -> float:
    return sum(n for value, n in counts.items() if pattern.fullmatch(value)) / filled if filled else 0.0


def number(cell: str) -> float | None:
    """The number in ``cell``, with a decimal comma or a decimal point; None when it is not one."""
    text = cell.strip().replace("\u00a0", "").replace(" ", "")
    if not re.fullmatch(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,3})?", text, re.ASCII):
        return None
    return float(text.replace(",", "."))
