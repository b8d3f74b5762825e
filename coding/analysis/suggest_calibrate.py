"""From evidence to probabilities that mean what they say.

Three steps. (1) Logistic regressions with fixed weights, fitted across questions of several surveys, turn the
evidence into the probability of each code and of the best guess being right. (2) The question corrects them itself:
the coded answers, each scored without itself, show whether the best guesses on this question are better or worse than
usual; a shift and a slope on the log-odds are fitted to that, held near "no correction" by a normal prior (Platt
1999, with a prior instead of pseudo counts). (3) Scores are pooled in bands of neighbouring answers, because a
question of a hundred answers cannot support finer differences.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.suggest_ground import Examples, Floats, Indices
from coding.analysis.suggest_weights import Weights
from coding.domain.giving_way import give_way

Bools = NDArray[np.bool_]

IMPOSSIBLE: Final = -20.0
_SHIFT_VARIANCE: Final = 1.0
_SLOPE_VARIANCE: Final = 0.2
_WIDEST_GAP: Final = 6.0
ANSWERS_PER_BAND: Final = 60


@dataclass(frozen=True)
class Guesses:
    """The best guess per answer: ``column`` (n,) of the evidence, ``log_odds`` (n,) that it is right."""

    column: Indices
    log_odds: Floats


def pair_log_odds(found: dict[str, Floats], weights: Weights) -> Floats:
    """Log-odds that a code applies to an answer, shape (n, k + 1)."""
    total = np.full(found["ridge"].shape, weights.pair_intercept)
    for name, weight in weights.pair.items():
        give_way()
        total += weight * found[name]
    return total


def without_own_codes(pairs: Floats, examples: Examples) -> Floats:
    """The log-odds of the coded answers, (m, k + 1), with codes that only the answer itself has made impossible.

    Without that answer the code would not be known, so that it could not be suggested.
    """
    known = pairs[examples.rows].copy()
    others = (examples.codes > 0).sum(axis=0)[None, :] - (examples.codes > 0)
    others[:, -1] = 1
    known[others <= 0] = IMPOSSIBLE
    return known


def best_guesses(pairs: Floats, weights: Weights) -> Guesses:
    """The best guess for each line of ``pairs``, shape (n, k + 1); ties go to the first code."""
    column, told = best_evidence(pairs)
    total = np.full(len(pairs), weights.best_intercept)
    for name, weight in weights.best.items():
        total += weight * told[name]
    return Guesses(column, total)


def best_evidence(pairs: Floats) -> tuple[Indices, dict[str, Floats]]:
    """The column of the best guess per line, and what speaks for its being right: its lead, its rivals, its kind."""
    ordered = np.argsort(-np.round(pairs, 9), axis=1, kind="stable")
    give_way()
    column = ordered[:, 0]
    at = np.arange(len(pairs))
    top = pairs[at, column]
    second = pairs[at, ordered[:, 1]] if pairs.shape[1] > 1 else top - _WIDEST_GAP
    none = (column == pairs.shape[1] - 1).astype(float)
    return column, {
        "top": top,
        "gap": np.clip(top - second, 0, _WIDEST_GAP),
        "rivals": -np.log(np.exp(pairs - top[:, None]).sum(axis=1)),
        "none": none,
        "none_top": none * top,
    }


@dataclass(frozen=True)
class Correction:
    """How the log-odds of this question are to be corrected: by ``shift + slope * log_odds``, known up to ``spread``.

    ``spread``: covariance of shift and slope, shape (2, 2).
    """

    shift: float
    slope: float
    spread: Floats

    def apply(self, log_odds: Floats) -> Floats:
        """Probabilities, drawn towards one half by as much as the correction is uncertain (MacKay 1992)."""
        design = np.stack([np.ones_like(log_odds), log_odds], axis=1)
        uncertain = np.einsum("ni,ij,nj->n", design, self.spread, design)
        corrected = log_odds + self.shift + self.slope * log_odds
        return probability(corrected / np.sqrt(1 + np.pi / 8 * uncertain))


def correction(log_odds: Floats, right: Floats) -> Correction:
    """The most probable correction, by Newton's method, and its spread (Laplace's approximation).

    ``log_odds``: leave-one-out, shape (m,); ``right``: in [0, 1], shape (m,). With no examples nothing is corrected.
    """
    design = np.stack([np.ones_like(log_odds), log_odds], axis=1)
    precision = np.diag([1 / _SHIFT_VARIANCE, 1 / _SLOPE_VARIANCE])
    change = np.zeros(2)
    curvature = precision
    for _ in range(12):
        expected = probability(log_odds + design @ change)
        gradient = design.T @ (right - expected) - precision @ change
        curvature = (design * (expected * (1 - expected))[:, None]).T @ design + precision
        change += np.linalg.solve(curvature, gradient)
    return Correction(float(change[0]), float(max(change[1], -0.9)), np.linalg.inv(curvature))


def probability(log_odds: Floats) -> Floats:
    """The probability that belongs to log-odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -30, 30))))


def accepted(scores: Floats, counts: Indices, expected_right: float, lowest: float) -> Bools:
    """The most answers whose best guesses are together expected right at least ``expected_right`` of the time.

    No answer with a score under ``lowest`` is accepted; answers with the same score share their fate.
    """
    order = np.argsort(-scores, kind="stable")
    weight = np.maximum(counts[order], 0)
    mean = np.cumsum(scores[order] * weight) / np.maximum(np.cumsum(weight), 1)
    good = np.flatnonzero((mean >= expected_right) & (scores[order] >= lowest))
    if not len(good):
        return np.zeros(len(scores), bool)
    return np.asarray(scores >= scores[order[good[-1]]])


def banded(scores: Floats, counts: Indices, taken: Bools) -> Floats:
    """Scores pooled in bands of at least ANSWERS_PER_BAND responses, inside and outside ``taken``."""
    result = scores.copy()
    for part in (taken, ~taken):
        rows = np.flatnonzero(part)
        order = rows[np.argsort(-scores[rows], kind="stable")]
        weight = np.maximum(counts[order], 0)
        bands = max(1, int(weight.sum()) // ANSWERS_PER_BAND)
        before = np.cumsum(weight) - weight
        number = np.minimum((before * bands) // max(1, int(weight.sum())), bands - 1)
        for band in range(bands):
            members = order[number == band]
            if len(members):
                share = np.maximum(counts[members], 1)
                result[members] = np.average(scores[members], weights=share)
    return result
