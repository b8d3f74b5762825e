"""A table of arguments, or of the categories of a closed question, by a background variable."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coding.domain.counted_list import Base, RowKind


class BaseFlag(StrEnum):
    """How far a column can be trusted: under 50 respondents a little, under 30 hardly."""

    ENOUGH = "enough"
    SMALL = "small"
    VERY_SMALL = "very_small"


@dataclass(frozen=True, slots=True)
class CrosstabOptions:
    """What the researcher chose for a crosstab.

    ``level`` (0–1) is of the confidence intervals, and 1 − ``level`` the risk that the tests run; ``population`` the
    number of people that the sample was drawn from, if known; cells of fewer than ``hide_below`` respondents (but not
    none) are not printed, nor as many others as it takes that they cannot be worked out.
    """

    level: float = 0.95
    population: int | None = None
    hide_below: int = 0

    def __post_init__(self) -> None:
        if not 0.5 <= self.level < 1:
            raise ValueError(f"The 'level' of CrosstabOptions must be in [0.5, 1). Got {self.level} instead.")


@dataclass(frozen=True, slots=True)
class CrosstabColumn:
    """One column. ``letter`` names it in tests; the total has none. ``effective_base`` is Kish's, less than the base
    when weights differ."""

    letter: str
    category: str
    base: int
    weighted_base: float
    effective_base: float
    flag: BaseFlag


@dataclass(frozen=True, slots=True)
class CrosstabCell:
    """One cell. ``share`` is of the column's base and weighted, ``low`` and ``high`` its interval (0–1).

    ``letters`` name the columns whose share is significantly smaller. A cell that is not ``shown`` holds fewer
    respondents than may be printed, or would tell such a one; nothing of it may be printed.
    """

    count: int
    share: float
    low: float
    high: float
    letters: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True)
class CrosstabRow:
    """One row: an argument, a net, Overig, or a category of a closed question."""

    kind: RowKind
    name: str
    number: str
    level: int
    cells: tuple[CrosstabCell, ...]


@dataclass(frozen=True, slots=True)
class Crosstab:
    """A table by one variable. The first column is the total; ``missing`` counts those without a value.

    ``several``: the rows are answers of which a respondent may give more than one. ``cases`` is what is counted instead
    of respondents, "" for respondents. ``wave``: as in ClosedTable, for the answers to a closed question.
    """

    title: str
    variable: str
    label: str
    base: Base
    options: CrosstabOptions
    columns: tuple[CrosstabColumn, ...]
    rows: tuple[CrosstabRow, ...]
    missing: int
    weighted: bool
    several: bool = False
    cases: str = ""
    wave: str = ""
