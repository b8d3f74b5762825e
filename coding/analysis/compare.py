"""Whether a share changed between two samples that may share some of their people.

The z-test for two proportions with partially overlapping samples (z8 of Derrick, Dobson-McKeown, Toher & White 2015,
"Test statistics for comparing two proportions with partially overlapping samples"): people who are in both samples make
the two shares depend on each other, by as much as their two answers go together (phi). Without overlap this is the
pooled z-test, and Fisher's exact test at small counts. The interval of the difference joins the Wilson intervals of the
two shares (Newcombe 1998, method 10; with the correlation between them as in Zou & Donner 2008).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

from scipy.stats import norm

from coding.analysis.significance import Interval, difference_p, effective_base, holm, wilson

FLAG_BASE: Final = 50
"""Bases under this are small."""
WARN_BASE: Final = 30
"""Bases under this are so small that shares say little."""
LEAST_BASE: Final = 10
"""Bases under this are not compared: a single person is more than a tenth."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The people of one sample with their weights, and those who hold what is compared."""

    weights: Mapping[str, float]
    having: Set[str]

    def __post_init__(self) -> None:
        if not self.having <= self.weights.keys():
            raise ValueError("The 'having' of Sample must be among its people.")

    @property
    def count(self) -> int:
        """How many people hold it."""
        return len(self.having)

    @property
    def base(self) -> int:
        """How many people there are."""
        return len(self.weights)

    @property
    def share(self) -> float:
        """The weighted share, 0–1; 0 for an empty sample."""
        whole = sum(self.weights.values())
        return sum(self.weights[person] for person in sorted(self.having)) / whole if whole else 0.0

    @property
    def effective_base(self) -> float:
        """The number of people, less what unequal weights cost (Kish 1965)."""
        return effective_base(self.weights.values())


@dataclass(frozen=True, slots=True)
class Difference:
    """Second share minus first. ``overlap`` counts people in both; ``adjusted_p`` is ``p`` after Holm's correction."""

    value: float
    low: float
    high: float
    p: float
    adjusted_p: float
    overlap: int


def difference(first: Sample, second: Sample, level: float = 0.95) -> Difference:
    """How much a share changed, with its interval at ``level`` and its p-value (two-sided)."""
    both = sorted(first.weights.keys() & second.weights.keys())
    correlation = _correlation(first, second, both)
    low, high = _interval(first, second, correlation, level)
    p = _p_value(first, second, correlation, bool(both))
    return Difference(second.share - first.share, low, high, p, p, len(both))


def corrected(differences: Sequence[Difference]) -> list[Difference]:
    """The same differences with their p-values adjusted for testing all of them (Holm 1979)."""
    adjusted = holm([one.p for one in differences])
    return [replace(one, adjusted_p=p) for one, p in zip(differences, adjusted, strict=True)]


def _correlation(first: Sample, second: Sample, both: Sequence[str]) -> float:
    """The correlation between the two shares: phi among those in both, times how far the samples overlap."""
    phi = _phi(first, second, both)
    shared = sum(first.weights[person] * second.weights[person] for person in both)
    squares = math.prod(sum(w * w for w in sample.weights.values()) for sample in (first, second))
    return phi * shared / math.sqrt(squares) if squares else 0.0


def _phi(first: Sample, second: Sample, both: Sequence[str]) -> float:
    n = len(both)
    a = sum(person in first.having for person in both)
    b = sum(person in second.having for person in both)
    together = sum(person in first.having and person in second.having for person in both)
    spread = a * (n - a) * b * (n - b)
    return (n * together - a * b) / math.sqrt(spread) if spread else 0.0


def _interval(first: Sample, second: Sample, correlation: float, level: float) -> Interval:
    """The interval of second minus first; the whole range for an empty sample."""
    if not first.base or not second.base:
        return Interval(-1.0, 1.0)
    p1, p2 = first.share, second.share
    n1, n2 = first.effective_base, second.effective_base
    low1, high1 = wilson(min(p1, 1.0) * n1, n1, level)
    low2, high2 = wilson(min(p2, 1.0) * n2, n2, level)
    value = p2 - p1
    down = _joined(p2 - low2, high1 - p1, correlation)
    up = _joined(high2 - p2, p1 - low1, correlation)
    return Interval(max(-1.0, value - down), min(1.0, value + up))


def _joined(one: float, other: float, correlation: float) -> float:
    return math.sqrt(max(0.0, one * one - 2 * correlation * one * other + other * other))


def _p_value(first: Sample, second: Sample, correlation: float, overlapping: bool) -> float:
    n1, n2 = first.effective_base, second.effective_base
    if not n1 or not n2:
        return 1.0
    if not overlapping:
        return difference_p(min(first.share, 1.0) * n1, n1, min(second.share, 1.0) * n2, n2)
    pooled = (first.share * n1 + second.share * n2) / (n1 + n2)
    variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2 - 2 * correlation / math.sqrt(n1 * n2))
    if first.share == second.share:
        return 1.0
    if variance <= 1e-12:
        return 0.0
    return float(2 * norm.sf(abs(second.share - first.share) / math.sqrt(variance)))
