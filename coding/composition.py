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
from models.bundled import NAME as BUNDLED
from models.cache import CachedEncoder, EmbeddingCache
from models.download import fetch
from models.errors import ModelError
from models.protocol import Encoder
from models.registry import EncoderCard

__all__ = ["ProjectEncoder", "cost_of", "fetch_encoder", "project_encoder", "vectors_path"]

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

    def unmapped(self, vectors: Vectors) -> Vectors:
        """The vectors without what the encoder learned from coded answers."""
        return self._encoder.unmapped(vectors)


def project_encoder(
    project_file: Path, name: str, progress: TextsDone | None = None, load: Callable[[str], Encoder] = registry.load
) -> ProjectEncoder:
    """The encoder ``name`` with the vectors that a project has already; nothing is loaded before it is needed."""
    return ProjectEncoder(CachedEncoder(load(name), EmbeddingCache(vectors_path(project_file))), progress)


def cost_of(name: str) -> EncoderCard:
    """What the encoder ``name`` costs, with the size of its download; asks the hub. Raises EncoderError."""
    try:
        return registry.looked_up(name)
    except ModelError as problem:
        raise _as_sentence(problem) from problem


def fetch_encoder(name: str, progress: Callable[[int, int], None] | None = None) -> None:
    """Have the encoder ``name`` on this machine; ``progress`` is told (bytes fetched, bytes in all).

    Nothing happens for the bundled one, a folder, and what is here already. Raises EncoderError.
    """
    if name == BUNDLED or Path(name).is_dir():
        return
    try:
        fetch(name, progress)
    except ModelError as problem:
        raise _as_sentence(problem) from problem


def _as_sentence(problem: ModelError) -> EncoderError:
    return EncoderError(f"encoder.{problem.key}", **problem.facts)
