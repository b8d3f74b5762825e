"""Which answers to read next, so that every decision teaches as much as it can.

An answer is worth asking about if its best guess is uncertain, if many undecided answers resemble it, and if it
differs from those already chosen: the greedy choice that covers the most remaining uncertainty (a facility-location
objective: Wei, Iyer & Bilmes 2015, "Submodularity in data subset selection and active learning").
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import numpy as np

from coding.analysis.suggest import Suggestions
from coding.analysis.suggest_ground import Floats, Ground, Indices, Matrix

_MOST_CANDIDATES: Final = 400
_COVERED_MOST: Final = 2000
_KNOWN_MOST: Final = 1000
_SHARPNESS: Final = 2


def ask_next(ground: Ground, suggestions: Suggestions, decided: Collection[int], count: int = 10) -> tuple[int, ...]:
    """At most ``count`` rows of the ground to ask about next, the most worthwhile first; ties go to the lowest row.

    ``decided``: rows that need no asking. Rows that no undecided response stands on are left out.
    Raises ValueError if ``suggestions`` are of another ground.
    """
    if len(suggestions.answers) != len(ground):
        raise ValueError("The 'suggestions' parameter must have one entry per row of the ground.")
    rows = [row for row in range(len(ground)) if row not in decided and ground.counts[row] > 0]
    doubt = [(1 - suggestions.answers[row].certainty) * int(ground.counts[row]) for row in rows]
    return worth_asking(ground.points, np.array(rows, dtype=np.intp), np.array(doubt), decided, count)


def worth_asking(
    points: Matrix, waiting: Indices, doubts: Floats, decided: Collection[int], count: int
) -> tuple[int, ...]:
    """At most ``count`` of the rows ``waiting``, which ascend; the most worthwhile first.

    ``points``: shape (n, d), rows of unit length or zero. ``doubts``: how uncertain each is, at least 0. Ties go to the
    most doubtful, then to the lowest row. Of very many answers the most doubtful 400 are candidates, for the 2,000 most
    doubtful ones, and 1,000 decided ones count.
    """
    if not len(waiting):
        return ()
    order = np.argsort(-np.round(doubts, 6), kind="stable")
    candidates, covered = waiting[order[:_MOST_CANDIDATES]], waiting[order[:_COVERED_MOST]]
    weight = doubts[order[:_COVERED_MOST]]
    alike = np.maximum(points[candidates] @ points[covered].T, 0).astype(np.float64) ** _SHARPNESS
    alike[np.arange(len(candidates)), np.arange(len(candidates))] = 1
    reached = _reached(points, covered, decided)
    chosen: list[int] = []
    for _ in range(min(count, len(candidates))):
        gain = np.round(np.maximum(alike - reached, 0) @ weight, 9)
        gain[chosen] = -1
        best = int(gain.argmax())
        chosen.append(best)
        reached = np.maximum(reached, alike[best])
    return tuple(int(candidates[i]) for i in chosen)


def _reached(points: Matrix, covered: Indices, decided: Collection[int]) -> Floats:
    """How much each answer already resembles one that was decided."""
    known = np.array(sorted(decided), dtype=np.intp)
    if len(known) > _KNOWN_MOST:
        known = known[np.linspace(0, len(known) - 1, _KNOWN_MOST).astype(np.intp)]
    if not len(known):
        return np.zeros(len(covered))
    alike: Floats = np.maximum((points[covered] @ points[known].T).max(axis=1), 0).astype(np.float64)
    return alike**_SHARPNESS
