"""Any sentence-transformers model, by hub name or local folder.

The library (and torch with it) is imported only when such a model is loaded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np

from models.download import fetch
from models.errors import LibraryMissing, ModelNotUsable
from models.protocol import Progress, Vectors, distinct_sorted

_BATCH: Final = 256
_DECIMALS: Final = 6
# Which of a model's own prompts suits comparing answers with answers, best first.
_PROMPT_ORDER: Final = ("clustering", "sts", "similarity", "query", "document", "passage")
_INSTRUCTION: Final = "Identify the argument that an answer to a survey question makes"
# Models of the e5 family want a prefix (Wang et al. 2024), but the older ones do not name it in their configuration.
_E5_PROMPT: Final = {"query": "query: "}
_E5_INSTRUCT_PROMPT: Final = {"query": f"Instruct: {_INSTRUCTION}\nQuery: "}


def choose_prompt(name: str, prompts: Mapping[str, str]) -> tuple[dict[str, str], str | None]:
    """The prompts to register with the model and the name of the one to use, or None for no prompt.

    The model's own prompts come first; the e5 family has known ones where the model names none.
    """
    named = {key.lower(): key for key, prompt in prompts.items() if prompt}
    for wanted in _PROMPT_ORDER:
        if wanted in named:
            return dict(prompts), named[wanted]
    short = Path(name).name.lower()
    if "e5" in short.split("-"):
        return (dict(_E5_INSTRUCT_PROMPT) if "instruct" in short else dict(_E5_PROMPT)), "query"
    return dict(prompts), None


class SentenceTransformerEncoder:
    """A sentence-transformers model; vectors of unit length in the model's own number of dimensions.

    Raises LibraryMissing, ModelNotFound, HubUnreachable or ModelNotUsable at the first use, never at construction.
    """

    def __init__(self, model: str, *, batch_size: int = 32) -> None:
        self._source = model
        self._batch_size = batch_size

    @property
    def name(self) -> str:
        """The hub name, or the name of the local folder (never its whole path, which may name a person)."""
        return Path(self._source).name if self.is_local else self._source

    @property
    def is_local(self) -> bool:
        """Whether the model is a folder on this machine."""
        return Path(self._source).is_dir()

    @cached_property
    def version(self) -> str:
        """The hub revision; for a folder a hash of its file names, sizes and configuration."""
        return _folder_fingerprint(self._folder) if self.is_local else self._folder.name

    @cached_property
    def _folder(self) -> Path:
        """The folder that was given, or where the hub model is kept: the name of the folder is its revision there."""
        return Path(self._source) if self.is_local else fetch(self._source)

    @cached_property
    def _prompt(self) -> str | None:
        prompts, chosen = choose_prompt(self.name, self._model.prompts)
        self._model.prompts = prompts
        return chosen

    @cached_property
    def _model(self) -> Any:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as missing:
            raise LibraryMissing(self.name, str(missing)) from missing
        try:
            return SentenceTransformer(str(self._folder), device="cpu")
        except (OSError, ValueError, KeyError, RuntimeError) as problem:
            raise ModelNotUsable(self.name, _first_line(problem)) from problem

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of shape (n_texts, dimensions), float32, unit length; equal texts get equal vectors."""
        distinct, place = distinct_sorted(texts)
        batches = []
        for start in range(0, len(distinct), _BATCH):
            batch = distinct[start : start + _BATCH]
            batches.append(self._encode_batch(batch))
            if progress is not None:
                progress(start + len(batch), len(distinct))
        if not batches:
            return np.zeros((0, int(self._model.get_sentence_embedding_dimension() or 0)), dtype=np.float32)
        vectors: Vectors = np.vstack(batches)
        return np.round(vectors, _DECIMALS).astype(np.float32)[place]

    def unmapped(self, vectors: Vectors) -> Vectors:
        """The same vectors: nothing was learned from coded answers."""
        return vectors

    def _encode_batch(self, batch: list[str]) -> Vectors:
        vectors = self._model.encode(
            batch,
            prompt_name=self._prompt,
            batch_size=self._batch_size,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)


def _folder_fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(f"{path.relative_to(folder).as_posix()}:{path.stat().st_size}\n".encode())
        if path.suffix == ".json" and path.stat().st_size < 1_000_000:
            digest.update(path.read_bytes())
    return f"folder/{digest.hexdigest()[:16]}"


def _first_line(problem: Exception) -> str:
    return str(problem).strip().partition("\n")[0]
