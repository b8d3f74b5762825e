"""Weights of the evidence, fitted by ``benchmarks/suggestion_weights.py``.

They hold no answer, code or word, only how much each kind of evidence counts. How well they carry over to surveys they
were not fitted on: docs/decisions/0013.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Weights:
    """Logistic regressions: ``pair`` for a code applying to an answer, ``best`` for the best guess being right."""

    pair: Mapping[str, float]
    pair_intercept: float
    best: Mapping[str, float]
    best_intercept: float


DEFAULT_WEIGHTS: Final = Weights(
    pair={
        "ridge": 1.4521,
        "ridge_gap": 0.4782,
        "logistic": 0.1620,
        "logistic_gap": 0.1237,
        "part": 1.9695,
        "nearest": 2.6734,
        "name": 2.8833,
        "name_gap": 2.9502,
        "prior": 0.1421,
        "coded": -0.0363,
        "examples": 0.0164,
        "unseen": 1.2568,
        "ridge_coded": 0.6436,
        "ridge_gap_coded": 0.1731,
        "logistic_coded": 0.0249,
        "logistic_gap_coded": 0.0295,
        "name_coded": -1.1562,
        "nearest_any": -0.3957,
        "none": 0.3233,
        "none_ridge": -1.6153,
        "none_logistic": 0.0203,
        "none_prior": -0.0375,
        "none_coded": -0.1309,
        "none_nearest_any": -0.8392,
        "none_name": -2.2313,
        "none_named": 0.5673,
        "none_codes": 0.0612,
        "none_silent": 4.7551,
    },
    pair_intercept=-2.0282,
    best={
        "top": 0.7242,
        "gap": 0.0739,
        "rivals": 0.2510,
        "none": -0.2197,
        "none_top": 0.1188,
    },
    best_intercept=0.1741,
)
