"""Where answers stand: points whose inner products say how alike two answers to a question are.

Two channels, each centred on the question (what all answers share says nothing about any of them) and scaled to unit
length: what an answer means (the encoder's vector) and which letters it has (``lexical``). A point is the two side by
side, so that the inner product of two points is the weighted mean of the two cosines.

API, also for ``suggest``::

    space = fit_space(texts, vectors)                     # texts: normalised answers to one question
    points = space.place(texts, vectors)                  # (n, D) float32, rows no longer than 1
    more = space.place(new_texts, new_vectors)            # later answers in the same space; nothing else moves
    representation = represent(texts, vectors)            # both at once: .points, .space

``similarity = points @ points.T`` lies in [-1, 1].
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.directions import points_so_alike
from coding.analysis.encoder import Vectors
from coding.analysis.lexical import LexicalSpace, fit_lexical, lexical_similarities, unit_rows

Points = NDArray[np.float32]
LEXICAL_DIMENSIONS: Final = 128
MANY: Final = 3000
FEW: Final = 30
"""Texts below which neighbours are too few to be trusted, and so is a map that was learned from other questions."""
LEXICAL_DIMENSIONS_OF_MANY: Final = 64
_MOST_NEIGHBOURS: Final = 10
_FEWEST_NEIGHBOURS: Final = 2
_POINTS_PER_NEIGHBOUR: Final = FEW // _FEWEST_NEIGHBOURS
_ROWS_AT_ONCE: Final = 512
_PAIRS_AT_ONCE: Final = 2**23
_DECIMALS: Final = 6
_TINY: Final = 1e-9


@dataclass(frozen=True)
class RepresentSettings:
    """How the channels are combined. ``lexical_weight`` lies in [0, 1]; more than 3,000 texts get at most 64 lexical
    axes.
    """

    lexical_weight: float = 0.35
    lexical_dimensions: int = LEXICAL_DIMENSIONS


@dataclass(frozen=True)
class Space:
    """What was learned from the answers to one question; places any text among them."""

    centre: Points
    """Mean of the unit vectors, shape (d,)."""
    lexical: LexicalSpace
    lexical_weight: float

    @property
    def dimensions(self) -> int:
        """Number of columns of the points."""
        return int(self.centre.shape[0] + self.lexical.axes.shape[1])

    def place(self, texts: Sequence[str], vectors: Vectors) -> Points:
        """Points of shape (n, dimensions), float32, rows no longer than 1; a channel that knows nothing of a text
        gives zeros.
        """
        return self.join(vectors, self.lexical.place(texts))

    def join(self, vectors: Vectors, letters: Points) -> Points:
        """The two channels side by side; ``letters`` are points of ``lexical``."""
        return _side_by_side(vectors, self.centre, letters, self.lexical_weight)


@dataclass(frozen=True)
class Representation:
    """The points of the answers that the space was fitted on, shape (n, D)."""

    points: Points
    space: Space


def represent(texts: Sequence[str], vectors: Vectors, settings: RepresentSettings | None = None) -> Representation:
    """The points of the answers to one question, and the space they stand in.

    ``texts``: n normalised answers, distinct and sorted; ``vectors``: shape (n, d).
    Raises ValueError if the numbers of texts and vectors differ.
    """
    settings = settings or RepresentSettings()
    lexical, letters = fit_lexical(texts, _lexical_dimensions(texts, vectors, settings))
    space = Space(_mean_of_units(vectors), lexical, settings.lexical_weight)
    return Representation(space.join(vectors, letters), space)


def points_of(texts: Sequence[str], vectors: Vectors, settings: RepresentSettings | None = None) -> Points:
    """The points of ``represent`` but for a rotation, where no other text has to be placed among them: quicker.

    With no more texts than the letters have dimensions there is nothing to reduce: how alike the texts are says where
    they stand, in as many dimensions as there are texts, shape (n, n) instead of (n, D).
    """
    settings = settings or RepresentSettings()
    centre, weight = _mean_of_units(vectors), settings.lexical_weight
    dimensions = _lexical_dimensions(texts, vectors, settings)
    if not 0 < len(texts) <= dimensions:
        return _side_by_side(vectors, centre, fit_lexical(texts, dimensions)[1], weight)
    meaning = _meaning(vectors, centre).astype(np.float64)
    similar = (1 - weight) * (meaning @ meaning.T) + weight * lexical_similarities(texts)
    return points_so_alike(similar).astype(np.float32)


def _lexical_dimensions(texts: Sequence[str], vectors: Vectors, settings: RepresentSettings) -> int:
    if len(texts) != len(vectors):
        raise ValueError(f"The 'vectors' parameter must have one row per text. Got {len(vectors)} for {len(texts)}.")
    most = settings.lexical_dimensions
    return min(most, LEXICAL_DIMENSIONS_OF_MANY) if len(texts) > MANY else most


def _side_by_side(vectors: Vectors, centre: Points, letters: Points, weight: float) -> Points:
    """The two channels of each point; the vectors are centred on ``centre``, ``letters`` have the given weight."""
    split = vectors.shape[1]
    joined = np.empty((len(vectors), split + letters.shape[1]), dtype=np.float32)
    # In pieces: with 100,000 answers every copy of the vectors counts.
    for start in range(0, len(vectors), _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        joined[rows, :split] = np.sqrt(1 - weight) * _meaning(vectors[rows], centre)
        joined[rows, split:] = np.sqrt(weight) * letters[rows]
    return joined


def _meaning(vectors: Vectors, centre: Points) -> Points:
    """The vectors as unit vectors, seen from ``centre``, at unit length again."""
    meaning = unit_rows(np.asarray(vectors, dtype=np.float32))
    meaning -= centre
    return unit_rows(meaning)


def _mean_of_units(vectors: Vectors) -> Points:
    """The mean of the vectors scaled to unit length, shape (d,); zeros if there are none."""
    if 0 < len(vectors) <= MANY:
        return np.asarray(unit_rows(np.asarray(vectors, dtype=np.float32)).mean(axis=0), dtype=np.float32)
    total = np.zeros(vectors.shape[1], dtype=np.float64)
    for start in range(0, len(vectors), _ROWS_AT_ONCE):
        block = unit_rows(np.asarray(vectors[start : start + _ROWS_AT_ONCE], dtype=np.float32))
        total += block.sum(axis=0, dtype=np.float64)
    return (total / max(1, len(vectors))).astype(np.float32)


def fit_space(
    texts: Sequence[str],
    vectors: Vectors,
    question: str = "",  # noqa: ARG001  # callers know it; what it contributes goes with the centre
    settings: RepresentSettings | None = None,
) -> Space:
    """The space of the answers to one question; see ``represent``."""
    return represent(texts, vectors, settings).space


def smoothed(points: Points) -> Points:
    """Each point moved halfway to the mean of its nearest neighbours, scaled back to unit length, shape (n, D).

    Answers that say the same in other words share neighbours, and so come closer; the neighbours are weighted by their
    similarity (a low-pass filter on the nearest-neighbour graph: Taubin 1995; for clustering Zhang et al. 2019). With
    fewer than 30 points neighbours are too few to be trusted, and the points stay where they are.
    """
    count = min(_MOST_NEIGHBOURS, len(points) // _POINTS_PER_NEIGHBOUR)
    if count < _FEWEST_NEIGHBOURS:
        return points
    from scipy.sparse import csr_matrix

    moved = np.empty_like(points)
    for rows, near, similarity in neighbours(points, count):
        weight = np.maximum(similarity, 0)
        weight /= np.maximum(weight.sum(axis=1, keepdims=True), _TINY)
        edges = np.arange(0, near.size + 1, count)
        pull = csr_matrix((weight.ravel(), near.ravel(), edges), shape=(len(rows), len(points)))
        pulled = pull @ points
        pulled += points[rows]
        moved[rows] = pulled / 2
    return unit_rows(moved)


def neighbours(points: Points, count: int) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp], Points]]:
    """Block by block the rows of (b,) points, their ``count`` nearest others and how alike they are, both (b, count).

    The others stand in no order. A block at a time: the similarities of all points at once would not fit in memory.
    """
    step = max(1, _PAIRS_AT_ONCE // max(1, len(points)))
    for start in range(0, len(points), step):
        some = points[start : start + step]
        rows = np.arange(start, start + len(some))
        distance = np.round(some @ points.T, _DECIMALS)
        np.negative(distance, out=distance)
        distance[np.arange(len(rows)), rows] = np.inf
        near = np.argpartition(distance, min(count, len(points) - 1), axis=1)[:, :count]
        yield rows, near, -np.take_along_axis(distance, near, axis=1)
