"""What every reader of survey files returns: a table of text cells, with what is known of where they stood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, Literal

FileKind = Literal["csv", "xlsx", "xls", "ods", "sav"]
Origin = Literal["", "qualtrics", "limesurvey", "surveymonkey"]

NO_LABELS: Final[Mapping[str, str]] = MappingProxyType({})

MAX_FILE_BYTES: Final = 200 * 1024**2
"""Larger files are refused before anything is read."""
MAX_UNPACKED_BYTES: Final = 1024**3
"""What a workbook may unpack to, counted while unpacking and not as the file declares it."""
MAX_ROWS: Final = 500_000
MAX_COLUMNS: Final = 5_000
MAX_CELLS: Final = 20_000_000
"""Rows times columns; a workbook is measured before it is parsed, because its reader reserves the whole rectangle."""


@dataclass(frozen=True, slots=True)
class FileFormat:
    """What was found out about a file, to be shown to the researcher.

    ``delimiter`` is "" for a file of one column and for workbooks. ``sheets`` holds the visible sheets in the order of
    the workbook. ``blank_rows`` counts the rows without any text that were left out.
    """

    kind: FileKind
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    origin: Origin = ""
    blank_rows: int = 0


@dataclass(frozen=True, slots=True)
class RawTable:
    """A survey file as text cells, one row per respondent.

    ``rows`` hold exactly ``len(columns)`` cells each, as they were written; ``row_numbers[i]`` is the number that a
    spreadsheet shows beside ``rows[i]`` (the first row of the file is 1), so that every answer can be found again.
    ``descriptions`` are the question texts some files carry beside the column names ("" where there is none).
    ``value_labels`` map the codes of a column to what they mean; ``labelled`` puts them in.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_numbers: tuple[int, ...]
    format: FileFormat
    descriptions: tuple[str, ...]
    value_labels: tuple[Mapping[str, str], ...] = field(default=())

    def __post_init__(self) -> None:
        if not self.value_labels:
            object.__setattr__(self, "value_labels", (NO_LABELS,) * len(self.columns))
        widths = {len(row) for row in self.rows} | {len(self.descriptions), len(self.value_labels)}
        if widths - {len(self.columns)} or len(self.rows) != len(self.row_numbers):
            raise ValueError("A RawTable must be rectangular.")

    def position(self, column: str) -> int:
        """The index of ``column``. Raises KeyError when the table has no such column."""
        try:
            return self.columns.index(column)
        except ValueError:
            raise KeyError(column) from None

    def cells(self, column: str) -> tuple[str, ...]:
        """All cells of ``column``, in the order of the rows. Raises KeyError when the table has no such column."""
        position = self.position(column)
        return tuple(row[position] for row in self.rows)

    def title(self, column: str) -> str:
        """The question text of ``column`` where the file has one, else its name."""
        return self.descriptions[self.position(column)] or column

    def labelled(self) -> RawTable:
        """The same table with codes replaced by their labels; codes without a label stay as they are."""
        labels = [(position, labels) for position, labels in enumerate(self.value_labels) if labels]
        if not labels:
            return self
        rows = [list(row) for row in self.rows]
        for row in rows:
            for position, meaning in labels:
                row[position] = meaning.get(row[position], row[position])
        return replace(self, rows=tuple(map(tuple, rows)), value_labels=(NO_LABELS,) * len(self.columns))
