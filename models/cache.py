"""A cache of vectors beside a project: one SQLite file, keyed by encoder, version and the hash of a text.

It holds no texts, only their SHA-256. Several processes may use it at once; losing it costs time, never data.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import numpy as np

from models.protocol import Encoder, Progress, Vectors, distinct_sorted

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS vectors (
    encoder TEXT NOT NULL, version TEXT NOT NULL, text_hash BLOB NOT NULL, vector BLOB NOT NULL,
    PRIMARY KEY (encoder, version, text_hash)
) WITHOUT ROWID
"""
_SECONDS_TO_WAIT: Final = 30.0
_CHUNK: Final = 500


def text_hash(text: str) -> bytes:
    """SHA-256 of the text in UTF-8; a lone surrogate is hashed as it is."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


class EmbeddingCache:
    """Vectors by encoder, version and text hash, float32, in the file at ``path``."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self._path, timeout=_SECONDS_TO_WAIT)
        try:
            # A rollback journal, not a write-ahead log: what was erased must not live on in a second file.
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute(_SCHEMA)
            with connection:
                yield connection
        finally:
            connection.close()

    def get(self, encoder: Encoder, texts: Sequence[str]) -> dict[str, Vectors]:
        """The known vectors of ``texts``, each of shape (dimensions,)."""
        by_hash = {text_hash(text): text for text in texts}
        found: dict[str, Vectors] = {}
        with self._open() as connection:
            for some in _chunks(sorted(by_hash)):
                marks = ",".join("?" * len(some))
                # S608: only question marks are put into the statement.
                query = (
                    f"SELECT text_hash, vector FROM vectors WHERE encoder=? AND version=? AND text_hash IN ({marks})"  # noqa: S608
                )
                for key, blob in connection.execute(query, (encoder.name, encoder.version, *some)):
                    found[by_hash[key]] = np.frombuffer(blob, dtype=np.float32)
        return found

    def put(self, encoder: Encoder, texts: Sequence[str], vectors: Vectors) -> None:
        """Remember one vector per text; a vector that is known already stays as it is."""
        rows = (
            (encoder.name, encoder.version, text_hash(text), np.ascontiguousarray(vector, dtype=np.float32).tobytes())
            for text, vector in zip(texts, vectors, strict=True)
        )
        with self._open() as connection:
            connection.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?, ?, ?)", rows)

    def forget(self, texts: Iterable[str]) -> int:
        """Erase the vectors of ``texts`` of every encoder, overwriting them on disk; how many there were."""
        erased = 0
        with self._open() as connection:
            for text in texts:
                erased += connection.execute("DELETE FROM vectors WHERE text_hash = ?", (text_hash(text),)).rowcount
        return erased


class CachedEncoder:
    """An encoder that looks into the cache first and adds what was missing."""

    def __init__(self, encoder: Encoder, cache: EmbeddingCache) -> None:
        self._encoder = encoder
        self._cache = cache

    @property
    def name(self) -> str:
        """Name of the encoder behind the cache."""
        return self._encoder.name

    @property
    def version(self) -> str:
        """Version of the encoder behind the cache."""
        return self._encoder.version

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of shape (n_texts, dimensions), float32; only texts that are not in the cache are computed."""
        distinct, place = distinct_sorted(texts)
        known = self._cache.get(self._encoder, distinct)
        missing = [text for text in distinct if text not in known]
        if missing or not distinct:
            computed = self._encoder.encode(missing, progress)
            if not distinct:
                return computed
            self._cache.put(self._encoder, missing, computed)
            known.update(zip(missing, computed, strict=True))
        return np.vstack([known[text] for text in distinct])[place]

    def unmapped(self, vectors: Vectors) -> Vectors:
        """What the encoder behind the cache makes of it."""
        return self._encoder.unmapped(vectors)


def _chunks(keys: list[bytes]) -> Iterator[list[bytes]]:
    for start in range(0, len(keys), _CHUNK):
        yield keys[start : start + _CHUNK]
