"""What every encoder of this package offers; the same shape as ``coding.analysis.encoder.Encoder``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Progress = Callable[[int, int], None]
"""Called with (texts done, texts in all); an exception raised from it stops the encoding."""


class Encoder(Protocol):
    """Turns texts into vectors; ``name`` and ``version`` identify the vectors in caches and projects."""

    @property
    def name(self) -> str:
        """Name by which a project remembers the encoder."""
        ...

    @property
    def version(self) -> str:
        """Version of the weights."""
        ...

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of shape (n_texts, dimensions), dtype float32, one unit row per text, in order."""
        ...

    def unmapped(self, vectors: Vectors) -> Vectors:
        """The vectors without what was learned from coded answers; those of an encoder without such a map stay."""
        ...


def distinct_sorted(texts: Sequence[str]) -> tuple[list[str], NDArray[np.intp]]:
    """The distinct texts in sorted order, and for each given text its place among them.

    Sorting first makes the batches, and so the last bits of the vectors, independent of the order of the rows.
    """
    distinct = sorted(set(texts))
    place = {text: i for i, text in enumerate(distinct)}
    return distinct, np.fromiter((place[text] for text in texts), dtype=np.intp, count=len(texts))
