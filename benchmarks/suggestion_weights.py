"""Fits the weights of the evidence: ``python -m benchmarks.suggestion_weights FOLDER MODULE.py``.

Part of each question's codes is hidden; for the hidden answers the evidence and the truth are compared by logistic
regression. Every file counts as much as its entry in IMPORTANCE says, every question and every answer in it alike.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.suggestion_data import Bools, CodedQuestion, Floats, kept_rows, read_questions
from coding.analysis.suggest_calibrate import best_evidence, pair_log_odds
from coding.analysis.suggest_evidence import FEATURES
from coding.analysis.suggest_question import Encode
from coding.analysis.suggest_weights import Weights
from models.cache import CachedEncoder, EmbeddingCache
from models.registry import load

IMPORTANCE: Final = {"luisterende_overheid": 0.4, "argkp_train": 1.5, "clinc150_by_domain": 0.7}
EVERY_THIRD: Final = "clinc150_by_domain"  # its ten questions are large and alike
SHARES: Final = (0.03, 0.1, 0.2, 0.4)
MOST_ANSWERS: Final = 400
MOST_PAIRS: Final = 40_000
_HEADER: Final = '''"""Weights of the evidence, fitted by ``benchmarks/suggestion_weights.py``.

They hold no answer, code or word, only how much each kind of evidence counts. How well they carry over to surveys they
were not fitted on: docs/decisions/0013.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Weights:
    """Logistic regressions: ``pair`` for a code applying to an answer, ``best`` for the best guess being right."""

    pair: Mapping[str, float]
    pair_intercept: float
    best: Mapping[str, float]
    best_intercept: float


'''


class Sample:
    """Evidence and truth of the hidden answers of one question with one draw."""

    def __init__(self, question: CodedQuestion, kept: Bools, whole_codebook: bool) -> None:
        used = sorted({code for at in np.flatnonzero(kept) for code in question.codes[at]})
        codes = sorted({code for each in question.codes for code in each}) if whole_codebook else used
        suggester = question.suggester(kept, codes=codes)
        found = suggester.evidence()
        decided = np.array(list(suggester.decisions), dtype=np.intp)
        hidden = np.flatnonzero(~kept & ~np.isin(question.ground.place, decided))
        hidden = np.random.default_rng(0).permutation(hidden)[:MOST_ANSWERS]
        rows = question.ground.place[hidden]
        self.file = question.file
        self.evidence = {name: found[name][rows] for name in FEATURES}
        truth = [[code in question.codes[at] for code in suggester.codes] + [not question.codes[at]] for at in hidden]
        self.truth = np.array(truth, dtype=bool).reshape(len(hidden), len(suggester.codes) + 1)


def others(folder: Path, left_out: Path | None, encode: Encode) -> Iterator[Sample]:
    """Samples of all coded files of the folder but one."""
    for path in sorted(folder.glob("*.csv")):
        if path == left_out:
            continue
        questions = [question for question in read_questions(path, encode) if len(question.rows) >= 15]
        if not any(codes for question in questions for codes in question.codes):
            continue
        questions = questions[2::3] if path.stem == EVERY_THIRD else questions
        for share in SHARES:
            for seed in (7, 8):
                for question, kept in zip(questions, kept_rows(questions, share, seed), strict=True):
                    if seed == 7 or len(question.rows) <= 500:
                        yield Sample(question, kept, seed == 8 and share < 0.2)


def fit_weights(samples: Iterable[Sample]) -> Weights:
    """The weights that explain the samples best, with a penalty on large ones."""
    kept = [sample for sample in samples if len(sample.truth)]
    pair, pair_intercept = _regression(kept, FEATURES, 0.001, lambda sample: (sample.evidence, sample.truth))
    weights = Weights(pair, pair_intercept, {}, 0.0)

    def best(sample: Sample) -> tuple[dict[str, Floats], Bools]:
        column, told = best_evidence(pair_log_odds(sample.evidence, weights))
        return told, sample.truth[np.arange(len(column)), column]

    names = tuple(best(kept[0])[0])
    return Weights(pair, pair_intercept, *_regression(kept, names, 0.1, best))


def _regression(
    samples: list[Sample], names: tuple[str, ...], strength: float, view: Any
) -> tuple[dict[str, float], float]:
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    inputs, truths, importance = [], [], []
    for file in sorted({sample.file for sample in samples}):
        views = [view(sample) for sample in samples if sample.file == file]
        x = np.vstack([np.stack([told[name].ravel() for name in names], axis=1) for told, _ in views])
        y = np.concatenate([truth.ravel() for _, truth in views])
        w = np.concatenate([np.full(truth.size, 1 / len(truth)) for _, truth in views])
        some = np.random.default_rng(0).permutation(len(y))[:MOST_PAIRS]
        inputs.append(x[some])
        truths.append(y[some])
        importance.append(w[some] / w[some].sum() * IMPORTANCE.get(file, 1.0))
    scaler = StandardScaler().fit(np.vstack(inputs))
    scale = np.where(scaler.scale_ < 1e-6, 1.0, scaler.scale_)
    weight = np.concatenate(importance)
    model = LogisticRegression(C=strength, max_iter=300)
    model.fit((np.vstack(inputs) - scaler.mean_) / scale, np.concatenate(truths), sample_weight=weight / weight.mean())
    slopes = model.coef_[0] / scale
    intercept = float(model.intercept_[0] - slopes @ scaler.mean_)
    return {name: float(slope) for name, slope in zip(names, slopes, strict=True)}, intercept


def written(weights: Weights) -> str:
    """The weights as the text of a module."""

    def table(values: dict[str, float]) -> str:
        return "".join(f'        "{name}": {value:.4f},\n' for name, value in values.items())

    return (
        f"{_HEADER}DEFAULT_WEIGHTS: Final = Weights(\n    pair={{\n{table(dict(weights.pair))}    }},\n"
        f"    pair_intercept={weights.pair_intercept:.4f},\n    best={{\n{table(dict(weights.best))}    }},\n"
        f"    best_intercept={weights.best_intercept:.4f},\n)\n"
    )


def main() -> None:
    """Fit on all coded files of a folder and write the module of weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("module", type=Path)
    parser.add_argument("--cache", type=Path, default=Path("vectors.sqlite"))
    options = parser.parse_args()
    encode = CachedEncoder(load(), EmbeddingCache(options.cache)).encode
    options.module.write_text(written(fit_weights(others(options.folder, None, encode))), encoding="utf-8")


if __name__ == "__main__":
    main()
