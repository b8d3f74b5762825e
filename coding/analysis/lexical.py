"""Which letters answers share: TF-IDF over character n-grams, reduced to a few hundred dimensions.

Character n-grams see Dutch compounds and inflection without a dictionary: "vergoeding", "reiskostenvergoeding" and
"vergoedingen" share most of theirs. Cavnar & Trenkle 1994; the weighting is sublinear TF-IDF (Manning et al. 2008, 6.4).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
SHORTEST: Final = 3
LONGEST: Final = 5
_EXACT_UP_TO: Final = 1500
_SEED: Final = 0
_SHORTEST_SQUARE: Final = 1e-3
_POWER_ITERATIONS: Final = 4
_OVERSAMPLING: Final = 20


def ngrams(text: str, shortest: int = SHORTEST, longest: int = LONGEST) -> Counter[str]:
    """How often each character n-gram occurs inside the words of ``text``, each word padded with a space on both sides."""
    counts: Counter[str] = Counter()
    for word in text.split():
        padded = f" {word} "
        for length in range(shortest, longest + 1):
            if length >= len(padded):
                counts[padded] += 1
                break
            counts.update(padded[i : i + length] for i in range(len(padded) - length + 1))
    return counts


@dataclass(frozen=True)
class LexicalSpace:
    """A fitted reduction: n-grams of any text to a point.

    ``vocabulary`` maps an n-gram to its column, ``idf`` has shape (v,), ``mean`` shape (v,), ``axes`` shape (v, k);
    ``rarest`` is the weight of an n-gram outside the vocabulary, which counts in the length of a text only.
    """

    vocabulary: Mapping[str, int]
    idf: Matrix
    mean: Matrix
    axes: Matrix
    rarest: float

    def place(self, texts: Sequence[str]) -> Matrix:
        """Points of shape (n, k), float32, no longer than 1; a text without any known n-gram is the zero point.

        What is missing from a length of 1 are the n-grams that no other text has: a text of its own is like no other.
        """
        if not self.axes.size:
            return np.zeros((len(texts), self.axes.shape[1]), dtype=np.float32)
        weighted = _weighted(texts, self.vocabulary, self.idf, self.rarest)
        towards_mean = np.asarray(weighted @ self.mean, dtype=np.float32)
        squares = np.maximum(1 - 2 * towards_mean + self.mean @ self.mean, _SHORTEST_SQUARE)
        points = np.asarray(weighted @ self.axes, dtype=np.float32) - self.mean @ self.axes
        points[np.diff(weighted.indptr) == 0] = 0
        return np.asarray(points / np.sqrt(squares)[:, None], dtype=np.float32)


def fit_lexical(texts: Sequence[str], dimensions: int) -> LexicalSpace:
    """The space of ``texts``: n-grams that at least two texts share, centred, reduced to at most ``dimensions`` axes.

    Up to some 1,500 texts the reduction is exact (an eigendecomposition of the Gram matrix); beyond, a randomised one with a
    fixed seed (Halko, Martinsson & Tropp 2011).
    """
    vocabulary, idf = _vocabulary(texts)
    rarest = log((1 + len(texts)) / 2) + 1
    if not vocabulary:
        nothing = np.zeros(0, np.float32)
        return LexicalSpace({}, nothing, nothing, np.zeros((0, 0), np.float32), rarest)
    weighted = _weighted(texts, vocabulary, idf, rarest)
    mean = np.asarray(weighted.mean(axis=0), dtype=np.float32).ravel()
    if len(texts) <= _EXACT_UP_TO:
        axes = _exact_axes(weighted, mean, dimensions)
    else:
        axes = _randomised_axes(weighted, mean, dimensions)
    return LexicalSpace(vocabulary, idf, mean, axes, rarest)


def unit_rows(matrix: Matrix) -> Matrix:
    """The rows scaled to unit length; zero rows stay zero."""
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.divide(matrix, lengths, out=np.zeros_like(matrix), where=lengths > 1e-6)


def _vocabulary(texts: Iterable[str]) -> tuple[dict[str, int], Matrix]:
    n = 0
    documents: Counter[str] = Counter()
    for text in texts:
        documents.update(ngrams(text).keys())
        n += 1
    shared = sorted(gram for gram, count in documents.items() if count > 1)
    counts = np.array([documents[gram] for gram in shared], dtype=np.float64)
    idf = np.log((1 + n) / (1 + counts)) + 1 if shared else counts
    return {gram: column for column, gram in enumerate(shared)}, idf.astype(np.float32)


def _weighted(texts: Sequence[str], vocabulary: Mapping[str, int], idf: Matrix, rarest: float) -> Any:
    """TF-IDF rows as a sparse matrix of shape (n, v); of unit length when the n-grams that no other text has are counted in."""
    from scipy.sparse import csr_matrix

    starts, columns, values = [0], list[int](), list[float]()
    for text in texts:
        known: list[tuple[int, float]] = []
        square = 0.0
        for gram, count in ngrams(text).items():
            column = vocabulary.get(gram)
            weight = (1 + log(count)) * (float(idf[column]) if column is not None else rarest)
            square += weight * weight
            if column is not None:
                known.append((column, weight))
        known.sort()
        columns.extend(column for column, _ in known)
        values.extend(weight / sqrt(square) for _, weight in known)
        starts.append(len(columns))
    shape = (len(texts), len(vocabulary))
    return csr_matrix((np.array(values, np.float32), np.array(columns, np.int32), np.array(starts)), shape=shape)


def _exact_axes(weighted: Any, mean: Matrix, dimensions: int) -> Matrix:
    gram = np.asarray((weighted @ weighted.T).todense(), dtype=np.float64)
    gram -= gram.mean(axis=0, keepdims=True)
    gram -= gram.mean(axis=1, keepdims=True)
    values, vectors = np.linalg.eigh(gram)
    keep = np.flatnonzero(values > 1e-6)[::-1][:dimensions]
    left = (vectors[:, keep] / np.sqrt(values[keep])).astype(np.float32)
    axes = np.asarray(weighted.T @ left, dtype=np.float32) - np.outer(mean, left.sum(axis=0))
    return _signed(axes)


def _randomised_axes(weighted: Any, mean: Matrix, dimensions: int) -> Matrix:
    def times(right: Matrix) -> Matrix:
        return np.asarray(weighted @ right, dtype=np.float32) - mean @ right

    def transposed_times(left: Matrix) -> Matrix:
        return np.asarray(weighted.T @ left, dtype=np.float32) - np.outer(mean, left.sum(axis=0))

    width = min(dimensions + _OVERSAMPLING, min(weighted.shape))
    start = np.random.default_rng(_SEED).standard_normal((weighted.shape[1], width), dtype=np.float32)
    basis = np.linalg.qr(times(start))[0]
    for _ in range(_POWER_ITERATIONS):
        basis = np.linalg.qr(times(np.linalg.qr(transposed_times(basis))[0]))[0]
    _, _, right = np.linalg.svd(transposed_times(basis).T, full_matrices=False)
    return _signed(np.ascontiguousarray(right[:dimensions].T))


def _signed(axes: Matrix) -> Matrix:
    """Each axis with its largest entry positive, so that the same data always give the same signs."""
    if not axes.size:
        return axes
    largest = axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])]
    return axes * np.where(largest < 0, -1, 1).astype(np.float32)
