"""What a comparison of waves holds: shares, differences and verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coding.analysis.compare import FLAG_BASE, LEAST_BASE, WARN_BASE, Difference
from coding.domain.counted_list import Base
from coding.domain.survey import Wave

LEVEL: Final = 0.95
SETTLED_FROM: Final = 0.9
"""Share of a wave's answers that must have been decided on before anything is called risen, fallen or the same."""


class Verdict(StrEnum):
    """What became of an argument. Rose and fell: the difference is significant after Holm's correction.

    Open: too many answers of a wave are undecided to tell, or it does not occur in a wave of which any is undecided.
    Few: too few people answered in a wave to compare anything.
    """

    ROSE = "rose"
    FELL = "fell"
    NEW = "new"
    GONE = "gone"
    SAME = "same"
    OPEN = "open"
    FEW = "few"


class SmallBase(StrEnum):
    """How far a base can be trusted."""

    FINE = ""
    SMALL = "small"
    TINY = "tiny"


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """How waves are compared. ``only`` limits to respondents with a value of a variable: (variable, value)."""

    base: Base = Base.ANSWERED
    weighted: bool = False
    level: float = LEVEL
    only: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """An argument in one wave: respondents, the base they are a share of, and that share (0–1)."""

    count: int
    base: int
    share: float

    @property
    def tells(self) -> bool:
        """Whether the base is large enough for a percentage: not of three people."""
        return self.base >= LEAST_BASE

    @property
    def small(self) -> SmallBase:
        """Whether the base is small."""
        if self.base < WARN_BASE:
            return SmallBase.TINY
        return SmallBase.SMALL if self.base < FLAG_BASE else SmallBase.FINE


@dataclass(frozen=True, slots=True)
class CodeChange:
    """One argument in two waves; ``level`` is 1 for what stands under a net."""

    code: str
    name: str
    level: int
    is_net: bool
    first: Cell
    second: Cell
    difference: Difference
    verdict: Verdict
    significant: bool


@dataclass(frozen=True)
class Comparison:
    """Two waves of one question, the largest in the second wave first.

    ``bases`` are the people that shares are of in either wave, ``overlap`` counts those in both; ``answers`` the
    answers of either wave, of which ``undecided`` are those that nobody decided on yet: they are in the bases and under
    no argument.
    """

    question: str
    text: str
    first: Wave
    second: Wave
    options: CompareOptions
    rows: tuple[CodeChange, ...]
    bases: tuple[int, int]
    overlap: int
    answers: tuple[int, int] = (0, 0)
    undecided: tuple[int, int] = (0, 0)

    @property
    def settled(self) -> bool:
        """Whether enough of both waves was decided on to tell what changed."""
        return settled(self.answers, self.undecided)

    @property
    def too_few(self) -> bool:
        """Whether a wave has too few people to compare: then there are counts alone."""
        return min(self.bases) < LEAST_BASE

    def with_verdict(self, *verdicts: Verdict) -> tuple[CodeChange, ...]:
        """The rows with one of ``verdicts``, the largest difference first."""
        found = [row for row in self.rows if row.verdict in verdicts]
        return tuple(sorted(found, key=lambda row: (-abs(row.difference.value), row.name.casefold())))


def settled(answers: tuple[int, int], undecided: tuple[int, int]) -> bool:
    """Whether enough of the ``answers`` of both waves was decided on to tell what changed."""
    return all(there - left >= SETTLED_FROM * there for there, left in zip(answers, undecided, strict=True))


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One argument over all columns (waves or periods)."""

    code: str
    name: str
    level: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Arguments by column; ``columns`` are the names of waves or periods, in order."""

    columns: tuple[str, ...]
    rows: tuple[SeriesRow, ...]
