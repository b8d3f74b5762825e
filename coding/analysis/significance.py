"""Intervals and tests for shares."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from statistics import NormalDist
from typing import Final, NamedTuple

_LEAST_EXPECTED: Final = 5.0  # below, the normal approximation is not to be trusted (Cochran 1954)


class Interval(NamedTuple):
    """Bounds of a share, 0–1."""

    low: float
    high: float


def wilson(successes: float, n: float, level: float = 0.95, population: int | None = None) -> Interval:
    """The score interval of a share (Wilson 1927), which holds also for small samples and shares near 0 or 1.

    ``successes`` and ``n`` may be fractions when the sample is weighted. With a ``population`` of N people the sample
    counts as n·(N−1)/(N−n) (finite-population correction); if everybody took part the interval is the share itself.
    (0, 1) for n = 0. Raises ValueError unless 0 ≤ successes ≤ n ≤ population.
    """
    if not 0 <= successes <= n or (population is not None and n > population):
        raise ValueError("The parameters of wilson must keep 0 <= successes <= n <= population.")
    if n == 0:
        return Interval(0.0, 1.0)
    share = successes / n
    if population is not None:
        if population <= n:
            return Interval(share, share)
        n = n * (population - 1) / (population - n)
    z = NormalDist().inv_cdf(0.5 + level / 2)
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return Interval(max(0.0, middle - half) if share > 0 else 0.0, min(1.0, middle + half) if share < 1 else 1.0)


def difference_p(first: float, first_n: float, second: float, second_n: float) -> float:
    """The two-sided p-value that two independent groups have the same share.

    The pooled two-proportion z-test (equal to Pearson's chi-square without correction); Fisher's exact test when any
    expected count is below 5, on counts rounded down if they are fractions. 1 when a group is empty or nobody differs.
    """
    if min(first_n, second_n) <= 0:
        return 1.0
    pooled = (first + second) / (first_n + second_n)
    if pooled in (0.0, 1.0):
        return 1.0
    expected = (pooled * first_n, pooled * second_n, (1 - pooled) * first_n, (1 - pooled) * second_n)
    if min(expected) < _LEAST_EXPECTED:
        from scipy.stats import fisher_exact  # slow to import, seldom needed

        cells = [[math.floor(x + 1e-9), math.floor(n - x + 1e-9)] for x, n in ((first, first_n), (second, second_n))]
        return float(fisher_exact(cells).pvalue)
    error = math.sqrt(pooled * (1 - pooled) * (1 / first_n + 1 / second_n))
    z = (first / first_n - second / second_n) / error
    return math.erfc(abs(z) / math.sqrt(2))


def holm(p_values: Sequence[float]) -> list[float]:
    """P-values adjusted for testing several at once (Holm 1979), in the order given."""
    order = sorted(range(len(p_values)), key=p_values.__getitem__)
    adjusted, worst = [0.0] * len(p_values), 0.0
    for rank, at in enumerate(order):
        worst = max(worst, min(1.0, (len(p_values) - rank) * p_values[at]))
        adjusted[at] = worst
    return adjusted


def effective_base(weights: Iterable[float]) -> float:
    """How many unweighted respondents a weighted sample is worth: (Σw)² / Σw² (Kish 1965); 0 for none."""
    values = list(weights)
    squares = sum(weight * weight for weight in values)
    return sum(values) ** 2 / squares if squares else 0.0
