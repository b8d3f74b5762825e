"""What speaks for each code on each answer: a few numbers per pair, each easy to explain.

- ``ridge``: a linear model of each code, fitted by ridge regression in closed form; the coded answers themselves get
  the score of the model without them (leave-one-out in closed form: Allen 1974, PRESS), so that all scores are
  honest.
- ``logistic``: the log-probability by a multinomial logistic regression, where the codes compete for the answer.
- ``nearest``: how alike the three most similar answers with this code are.
- ``name``: how alike the answer is to the name (and description) of the code.
- ``part``: the best ridge score of any piece of the answer, for answers that make several remarks.
- how common the code is, how many answers were coded, whether the outcome is "no code applies".
"""

from __future__ import annotations

from typing import Final

import numpy as np

from coding.analysis.suggest_ground import Examples, Floats, Ground, Indices, Matrix
from coding.analysis.suggest_logistic import logistic
from coding.domain.giving_way import give_way

FEATURES: Final = (
    "ridge", "ridge_gap", "logistic", "logistic_gap", "part", "nearest", "name", "name_gap", "prior", "coded",
    "examples", "unseen", "ridge_coded", "ridge_gap_coded", "logistic_coded", "logistic_gap_coded",
    "name_coded", "nearest_any", "none", "none_ridge", "none_logistic", "none_prior", "none_coded",
    "none_nearest_any", "none_name", "none_named", "none_codes", "none_silent",
)  # fmt: skip
_RIDGE: Final = 0.1
_FAR: Final = -0.2
_BLOCK: Final = 2000
_TYPICAL_CODED: Final = 4.0  # log of some 55 coded answers


def evidence(ground: Ground, examples: Examples, names: Matrix | None) -> dict[str, Floats]:
    """For each of FEATURES a number per answer and code, shape (n, k + 1), the last column being "no code applies".

    ``names``: points of the codes' names, shape (k, d), a zero row where a name says nothing; None if no name does.
    """
    n, width = len(ground), examples.codes.shape[1]
    count = examples.codes.sum(axis=0)
    m = len(examples.rows)
    prior = (count + 0.5) / (m + 1)
    found: dict[str, Floats] = {}
    found["ridge"], found["part"] = _ridge(ground, examples)
    give_way()
    found["logistic"] = logistic(ground, examples)
    give_way()
    found |= _nearest(ground, examples)
    found["name"] = np.zeros((n, width))
    if names is not None:
        found["name"][:, :-1] = ground.points @ names.T
    found["name_gap"] = np.zeros((n, width))
    found["name_gap"][:, :-1] = _gap(found["name"][:, :-1])
    found["ridge_gap"], found["logistic_gap"] = _gap(found["ridge"]), _gap(found["logistic"])
    coded = np.log(max(m, 1)) - _TYPICAL_CODED
    found["prior"] = _full(np.log(prior / (1 - np.minimum(prior, 0.99))), n)
    found["coded"] = _full(np.full(width, coded), n)
    found["examples"] = _full(np.log(count + 0.5), n)
    found["unseen"] = _full((count == 0).astype(float), n)
    for name in ("ridge", "ridge_gap", "name", "logistic", "logistic_gap"):
        give_way()
        found[f"{name}_coded"] = found[name] * coded
    give_way()
    found |= _none(ground, found, names is not None)
    return found


def _none(ground: Ground, found: dict[str, Floats], named: bool) -> dict[str, Floats]:
    """The numbers that speak for "no code applies" only: zero in the columns of the codes."""
    n, width = found["ridge"].shape
    none = np.zeros((n, width))
    none[:, -1] = 1
    best_name = found["name"][:, :-1].max(axis=1, initial=-1.0) if named else np.zeros(n)
    return {
        "none": none,
        "none_ridge": none * found["ridge"],
        "none_logistic": none * found["logistic"],
        "none_prior": none * found["prior"],
        "none_coded": none * found["coded"],
        "none_nearest_any": none * found["nearest_any"],
        "none_name": none * best_name[:, None],
        "none_named": none * float(named),
        "none_codes": none * np.log(width),
        "none_silent": none * ground.non_answer[:, None],
    }


def _full(row: Floats, n: int) -> Floats:
    return np.broadcast_to(row, (n, len(row)))


def _gap(scores: Floats) -> Floats:
    """By how much each score is above the best of the others."""
    if scores.shape[1] < 2:
        return np.zeros_like(scores)
    ordered = np.sort(scores, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    return scores - np.where(scores == best, second, best)


def _ridge(ground: Ground, examples: Examples) -> tuple[Floats, Floats]:
    """Scores of whole answers and the best of their pieces, both (n, k + 1), leave-one-out for coded answers.

    Solved in the space of the examples or of the features, whichever is smaller; the result is the same.
    """
    rows = examples.rows  # reach, shape (2d, m): how each example moves the weights
    base = examples.codes.mean(axis=0) if len(rows) else np.zeros(examples.codes.shape[1])
    if not len(rows):
        flat = np.tile(base, (len(ground), 1))
        return flat, flat.copy()
    known = ground.features[rows].astype(np.float64)
    wanted = examples.codes - base
    if len(rows) <= known.shape[1]:
        inverse = np.linalg.inv(known @ known.T + _RIDGE * np.eye(len(rows)))
        weights = known.T @ (inverse @ wanted)
        errors = (inverse @ wanted) / np.diag(inverse)[:, None]
        reach = known.T @ inverse
    else:
        inverse = np.linalg.inv(known.T @ known + _RIDGE * np.eye(known.shape[1]))
        reach = inverse @ known.T
        weights = reach @ wanted
        leverage = np.einsum("ij,ji->i", known, reach)
        errors = (wanted - known @ weights) / (1 - leverage)[:, None]
    small, base_row = weights.astype(np.float32), base[None, :]
    give_way()
    scores = (ground.features @ small).astype(np.float64) + base_row
    scores[rows] = examples.codes - errors
    parts = scores.copy()
    if len(ground.piece_owner):
        piece_scores = (ground.piece_features @ small).astype(np.float64) + base_row
        give_way()
        piece_scores -= _own_influence(ground, rows, reach, errors)
        give_way()
        np.maximum.at(parts, ground.piece_owner, piece_scores)
    return scores, parts


def _own_influence(ground: Ground, rows: Indices, reach: Floats, errors: Floats) -> Floats:
    """What a coded answer itself added to the scores of its own pieces, shape (p, k + 1)."""
    place = np.full(len(ground), -1)
    place[rows] = np.arange(len(rows))
    example = place[ground.piece_owner]
    own = example >= 0
    influence = np.zeros((len(example), errors.shape[1]))
    pulled = np.einsum("pd,dp->p", ground.piece_features[own].astype(np.float64), reach[:, example[own]])
    influence[own] = pulled[:, None] * errors[example[own]]
    return influence


def _nearest(ground: Ground, examples: Examples) -> dict[str, Floats]:
    """How alike the three most similar answers with each code are, and the one most similar answer with any.

    A coded answer is never its own neighbour.
    """
    n, width = len(ground), examples.codes.shape[1]
    found = {name: np.full((n, width), _FAR) for name in ("nearest", "nearest_any")}
    members = [rows for k in range(width) if len(rows := np.flatnonzero(examples.codes[:, k] > 0))]
    columns = np.flatnonzero((examples.codes > 0).any(axis=0))
    position = np.full(n, -1)
    position[examples.rows] = np.arange(len(examples.rows))
    known = ground.points[examples.rows]
    for start in range(0, n if len(known) else 0, _BLOCK):
        part = slice(start, min(start + _BLOCK, n))
        alike = ground.points[part] @ known.T
        own = np.flatnonzero(position[part] >= 0)
        alike[own, position[part][own]] = -1
        found["nearest_any"][part] = np.maximum(alike.max(axis=1), _FAR)[:, None]
        for k, rows in zip(columns, members, strict=True):
            top = -np.partition(-alike[:, rows], min(2, len(rows) - 1), axis=1)[:, :3]
            found["nearest"][part, k] = np.maximum(top.mean(axis=1), _FAR)
        give_way()
    return found
