"""Which answers to ask next: decisions to the same accuracy, in the product's order and at random.

``python -m benchmarks.asking FOLDER [--only NAME …] [--seeds 3] [--questions N] [--cache FILE]``

Half of the answers of a question can be asked about, five at a time; after each five everything is learned anew. Told
is how often the best guess is right, on the half that can be asked about (decided answers included: what the researcher
has to mend) and on the other half, and how many decisions the product's order needs to be as often right as random
order is after 40.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.suggestion_data import Bools, CodedQuestion, Floats, read_questions
from coding.analysis.ask_next import ask_next
from coding.analysis.suggest import Decision, Suggester, Suggestions
from models.cache import CachedEncoder, EmbeddingCache
from models.registry import load

AT_ONCE: Final = 5
SMALLEST: Final = 30
"""Different answers: smaller questions say nothing about the order of asking."""
MOST: Final = 80
COMPARED: Final = (10, 20, 40, 80)
REFERENCE: Final = 40
ORDERS: Final = ("random", "least certain first", "product")


@dataclass(frozen=True)
class Curve:
    """Best guesses right by number of decisions: on all that can be asked about, and on the other half."""

    asked: Mapping[int, float]
    new: Mapping[int, float]


def needed(curve: Mapping[int, float], accuracy: float) -> int | None:
    """The fewest decisions after which ``accuracy`` is reached, None if it never is."""
    return next((decisions for decisions, right in sorted(curve.items()) if right >= accuracy), None)


def curve_of(question: CodedQuestion, order: str, seed: int) -> Curve:
    """Ask about a question in one order."""
    ground = question.ground.ground
    shuffled = [int(row) for row in np.random.default_rng(seed).permutation(len(ground))]
    pool, tested = shuffled[: len(ground) // 2], shuffled[len(ground) // 2 :]
    truth = {int(row): question.codes[at] for at, row in reversed(list(enumerate(question.ground.place)))}
    askable: Bools = np.isin(np.arange(len(ground)), pool)
    part = replace(ground, counts=askable.astype(np.intp))
    decided = {row: [truth[row]] for row in pool[:AT_ONCE]}
    asked: dict[int, float] = {}
    new: dict[int, float] = {}
    while True:
        suggester = Suggester.fit(part, [], decided, question.names)
        suggested = suggester.suggest()
        asked[len(decided)], new[len(decided)] = _right(suggested, truth, pool), _right(suggested, truth, tested)
        waiting = [row for row in pool if row not in decided]
        if len(decided) >= MOST or not waiting:
            return Curve(asked, new)
        for row in _next(suggester, suggested, waiting, order):
            decided[row] = [truth[row]]


def _next(suggester: Suggester, suggested: Suggestions, waiting: Sequence[int], order: str) -> Sequence[int]:
    if order == "product":
        return ask_next(suggester.ground, suggested, suggester.decisions.keys(), AT_ONCE)
    if order == "random":
        return waiting[:AT_ONCE]
    return sorted(waiting, key=lambda row: (suggested.answers[row].certainty, row))[:AT_ONCE]


def _right(suggested: Suggestions, truth: Mapping[int, Decision], rows: Sequence[int]) -> float:
    guesses = ((suggested.answers[row].best.code, truth[row]) for row in rows)
    return float(np.mean([not codes if code is None else code in codes for code, codes in guesses]))


def lines(name: str, questions: Sequence[CodedQuestion], seeds: int) -> list[str]:
    """The lines of the table for one file: means over questions and draws, and the gain with its 95% interval."""
    runs = [{order: curve_of(q, order, seed) for order in ORDERS} for q in questions for seed in range(seeds)]
    made = []
    for part in ("asked", "new") if runs else ():
        curves = [{order: getattr(run[order], part) for order in ORDERS} for run in runs]
        cells = [f"{name}, {part}"]
        for step in COMPARED:
            there = [curve for curve in curves if step in curve["random"]]
            cells.append(
                " / ".join(f"{np.mean([c[order][step] for c in there]):.3f}" for order in ORDERS) if there else "–"
            )
        gains = np.array([c["product"][REFERENCE] - c["random"][REFERENCE] for c in curves if REFERENCE in c["random"]])
        cells += [_interval(gains), _needed(curves)] if len(gains) else ["–", "–"]
        made.append("| " + " | ".join(cells) + " |")
    return made


def _interval(gains: Floats) -> str:
    rng = np.random.default_rng(0)
    low, high = np.percentile([rng.choice(gains, len(gains)).mean() for _ in range(1000)], [2.5, 97.5])
    return f"{gains.mean():+.3f} [{low:+.3f}, {high:+.3f}]"


def _needed(curves: Sequence[Mapping[str, Mapping[int, float]]]) -> str:
    """Decisions in the product's order for what 40 at random reach, by the mean curves."""
    whole = [curve for curve in curves if REFERENCE in curve["random"]]
    steps = [s for s in whole[0]["random"] if all(s in curve[order] for curve in whole for order in ORDERS)]
    means = {order: {s: float(np.mean([c[order][s] for c in whole])) for s in steps} for order in ORDERS}
    return str(needed(means["product"], means["random"][REFERENCE]) or f"over {max(steps)}")


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", help="names of files without .csv")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--questions", type=int, help="at most so many questions of a file, evenly over it")
    parser.add_argument("--cache", type=Path, default=Path("vectors.sqlite"), help="file that keeps the vectors")
    options = parser.parse_args()
    encode = CachedEncoder(load(), EmbeddingCache(options.cache)).encode
    print(f"In each cell: {' / '.join(ORDERS)}.\n")
    print("| file, half | " + " | ".join(f"{step} decisions" for step in COMPARED) + " | gain at 40 | needed for 40 |")
    print("|---" * (len(COMPARED) + 3) + "|")
    for path in sorted(options.folder.glob("*.csv")):
        if options.only and path.stem not in options.only:
            continue
        every = [q for q in read_questions(path, encode) if len(q.ground.ground) >= SMALLEST]
        coded = [question for question in every if any(question.codes)]
        step = max(1, len(coded) // options.questions) if options.questions else 1
        for line in lines(path.stem, coded[::step][: options.questions], options.seeds):
            print(line, flush=True)


if __name__ == "__main__":
    main()
