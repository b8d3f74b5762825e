"""Answers and vectors to measure cost on: made up, or drawn from coded files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks import coded_files
from coding.analysis.encoder import Vectors

_DIMENSIONS: Final = 512
_SPREAD: Final = 0.8
_NOISE: Final = 0.4
_CHANGED: Final = 0.15
_ROWS_AT_ONCE: Final = 4096
_WORDS: Final = (
    *("bus", "trein", "fiets", "weg", "druk", "duur", "prijs", "tijd", "laat", "vroeg", "dienst", "loket", "brief"),
    *("website", "telefoon", "wachten", "hulp", "vriendelijk", "duidelijk", "taal", "regels", "aanvraag", "formulier"),
    *("buurt", "groen", "park", "afval", "lawaai", "veilig", "licht", "school", "zorg", "huis", "huur", "belasting"),
)


@dataclass(frozen=True)
class Answers:
    """Distinct normalised answers in sorted order, and their vectors, shape (n, d), float32, unit length."""

    texts: tuple[str, ...]
    vectors: Vectors

    @classmethod
    def sorted(cls, texts: Sequence[str], vectors: Vectors) -> Answers:
        """The answers in the order in which encoders are asked for them."""
        order = sorted(range(len(texts)), key=texts.__getitem__)
        return cls(tuple(texts[i] for i in order), vectors[order])


def made_up(answers: int, seed: int = 0) -> Answers:
    """Distinct answers of three to nine words around as many centres as there would be arguments."""
    random = np.random.default_rng(seed)
    centres = random.standard_normal((max(5, round(answers**0.5 / 2)), _DIMENSIONS), dtype=np.float32)
    belongs = random.integers(len(centres), size=answers)
    texts = []
    for i, centre in enumerate(belongs):
        own = [_WORDS[(centre * 7 + k) % len(_WORDS)] for k in range(6)]
        chosen = random.choice([*own, *_WORDS[:6]], size=random.integers(3, 9))
        texts.append(" ".join([*chosen, str(i)]))
    return Answers.sorted(texts, _around(centres, belongs, _SPREAD, random))


def drawn(answers: int, pool: Answers, seed: int = 0) -> Answers:
    """Distinct answers drawn from ``pool``, each with some words left out or doubled."""
    random = np.random.default_rng(seed)
    rows: list[int] = []
    texts: list[str] = []
    known: set[str] = set()
    while len(texts) < answers:
        row = int(random.integers(len(pool.texts)))
        words = pool.texts[row].split()
        times = random.choice(3, size=len(words), p=[_CHANGED, 1 - 2 * _CHANGED, _CHANGED])
        text = " ".join(word for word, count in zip(words, times, strict=True) for _ in range(count))
        if text and text in known:
            text = f"{text} {len(texts)}"
        if text:
            known.add(text)
            texts.append(text)
            rows.append(row)
    return Answers.sorted(texts, _around(pool.vectors * np.sqrt(_DIMENSIONS), np.array(rows), _NOISE, random))


def _around(centres: Vectors, belongs: np.ndarray, spread: float, random: np.random.Generator) -> Vectors:
    """Unit vectors around centres of length √d, in pieces, so that making them takes little memory."""
    vectors = np.empty((len(belongs), centres.shape[1]), dtype=np.float32)
    for start in range(0, len(belongs), _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        some = centres[belongs[rows]]
        some = some + spread * random.standard_normal(some.shape, dtype=np.float32)
        vectors[rows] = some / np.linalg.norm(some, axis=1, keepdims=True)
    return vectors


def pool_of(folder: Path) -> Answers:
    """All different answers of the coded files in a folder, with vectors of the bundled encoder."""
    from coding.domain.answers import normalise
    from models.bundled import BundledEncoder

    files = (coded_files.read(path) for path in sorted(folder.glob("*.csv")))
    found = {normalise(text) for file in files for one in file for text in one.texts if coded_files.is_answer(text)}
    texts = sorted(found)
    return Answers(tuple(texts), BundledEncoder().encode(texts))


def save(folder: Path, answers: Answers, seed: int) -> None:
    """Keep answers in a folder, for ``load``."""
    path = _path(folder, len(answers.texts), seed)
    path.with_suffix(".json").write_text(json.dumps(answers.texts), encoding="utf-8")
    np.save(path.with_suffix(".npy"), answers.vectors)


def load(folder: Path, answers: int, seed: int) -> Answers:
    """So many answers that ``save`` kept."""
    return Answers(load_texts(folder, answers, seed), np.load(_path(folder, answers, seed).with_suffix(".npy")))


def load_texts(folder: Path, answers: int, seed: int) -> tuple[str, ...]:
    """The texts alone."""
    return tuple(json.loads(_path(folder, answers, seed).with_suffix(".json").read_text(encoding="utf-8")))


def _path(folder: Path, answers: int, seed: int) -> Path:
    return folder / f"{answers}-{seed}"
