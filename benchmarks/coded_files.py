"""Coded data files: columns group (the question), text, label (human codes joined by '|', empty for none)."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coding.domain.answers import AnswerKind, kind_of, normalise


@dataclass(frozen=True)
class Coded:
    """One question: its answers and the human codes of each."""

    name: str
    texts: tuple[str, ...]
    codes: tuple[frozenset[str], ...]


def read(path: Path, *, uncoded: bool = False) -> tuple[Coded, ...]:
    """The questions of a file, in the order in which they first appear; none if no answer has a code, unless
    ``uncoded`` asks for those too.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    if not uncoded and not any(line["label"] for line in lines):
        return ()
    names = dict.fromkeys(line["group"] for line in lines)
    return tuple(_question(name, [line for line in lines if line["group"] == name]) for name in names)


def _question(name: str, lines: Sequence[dict[str, str]]) -> Coded:
    codes = tuple(frozenset(code for code in line["label"].split("|") if code) for line in lines)
    return Coded(name, tuple(line["text"] for line in lines), codes)


def is_answer(text: str) -> bool:
    """Whether there is anything to group in a text."""
    return kind_of(text) is AnswerKind.ANSWER and bool(normalise(text))
