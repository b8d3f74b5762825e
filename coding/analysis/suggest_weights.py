"""Weights of the evidence, fitted by ``benchmarks/suggestion_weights.py`` on hidden answers of five coded surveys.

No answer, code or word is in them: only how much each kind of evidence counts. docs/decisions/0013 says how well they carry over.
"""

from __future__ import annotations

from typing import Final

PAIR_WEIGHTS: Final[dict[str, float]] = {
    "ridge": 1.7480,
    "ridge_gap": 0.8321,
    "part": 2.0563,
    "vote": 0.3030,
    "vote_gap": 0.0186,
    "nearest": 0.7642,
    "nearest_three": 2.5081,
    "name": 3.1976,
    "name_gap": 3.0006,
    "prior": 0.1653,
    "coded": -0.1249,
    "examples": -0.0426,
    "unseen": 1.1103,
    "ridge_coded": 0.8531,
    "ridge_gap_coded": 0.3112,
    "name_coded": -1.0179,
    "nearest_coded": -0.3225,
    "nearest_any": -0.9799,
    "none": 0.3271,
    "none_ridge": -1.5895,
    "none_prior": -0.0327,
    "none_coded": -0.1285,
    "none_nearest_any": -0.9356,
    "none_name": -2.3115,
    "none_named": 0.5898,
    "none_codes": 0.0581,
    "none_silent": 4.5435,
}
PAIR_INTERCEPT: Final = -2.4100
BEST_WEIGHTS: Final[dict[str, float]] = {
    "top": 0.7500,
    "gap": 0.0406,
    "rivals": 0.3225,
    "none": -0.1887,
    "none_top": 0.1478,
    "coded": 0.2110,
    "nearest_any": 0.0070,
    "gap_coded": -0.0066,
    "codes": -0.0859,
    "examples": -0.1645,
    "unseen": 0.2840,
}
BEST_INTERCEPT: Final = 0.8861
