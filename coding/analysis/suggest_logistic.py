"""Multinomial logistic regression in milliseconds: every step uses the same small inverse.

Newton's method would invert a new matrix in every step. The curvature of the likelihood is bounded by half that of
least squares, so that one inverse serves all steps and every step still gains (Böhning 1992, "Multinomial logistic
regression algorithm"); Nesterov's acceleration makes some 25 steps enough.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from coding.analysis.suggest_ground import Examples, Floats, Ground, Matrix
from coding.domain.giving_way import give_way

_PENALTY: Final = 0.05
_STEPS: Final = 25
_CURVATURE: Final = 0.5
_CONSTANT: Final = 0.3
_PRIOR_SHARE: Final = 0.5  # 1 takes the shares of the codes as found, 0 takes all codes as equally common
_FOLDS: Final = 5
_FEWEST: Final = 1e-3
LOWEST: Final = -8.0


def logistic(ground: Ground, examples: Examples) -> Floats:
    """Log-probability of each code for each answer, shape (n, k + 1), at least LOWEST.

    An answer with several codes counts as a part of an example of each. Coded answers are scored by models that have
    not seen them, in five folds.
    """
    targets = examples.codes / np.maximum(examples.codes.sum(axis=1, keepdims=True), 1e-9)
    m, width = targets.shape
    if m < 2:
        return np.full((len(ground), width), -np.log(width))
    known = _with_constant(ground.features[examples.rows])
    targets = targets.astype(np.float32)
    scores = _scores(known, targets, _with_constant(ground.features))
    fold = np.arange(m) % min(_FOLDS, m)
    for held in range(min(_FOLDS, m)):
        out = fold == held
        scores[examples.rows[out]] = _scores(known[~out], targets[~out], known[out])
    return np.maximum(scores, LOWEST)


def _with_constant(features: Matrix) -> Matrix:
    return np.hstack([features, np.full((len(features), 1), np.sqrt(_CONSTANT))]).astype(np.float32)


def _scores(known: Matrix, targets: Matrix, asked: Matrix) -> Floats:
    base = np.log(targets.mean(axis=0) + np.float32(_FEWEST))
    weights = _fit(known, targets, base) if len(known) > known.shape[1] else known.T @ _fit_dual(known, targets, base)
    raw = asked @ weights + _PRIOR_SHARE * base
    top = raw.max(axis=1, keepdims=True)
    return np.asarray(raw - top - np.log(np.exp(raw - top).sum(axis=1, keepdims=True)), dtype=np.float64)


def _fit(known: Matrix, targets: Matrix, base: Matrix) -> Matrix:
    step = _inverse(known.T @ known)
    weights = np.zeros((known.shape[1], targets.shape[1]), np.float32)
    before, pace = weights, 1.0
    for _ in range(_STEPS):
        give_way()
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = weights + np.float32((pace - 1) / faster) * (weights - before)
        before, pace = weights, faster
        errors = targets - _shares(known @ ahead + base)
        weights = np.asarray(ahead + step @ (known.T @ errors - _PENALTY * ahead), dtype=np.float32)
    return weights


def _fit_dual(known: Matrix, targets: Matrix, base: Matrix) -> Matrix:
    kernel = known @ known.T
    step = _inverse(kernel)
    weights = np.zeros_like(targets)
    before, pace = weights, 1.0
    for _ in range(_STEPS):
        give_way()
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = weights + np.float32((pace - 1) / faster) * (weights - before)
        before, pace = weights, faster
        errors = targets - _shares(kernel @ ahead + base)
        weights = np.asarray(ahead + step @ (errors - _PENALTY * ahead), dtype=np.float32)
    return weights


def _inverse(squares: Matrix) -> Matrix:
    curvature = _CURVATURE * squares + _PENALTY * np.eye(len(squares))
    return np.asarray(np.linalg.inv(curvature), dtype=np.float32)


def _shares(scores: Matrix) -> Matrix:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))
