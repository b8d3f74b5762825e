"""Which letters answers share: TF-IDF over character n-grams, reduced to a few hundred dimensions.

Character n-grams see Dutch compounds and inflection without a dictionary: "vergoeding", "reiskostenvergoeding" and
"vergoedingen" share most of theirs. Cavnar & Trenkle 1994; sublinear TF-IDF as in Manning et al. 2008, section 6.4.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Hashes = NDArray[np.uint64]
SHORTEST: Final = 3
LONGEST: Final = 5
_EXACT_UP_TO: Final = 600
_SEED: Final = 0
_MULTIPLIER: Final = np.uint64(0x9E3779B97F4A7C15)
_SHORTEST_SQUARE: Final = 1e-3
_LEAST_EIGENVALUE: Final = 1e-6
_NO_LENGTH: Final = 1e-6  # of a row that has no direction
_POWER_ITERATIONS: Final = 2
_OVERSAMPLING: Final = 10
_SHIFT: Final = 1e-12
_LEAST_SHIFT: Final = 1e-30
_LARGEST_VOCABULARY: Final = 60_000
_TEXTS_AT_ONCE: Final = 4096


class Counts(NamedTuple):
    """How often each n-gram occurs in each of ``texts`` texts, as parallel arrays ordered by text and hash."""

    texts: int
    text: NDArray[np.int32]
    gram: Hashes
    times: NDArray[np.int32]


def count_ngrams(texts: Sequence[str]) -> Counts:
    """The character n-grams inside the words of each text, each word padded with a space on both sides.

    n-grams are told apart by a 64-bit hash, so that all texts are cut up at once in arrays.
    """
    text, gram = _occurrences(texts)
    order = np.lexsort((gram, text))
    text, gram = text[order], gram[order]
    first = np.flatnonzero(_changes(text) | _changes(gram))
    return Counts(len(texts), text[first], gram[first], _run_lengths(first, len(text)))


def _occurrences(texts: Sequence[str]) -> tuple[NDArray[np.int32], Hashes]:
    """The text and the hash of every n-gram as often as it occurs; equal ones stand in the order of their texts."""
    padded = [" " + " ".join(text.split()) + " \n" for text in texts]
    letters = np.frombuffer("".join(padded).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    owner = np.repeat(np.arange(len(padded), dtype=np.int32), [len(text) for text in padded])
    end = letters == ord("\n")
    within = ~end & (letters != ord(" "))  # a word
    found_text, found_gram = [np.zeros(0, np.int32)], [np.zeros(0, np.uint64)]
    for length in range(SHORTEST, LONGEST + 1):
        windows = len(letters) - length + 1
        if windows <= 0:
            break
        hashed = np.full(windows, length, dtype=np.uint64)
        valid = ~end[:windows] & ~end[length - 1 :]
        for offset in range(length):
            hashed = (hashed ^ letters[offset : offset + windows]) * _MULTIPLIER
            hashed ^= hashed >> np.uint64(29)
            if 0 < offset < length - 1:
                valid &= within[offset : offset + windows]
        found_text.append(owner[:windows][valid])
        found_gram.append(hashed[valid])
    return np.concatenate(found_text), np.concatenate(found_gram)


def _changes(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Whether each value differs from the one before it; the first does."""
    changes = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes


def _run_lengths(first: NDArray[np.intp], end: int) -> NDArray[np.int32]:
    return np.diff(first, append=end).astype(np.int32)


def _in_parts(texts: Sequence[str]) -> Iterator[Counts]:
    """The n-grams of some texts at a time: those of all would fill the memory."""
    for start in range(0, max(1, len(texts)), _TEXTS_AT_ONCE):
        yield count_ngrams(texts[start : start + _TEXTS_AT_ONCE])


@dataclass(frozen=True)
class LexicalSpace:
    """A fitted reduction: n-grams of any text to a point.

    ``vocabulary`` holds the hashes of the n-grams, sorted, shape (v,); ``idf`` and ``mean`` have shape (v,), ``axes``
    shape (v, k); ``rarest`` is the weight of an n-gram outside the vocabulary, which counts in the length of a text
    only.
    """

    vocabulary: Hashes
    idf: Matrix
    mean: Matrix
    axes: Matrix
    rarest: float

    def place(self, texts: Sequence[str]) -> Matrix:
        """Points of shape (n, k), float32, no longer than 1; a text without any known n-gram is the zero point.

        What is missing from a length of 1 are the n-grams that no other text has: a text of its own is like no other.
        """
        return self._points(_weighted(_in_parts(texts), self.vocabulary, self.idf, self.rarest))

    def _points(self, weighted: Any) -> Matrix:
        if not self.axes.size:
            return np.zeros((weighted.shape[0], self.axes.shape[1]), dtype=np.float32)
        towards_mean = np.asarray(weighted @ self.mean, dtype=np.float32)
        squares = np.maximum(1 - 2 * towards_mean + self.mean @ self.mean, _SHORTEST_SQUARE)
        points = np.asarray(weighted @ self.axes, dtype=np.float32) - self.mean @ self.axes
        points[np.diff(weighted.indptr) == 0] = 0
        return np.asarray(points / np.sqrt(squares)[:, None], dtype=np.float32)


def fit_lexical(texts: Sequence[str], dimensions: int) -> tuple[LexicalSpace, Matrix]:
    """The space of ``texts`` and the points of the texts in it, shape (n, k).

    N-grams that at least two texts share (the 60,000 most frequent), centred, reduced to at most ``dimensions`` axes:
    exactly up to 600 texts (an eigendecomposition of the Gram matrix), beyond by a randomised method with a fixed seed
    (Halko, Martinsson & Tropp 2011).
    """
    parts = list(_in_parts(texts))
    vocabulary, idf = _vocabulary(parts, len(texts))
    rarest = log((1 + len(texts)) / 2) + 1
    weighted = _weighted((parts.pop(0) for _ in range(len(parts))), vocabulary, idf, rarest)
    if not len(vocabulary):
        space = LexicalSpace(vocabulary, idf, np.zeros(0, np.float32), np.zeros((0, 0), np.float32), rarest)
        return space, np.zeros((len(texts), 0), np.float32)
    mean = np.asarray(weighted.mean(axis=0), dtype=np.float32).ravel()
    reduce = _exact_axes if len(texts) <= _EXACT_UP_TO else _randomised_axes
    space = LexicalSpace(vocabulary, idf, mean, _signed(reduce(weighted, mean, dimensions)), rarest)
    return space, space._points(weighted)


def lexical_similarities(texts: Sequence[str]) -> NDArray[np.float64]:
    """The inner products of the points that ``fit_lexical`` gives the texts in enough dimensions, shape (n, n)."""
    weighted = _weighted_at_once(texts)
    similar = weighted @ weighted.T
    towards_mean = similar.mean(axis=0)
    centred = similar - towards_mean - towards_mean[:, None] + towards_mean.mean()
    squares = np.maximum(1 - 2 * towards_mean + towards_mean.mean(), _SHORTEST_SQUARE)
    scale = (similar.diagonal() > 0) / np.sqrt(squares)  # a text that shares no n-gram is the zero point
    centred *= scale * scale[:, None]
    return np.asarray(centred)


def _weighted_at_once(texts: Sequence[str]) -> NDArray[np.float64]:
    """The TF-IDF rows of ``_weighted`` for all texts of a small question, dense, by sorting its n-grams once."""
    text, gram = _occurrences(texts)
    order = np.argsort(gram, kind="stable")
    text, another = text[order], _changes(gram[order])
    first = np.flatnonzero(_changes(text) | another)
    text, column = text[first], np.cumsum(another[first]) - 1
    documents = np.bincount(column)
    weight = 1 + np.log(_run_lengths(first, len(order)))
    weight *= (np.log((1 + len(texts)) / (1 + documents)) + 1)[column]
    weight /= np.sqrt(np.bincount(text, weights=weight * weight, minlength=len(texts)))[text]
    shared = documents > 1
    known = shared[column]
    rows = np.zeros((len(texts), int(shared.sum())))
    rows[text[known], (np.cumsum(shared) - 1)[column[known]]] = weight[known]
    return rows


def unit_rows(matrix: Matrix) -> Matrix:
    """The rows scaled to unit length; zero rows stay zero."""
    lengths = np.sqrt((matrix * matrix).sum(axis=1, keepdims=True))
    lengths[lengths <= _NO_LENGTH] = np.inf
    scaled: Matrix = matrix / lengths
    return scaled


def _vocabulary(parts: Sequence[Counts], texts: int) -> tuple[Hashes, Matrix]:
    found = [np.unique(part.gram, return_counts=True) for part in parts]
    known, place = np.unique(np.concatenate([grams for grams, _ in found]), return_inverse=True)
    documents = np.bincount(place, weights=np.concatenate([times for _, times in found])).astype(np.intp)
    shared = np.flatnonzero(documents > 1)
    if len(shared) > _LARGEST_VOCABULARY:
        most = np.argsort(-documents[shared], kind="stable")[:_LARGEST_VOCABULARY]
        shared = np.sort(shared[most])
    return known[shared], (np.log((1 + texts) / (1 + documents[shared])) + 1).astype(np.float32)


def _weighted(parts: Iterable[Counts], vocabulary: Hashes, idf: Matrix, rarest: float) -> Any:
    """TF-IDF rows as a sparse matrix of shape (n, v), of unit length with the n-grams outside the vocabulary counted
    in.
    """
    from scipy.sparse import vstack

    return vstack([_weighted_part(part, vocabulary, idf, rarest) for part in parts], format="csr")


def _weighted_part(counts: Counts, vocabulary: Hashes, idf: Matrix, rarest: float) -> Any:
    from scipy.sparse import csr_matrix

    column = np.searchsorted(vocabulary, counts.gram)
    column[column == len(vocabulary)] = 0
    known = vocabulary[column] == counts.gram if len(vocabulary) else np.zeros(len(column), dtype=bool)
    weight = 1 + np.log(counts.times)
    weight *= np.where(known, idf[column] if len(vocabulary) else rarest, rarest)
    length = np.sqrt(np.bincount(counts.text, weights=weight * weight, minlength=counts.texts))
    value = (weight / length[counts.text])[known].astype(np.float32)
    starts = np.r_[0, np.cumsum(np.bincount(counts.text[known], minlength=counts.texts))]
    return csr_matrix((value, column[known].astype(np.int32), starts), shape=(counts.texts, len(vocabulary)))


def _exact_axes(weighted: Any, mean: Matrix, dimensions: int) -> Matrix:
    gram = np.asarray((weighted @ weighted.T).todense(), dtype=np.float64)
    gram -= gram.mean(axis=0, keepdims=True)
    gram -= gram.mean(axis=1, keepdims=True)
    values, vectors = np.linalg.eigh(gram)
    keep = np.flatnonzero(values > _LEAST_EIGENVALUE)[::-1][:dimensions]
    left = (vectors[:, keep] / np.sqrt(values[keep])).astype(np.float32)
    return np.asarray(weighted.T @ left, dtype=np.float32) - np.outer(mean, left.sum(axis=0))


def _randomised_axes(weighted: Any, mean: Matrix, dimensions: int) -> Matrix:
    def times(right: Matrix) -> Matrix:
        return np.asarray(weighted @ right - mean @ right, dtype=np.float32)

    def transposed_times(left: Matrix) -> Matrix:
        return np.asarray(weighted.T @ left - np.outer(mean, left.sum(axis=0)), dtype=np.float32)

    width = min(dimensions + _OVERSAMPLING, min(weighted.shape))
    start = np.random.default_rng(_SEED).standard_normal((weighted.shape[1], width), dtype=np.float32)
    basis = _orthonormal(times(start))
    for _ in range(_POWER_ITERATIONS):
        basis = _orthonormal(times(transposed_times(basis)))
    seen = transposed_times(basis)
    values, vectors = np.linalg.eigh((seen.T @ seen).astype(np.float64))
    keep = np.flatnonzero(values > _LEAST_EIGENVALUE)[::-1][:dimensions]
    return np.asarray(seen @ (vectors[:, keep] / np.sqrt(values[keep])).astype(np.float32))


def _orthonormal(columns: Matrix) -> Matrix:
    """Orthonormal columns that span the same; those that depend on the others are nearly zero.

    Shifted Cholesky QR (Fukaya et al. 2020): a fraction of the time of Householder's on tall matrices.
    """
    precise = columns.astype(np.float64)
    gram = precise.T @ precise
    gram[np.diag_indices_from(gram)] += max(_SHIFT * np.trace(gram), _LEAST_SHIFT)
    return np.asarray(columns @ np.linalg.inv(np.linalg.cholesky(gram)).T.astype(np.float32))


def _signed(axes: Matrix) -> Matrix:
    """Each axis with its largest entry positive, so that the same data always give the same signs."""
    if not axes.size:
        return axes
    largest = axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])]
    signs: Matrix = np.where(largest < 0, -1, 1).astype(np.float32)
    return axes * signs
