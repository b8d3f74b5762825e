"""Joins the services with the encoders of ``models``, for the app and the command line alike.

Everything else sees an encoder as ``coding.analysis.encoder.Encoder`` and its problems as ``EncoderError``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from coding.analysis.encoder import Vectors
from coding.domain.errors import EncoderError
from models import registry
from models.cache import CachedEncoder, EmbeddingCache
from models.errors import ModelError
from models.protocol import Encoder

__all__ = ["ProjectEncoder", "project_encoder", "vectors_path"]

_VECTORS: Final = ".vectors"

TextsDone = Callable[[int, int], None]
"""Called with (texts done, texts in all)."""


def vectors_path(project_file: Path) -> Path:
    """The cache of vectors beside a project file."""
    return project_file.with_suffix(_VECTORS)


class ProjectEncoder:
    """An encoder whose problems are sentences (EncoderError) for the researcher, behind a cache of vectors."""

    def __init__(self, encoder: Encoder, progress: TextsDone | None = None) -> None:
        self._encoder = encoder
        self._progress = progress

    @property
    def name(self) -> str:
        """Name by which a project remembers the encoder."""
        return self._encoder.name

    @property
    def version(self) -> str:
        """Version of the weights; loads the model when only that can tell. Raises EncoderError."""
        try:
            return self._encoder.version
        except ModelError as problem:
            raise _as_sentence(problem) from problem

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (n_texts, dimensions), dtype float32.

        Raises EncoderError when the model cannot be found, loaded or used.
        """
        try:
            return self._encoder.encode(texts, self._progress)
        except ModelError as problem:
            raise _as_sentence(problem) from problem


def project_encoder(
    project_file: Path, name: str, progress: TextsDone | None = None, load: Callable[[str], Encoder] = registry.load
) -> ProjectEncoder:
    """The encoder ``name`` with the vectors that a project has already; nothing is loaded before it is needed."""
    return ProjectEncoder(CachedEncoder(load(name), EmbeddingCache(vectors_path(project_file))), progress)


def _as_sentence(problem: ModelError) -> EncoderError:
    return EncoderError(f"encoder.{problem.key}", **problem.facts)
