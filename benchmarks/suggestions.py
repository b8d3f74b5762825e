"""Measures suggestions on coded files: ``python -m benchmarks.suggestions FOLDER [--share 0.2] [--seeds 5] [--out
FILE.md]``.

FOLDER holds CSV files with the columns group, text, label. A share of each question's codes is kept, the rest hidden
and suggested. Also measured: how few decisions the order of asking needs, and the time of learning and suggesting.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.suggestion_data import Bools, CodedQuestion, kept_rows, read_questions
from benchmarks.suggestion_scores import NAMES, Figures, bootstrap, macro, score
from benchmarks.suggestion_weights import fit_weights, others
from coding.analysis.ask_next import ask_next
from coding.analysis.suggest import Decision, Suggester, Suggestions
from coding.analysis.suggest_weights import DEFAULT_WEIGHTS, Weights
from models.cache import CachedEncoder, EmbeddingCache
from models.registry import load

SMALLEST = 15  # answers: questions with fewer are too small to say anything about the order of asking
ASKED_AT_ONCE = 5
STEPS = (10, 20, 40, 80)


def main() -> None:
    """Measure every file of the folder and print, or write, the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--share", type=float, default=0.2)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--order", action="store_true", help="also measure the order of asking (slow)")
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
        if options.order:
            lines += order_of_asking(path.stem, questions)
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


def order_of_asking(name: str, questions: list[CodedQuestion]) -> list[str]:
    """Best guesses right after so many decisions, in three orders of asking, with the gain of ``ask_next`` over chance.

    Half of the answers can be asked about. "new" is over the other half, "all" over that half, decided ones included.
    """
    lines = []
    large = [question for question in questions if len(question.ground.ground) >= 2 * SMALLEST]
    curves = {how: [_curve(question, how, seed) for question in large for seed in range(3)] for how in ORDERS}
    for part, label in enumerate(("new", "all")):
        for step in STEPS:
            values = {how: np.array([run[part][step] for run in curves[how] if step in run[part]]) for how in ORDERS}
            gain = values["ask_next"] - values["random"]
            if len(gain):
                rng = np.random.default_rng(0)
                low, high = np.percentile([rng.choice(gain, len(gain)).mean() for _ in range(1000)], [2.5, 97.5])
                means = ", ".join(f"{how} {values[how].mean():.3f}" for how in ORDERS)
                gained = f"gain {gain.mean():+.3f} [{low:+.3f}, {high:+.3f}]"
                lines.append(f"{name} {label}, {step} decisions, {len(gain)} runs: {means}; {gained}")
    return lines


def _right(suggested: Suggestions, truth: dict[int, Decision], rows: list[int]) -> float:
    guesses = ((suggested.answers[row].best.code, truth[row]) for row in rows)
    return float(np.mean([not codes if code is None else code in codes for code, codes in guesses]))


ORDERS = ("random", "doubt", "ask_next")


def _curve(question: CodedQuestion, how: str, seed: int) -> tuple[dict[int, float], dict[int, float]]:
    """Best guesses right after so many decisions, on answers never asked about, and on all that could be asked."""
    rng = np.random.default_rng(seed)
    ground = question.ground.ground
    shuffled = [int(row) for row in rng.permutation(len(ground))]
    pool, tested = shuffled[: len(ground) // 2], shuffled[len(ground) // 2 :]
    truth = {int(row): question.codes[at] for at, row in reversed(list(enumerate(question.ground.place)))}
    askable: Bools = np.isin(np.arange(len(ground)), pool)
    suggester = Suggester.fit(
        replace(ground, counts=askable.astype(np.intp)),
        [],
        {row: [truth[row]] for row in pool[:ASKED_AT_ONCE]},
        question.names,
    )
    curve: dict[int, float] = {}
    whole: dict[int, float] = {}
    while True:
        suggested = suggester.suggest()
        done = len(suggester.decisions)
        if done in STEPS:
            curve[done] = _right(suggested, truth, tested)
            whole[done] = _right(suggested, truth, pool)
        waiting = [row for row in pool if row not in suggester.decisions]
        if done >= STEPS[-1] or not waiting:
            return curve, whole
        if how == "random":
            asked = waiting[:ASKED_AT_ONCE]
        elif how == "doubt":
            asked = sorted(waiting, key=lambda row: (suggested.answers[row].certainty, row))[:ASKED_AT_ONCE]
        else:
            asked = list(ask_next(suggester.ground, suggested, suggester.decisions.keys(), ASKED_AT_ONCE))
        updated = suggester.update({row: [truth[row]] for row in asked})
        suggester = Suggester.fit(updated.ground, updated.codes, updated.decisions, question.names)


if __name__ == "__main__":
    main()
