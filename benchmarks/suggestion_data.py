"""Coded files as questions to measure suggestions on: answers, codes and vectors; some codes kept, the rest hidden."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coding.analysis.suggest import Decision, Suggester
from coding.analysis.suggest_ground import Matrix
from coding.analysis.suggest_question import Encode, QuestionGround, name_points, question_ground
from coding.analysis.suggest_weights import DEFAULT_WEIGHTS, Weights

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class CodedQuestion:
    """One question with the human codes of every answer; ``rows`` are the data rows in its file."""

    file: str
    name: str
    rows: NDArray[np.intp]
    codes: tuple[Decision, ...]
    ground: QuestionGround
    names: dict[str, Matrix]

    def decisions(self, kept: Bools) -> dict[int, list[Decision]]:
        """The codes of the kept answers by row of the ground."""
        found: dict[int, list[Decision]] = defaultdict(list)
        for at in np.flatnonzero(kept):
            found[int(self.ground.place[at])].append(self.codes[at])
        return found

    def suggester(self, kept: Bools, weights: Weights = DEFAULT_WEIGHTS, codes: Sequence[str] = ()) -> Suggester:
        """What is learned from the kept answers, for the others."""
        wanted = np.bincount(self.ground.place[~kept], minlength=len(self.ground.ground))
        return Suggester.fit(
            replace(self.ground.ground, counts=wanted), codes, self.decisions(kept), self.names, weights
        )


def read_questions(path: Path, encode: Encode) -> Iterator[CodedQuestion]:
    """The questions of a coded file with columns group, text, label (codes joined by '|')."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    by_question: dict[str, list[int]] = defaultdict(list)
    for row, line in enumerate(lines):
        by_question[line["group"]].append(row)
    for name, rows in by_question.items():
        codes = tuple(frozenset(code for code in lines[row]["label"].split("|") if code) for row in rows)
        ground = question_ground([lines[row]["text"] for row in rows], [True] * len(rows), encode, name)
        every = sorted(set().union(*codes))
        names = name_points(ground.space, {code: code for code in every}, encode)
        yield CodedQuestion(path.stem, name, np.array(rows), codes, ground, names)


def kept_rows(questions: list[CodedQuestion], share: float, seed: int) -> list[Bools]:
    """A random share of each question's answers, at least five, as the common hiding script draws them."""
    rng = np.random.default_rng(seed)
    result = []
    for question in questions:
        kept = np.zeros(len(question.rows), bool)
        kept[rng.permutation(len(question.rows))[: max(5, round(share * len(question.rows)))]] = True
        result.append(kept)
    return result
