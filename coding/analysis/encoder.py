"""What an encoder is to the analysis: anything that turns texts into vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors, like ``SentenceTransformer.encode``.

    ``name`` and ``version`` identify the vectors in caches and projects.
    """

    @property
    def name(self) -> str:
        """Name by which a project remembers the encoder."""
        ...

    @property
    def version(self) -> str:
        """Version of the weights."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (n_texts, dimensions), dtype float32, one row per text, in order."""
        ...


@runtime_checkable
class Mapped(Protocol):
    """What has vectors that went through a map learned from coded answers, and can take that back."""

    def unmapped(self, vectors: Vectors) -> Vectors:
        """The same vectors as they were before the map, shape (n, d), unit rows."""
        ...


def unmapped(source: object, vectors: Vectors) -> Vectors:
    """The vectors of an encoder, or of what recalls them, without what it learned from coded answers, if it did."""
    return source.unmapped(vectors) if isinstance(source, Mapped) else vectors


class Recall:
    """An encoder that encodes each text once, as long as it lives."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        # The first texts are usually all there are: their vectors, which may be large, are handed out without a copy.
        self._first: tuple[list[str], Vectors] = ([], np.zeros((0, 0), np.float32))
        self._known: dict[str, Vectors] = {}

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (n_texts, d), not to be written into; raises what the encoder raises."""
        if not self._first[0] and texts:
            first = sorted(set(texts))
            self._first = first, self._encoder.encode(first)
        if list(texts) == self._first[0]:
            return self._first[1]
        if not self._known:
            self._known.update(zip(*self._first, strict=True))
        new = sorted({text for text in texts if text not in self._known})
        if new:
            self._known.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._known[text] for text in texts]) if texts else np.zeros((0, 0), np.float32)

    def unmapped(self, vectors: Vectors) -> Vectors:
        """The vectors without what the encoder learned from coded answers."""
        return unmapped(self._encoder, vectors)
