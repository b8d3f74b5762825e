"""Measures suggestions on coded files: ``python -m benchmarks.suggestions FOLDER [--share 0.2] [--seeds 5] [--out
FILE.md]``.

FOLDER holds CSV files with the columns group, text, label. A share of each question's codes is kept, the rest hidden
and suggested. Also measured: the time of learning and suggesting. ``benchmarks.asking`` measures the order of asking.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks.suggestion_data import CodedQuestion, kept_rows, read_questions
from benchmarks.suggestion_scores import NAMES, Figures, bootstrap, macro, score
from benchmarks.suggestion_weights import fit_weights, others
from coding.analysis.suggest_weights import DEFAULT_WEIGHTS, Weights
from models.cache import CachedEncoder, EmbeddingCache
from models.registry import load


def main() -> None:
    """Measure every file of the folder and print, or write, the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--share", type=float, default=0.2)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--leave-out", action="store_true", help="fit the weights on the other files first (slow)")
    parser.add_argument("--cache", type=Path, default=Path("vectors.sqlite"), help="file that keeps the vectors")
    parser.add_argument("--only", nargs="*", help="names of files without .csv")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    encode = CachedEncoder(load(), EmbeddingCache(options.cache)).encode
    lines: list[str] = []
    for path in sorted(options.folder.glob("*.csv")):
        if options.only and path.stem not in options.only:
            continue
        questions = list(read_questions(path, encode))
        if not any(codes for question in questions for codes in question.codes):
            continue
        weights = fit_weights(others(options.folder, path, encode)) if options.leave_out else DEFAULT_WEIGHTS
        lines += quality(path.stem, questions, options.share, range(7, 7 + options.seeds), weights)
        print("\n".join(lines), flush=True)
    if options.out:
        options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def quality(
    name: str, questions: list[CodedQuestion], share: float, seeds: Iterable[int], weights: Weights
) -> list[str]:
    """One line per figure with its 95% interval, for one file."""
    per_question: list[list[Figures]] = [[] for _ in questions]
    seconds = []
    for seed in seeds:
        for found, question, kept in zip(per_question, questions, kept_rows(questions, share, seed), strict=True):
            if kept.all():
                continue
            start = time.perf_counter()
            suggested = question.suggester(kept, weights).suggest()
            seconds.append(time.perf_counter() - start)
            found.append(score(question, kept, suggested))
    measured = [found for found in per_question if found]
    means = macro([figures for found in measured for figures in found])
    low, high = bootstrap(measured)
    cells = [
        f"{figure} {mean:.3f} [{a:.3f}, {b:.3f}]" for figure, mean, a, b in zip(NAMES, means, low, high, strict=True)
    ]
    return [f"{name} (share {share:g}): " + "; ".join(cells) + f"; slowest fit and suggest {max(seconds):.2f} s"]


if __name__ == "__main__":
    main()
