"""Quality of proposals on coded files: Tienkeer beside the reference and BERTopic, all with vectors of one encoder.

    python -m benchmarks.quality FOLDER [--without-bertopic] [--raw-encoder]

FOLDER holds CSV files (see ``coded_files``). Scores are means over questions; the table goes to standard output.
``--raw-encoder`` leaves the learned projection out, for all methods.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np

from benchmarks import coded_files, methods
from benchmarks.scores import Scores, score
from coding.analysis.encoder import Vectors
from models.bundled import BundledEncoder

Method = Callable[[Sequence[str], methods.Encode], methods.Groups]
METHODS: dict[str, Method] = {
    "Tienkeer": methods.tienkeer,
    "reference": methods.reference,
    "BERTopic": methods.bertopic,
}
COLUMNS = ("ami", "saved", "b3_f", "groups", "left")


class Memory:
    """Encodes each text once, so that all methods get the same vectors and none is charged for them."""

    def __init__(self, encoder: BundledEncoder) -> None:
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Vectors of shape (n, d)."""
        missing = sorted({text for text in texts if text not in self._known})
        if missing:
            self._known.update(zip(missing, self._encoder.encode(missing), strict=True))
        return np.stack([self._known[text] for text in texts])

    def unmapped(self, vectors: Vectors) -> Vectors:
        """The vectors without what the encoder learned from coded answers."""
        return self._encoder.unmapped(vectors)


def mean_scores(questions: Sequence[coded_files.Coded], method: Method, encode: methods.Encode) -> dict[str, float]:
    """The mean of each score over the questions that can be scored, and the seconds per question in ``seconds``."""
    found: list[Scores] = []
    started = time.perf_counter()
    for question in questions:
        scores = score(method(question.texts, encode), question.codes)
        if scores is not None:
            found.append(scores)
    seconds = (time.perf_counter() - started) / max(1, len(questions))
    names = [field.name for field in fields(Scores)]
    means = np.mean([astuple(scores) for scores in found], axis=0)
    return {**dict(zip(names, means.tolist(), strict=True)), "seconds": seconds}


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without-bertopic", action="store_true")
    parser.add_argument("--raw-encoder", action="store_true")
    options = parser.parse_args()
    chosen = {name: run for name, run in METHODS.items() if name != "BERTopic" or not options.without_bertopic}
    encode = Memory(BundledEncoder(projected=not options.raw_encoder))
    print("| file | method | " + " | ".join(COLUMNS) + " | seconds per question |")
    print("|---|---|" + "---|" * (len(COLUMNS) + 1))
    for path in sorted(options.folder.glob("*.csv")):
        questions = coded_files.read(path)
        if not questions:
            continue
        encode([text for question in questions for text in question.texts])
        for name, method in chosen.items():
            means = mean_scores(questions, method, encode)
            cells = " | ".join(f"{means[c]:.0f}" if c == "groups" else f"{means[c]:.3f}" for c in COLUMNS)
            print(f"| {path.stem} | {name} | {cells} | {means['seconds']:.2f} |", flush=True)


if __name__ == "__main__":
    main()
