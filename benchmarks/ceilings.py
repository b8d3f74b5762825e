"""How good proposals could get with the same points: what bounds them from above and from below, on coded files.

    python -m benchmarks.ceilings FOLDER [--raw-encoder] [--readings]

Per file, means over questions of ami and decisions saved:

- *proposed*: what Tienkeer proposes;
- *best cut*: the cut of the same tree that saves most decisions, chosen with the human codes known;
- *classifier*: logistic regression trained on the human codes of four fifths of the answers (all but one below 60
  answers) and asked for the last fifth, its answers taken as groups. It knows the codebook and hundreds of decisions;
  a proposal knows neither.

``--readings`` measures instead how far the reference moves when its one-line description is read in other ways:
lengths of n-grams, their weighting, the weight of the channels and the rounding of 1.5 √n.
"""

from __future__ import annotations

import argparse
import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks import coded_files, methods
from benchmarks.quality import Memory, mean_scores
from benchmarks.scores import decisions_saved
from coding.analysis.encoder import Vectors
from coding.analysis.propose import Proposal, ProposeSettings, propose
from coding.analysis.represent import represent
from coding.domain.answers import normalise
from models.bundled import BundledEncoder

NO_CODE = ""
FOLDS = 5
LEAVE_ONE_OUT_BELOW = 60
LIKELY = 0.5
N_GRAMS = ((2, 4), (2, 5), (3, 4), (3, 5), (3, 6), (2, 6), (1, 4))
ROUNDINGS: tuple[Callable[[float], int], ...] = (round, int, math.ceil)


def best_cut(question: coded_files.Coded, encode: methods.Encode) -> methods.Groups:
    """The groups of the whole answers, cut where most decisions are saved."""
    texts = [normalise(text) if coded_files.is_answer(text) else "" for text in question.texts]
    proposal = propose(texts, encode, ProposeSettings(draws=0))

    def saved(groups: methods.Groups) -> float:
        return decisions_saved([frozenset(g) for g in groups], question.codes)

    cuts = ([[str(node)] if node >= 0 else [] for node in nodes] for nodes in _cuts(proposal))
    return max(cuts, key=saved, default=[[] for _ in texts])


def _cuts(proposal: Proposal) -> Iterator[NDArray[np.intp]]:
    """The node of each text after no merge, one merge, and so on; -1 where unassigned."""
    at = proposal.finest.copy()
    yield at
    for node in proposal.nodes:
        if node.children:
            at = at.copy()
            at[list(node.members)] = node.id
            yield at


def classifier(question: coded_files.Coded, encode: methods.Encode) -> methods.Groups:
    """The codes that a classifier gives to answers it was not trained on; an answer may get several, or none."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import KFold

    texts = [normalise(text) for text in question.texts]
    distinct = sorted(set(texts))
    place = {text: i for i, text in enumerate(distinct)}
    points = represent(distinct, encode(distinct)).points[[place[text] for text in texts]]
    names = [*sorted(frozenset().union(*question.codes)), NO_CODE]
    given = np.array([[(name in codes) if name else not codes for name in names] for codes in question.codes])
    likely = np.zeros(given.shape)
    folds = len(texts) if len(texts) < LEAVE_ONE_OUT_BELOW else FOLDS
    for known, asked in KFold(folds, shuffle=True, random_state=0).split(points):
        for k in range(len(names)):
            if 0 < given[known, k].sum() < len(known):
                model = LogisticRegression(C=10, max_iter=200).fit(points[known], given[known, k])
                likely[asked, k] = model.predict_proba(points[asked])[:, 1]
            else:
                likely[asked, k] = given[known, k].mean()
    return [_codes(row, names) for row in likely]


def _codes(likely: NDArray[Any], names: Sequence[str]) -> list[str]:
    """The best guess, and every other code that is likely, the likeliest first."""
    order = np.argsort(-likely, kind="stable")
    chosen = [names[k] for i, k in enumerate(order) if i == 0 or likely[k] >= LIKELY]
    return [] if chosen[0] == NO_CODE else [name for name in chosen if name]


def readings(questions: Sequence[coded_files.Coded], encode: methods.Encode) -> Iterator[tuple[float, float]]:
    """(ami, decisions saved) of the reference, for each way of reading its description."""
    ways = itertools.product(("char_wb", "char"), N_GRAMS, (True, False), (1, 2), (0.4, 0.5, 0.6, 0.7), ROUNDINGS)
    for analyzer, lengths, sublinear, least, weight, rounding in ways:
        options = {"analyzer": analyzer, "ngram_range": lengths, "sublinear_tf": sublinear, "min_df": least}

        def method(
            texts: Sequence[str],
            encode: methods.Encode,
            options: dict[str, Any] = options,
            weight: float = weight,
            rounding: Callable[[float], int] = rounding,
        ) -> methods.Groups:
            return methods.reference(texts, encode, options, weight, rounding)

        means = mean_scores(questions, method, encode)
        yield means["ami"], means["saved"]


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--raw-encoder", action="store_true")
    parser.add_argument("--readings", action="store_true")
    options = parser.parse_args()
    encode = Memory(BundledEncoder(projected=not options.raw_encoder))
    files = sorted(options.folder.glob("*.csv")) if options.folder.is_dir() else [options.folder]
    for path in files:
        questions = coded_files.read(path)
        if questions:
            encode([text for question in questions for text in question.texts])
            print(_readings_line(path, questions, encode) if options.readings else _line(path, questions, encode))


def _readings_line(path: Path, questions: Sequence[coded_files.Coded], encode: methods.Encode) -> str:
    found = np.array(list(readings(questions, encode)))
    (least_ami, least), (ami, saved), (most_ami, most) = found.min(0), np.median(found, axis=0), found.max(0)
    return (
        f"{path.stem}: {len(found)} readings of the reference: "
        f"ami {least_ami:.3f} to {most_ami:.3f}, median {ami:.3f}; "
        f"saved {least:.3f} to {most:.3f}, median {saved:.3f}"
    )


def _line(path: Path, questions: Sequence[coded_files.Coded], encode: Callable[[Sequence[str]], Vectors]) -> str:
    by_texts = {question.texts: question for question in questions}
    rows = {
        "proposed": methods.tienkeer,
        "best cut": lambda texts, encode: best_cut(by_texts[tuple(texts)], encode),
        "classifier": lambda texts, encode: classifier(by_texts[tuple(texts)], encode),
    }
    means = {name: mean_scores(questions, method, encode) for name, method in rows.items()}
    return f"| {path.stem} | " + " | ".join(f"{m['ami']:.3f} / {m['saved']:.3f}" for m in means.values()) + " |"


if __name__ == "__main__":
    main()
