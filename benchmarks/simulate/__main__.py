"""How many decisions a question takes: ``python -m benchmarks.simulate FOLDER [--only NAME …] [--way NAME …] [--cache
FILE] [--out FILE.md]``.

FOLDER holds CSV files (see ``benchmarks.coded_files``). One simulated researcher works through every question in four
ways: with the product's groups and what it learns, with its groups alone, with BERTopic's groups corrected by hand, and
with no help but that identical answers are one decision. The final codes always equal the human ones. Figures are means
over the questions that ``score.py`` scores.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks import coded_files
from benchmarks.scores import LEAST_SINGLE_CODED
from benchmarks.simulate.desk import Decision
from benchmarks.simulate.groups import bertopic_run, our_run
from benchmarks.simulate.researcher import Outcome, work
from benchmarks.simulate.study import QUESTION, Study, make_study
from coding.analysis.encoder import Encoder, Recall
from coding.services.question_model import build_model
from models.cache import CachedEncoder, EmbeddingCache
from models.registry import load

Way = Callable[[Study, Encoder], Outcome]
WAYS: Final[dict[str, Way]] = {
    "Tienkeer": lambda study, encoder: work(
        study, our_run(study, Recall(encoder)), build_model(study.project, QUESTION, encoder)
    ),
    "Tienkeer, groups alone": lambda study, encoder: work(study, our_run(study, Recall(encoder)), None),
    "BERTopic by hand": lambda study, encoder: work(study, bertopic_run(study, encoder.encode), None),
    "by hand": lambda study, _: work(study, None, None),
}
_HEAD: Final = ("file", "way", "saved", "of codes given", "decisions", "of by hand", "readings", *Decision)


def row(file: str, way: str, outcomes: Sequence[Outcome]) -> str:
    """One line of the table: means over questions."""
    shares = [
        np.mean([getattr(outcome, name) for outcome in outcomes]) for name in ("saved", "saved_given", "readings")
    ]
    counts = [np.mean([outcome.decisions for outcome in outcomes]), np.mean([outcome.by_hand for outcome in outcomes])]
    kinds = [np.mean([outcome.made.get(kind, 0) for outcome in outcomes]) for kind in Decision]
    cells = [f"{shares[0]:.3f}", f"{shares[1]:.3f}", *(f"{count:.1f}" for count in counts), f"{shares[2]:.2f}"]
    return "| " + " | ".join([file, way, *cells, *(f"{kind:.1f}" for kind in kinds)]) + " |"


def studies(path: Path) -> list[Study]:
    """The questions of a coded file that can be scored."""
    return [
        make_study(question.texts, question.codes, question.name)
        for question in coded_files.read(path)
        if sum(len(codes) == 1 for codes in question.codes) >= LEAST_SINGLE_CODED
    ]


def main() -> None:
    """Measure and print, or write, the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", help="names of files without .csv")
    parser.add_argument("--way", nargs="*", choices=WAYS, default=list(WAYS), help="only these ways of working")
    parser.add_argument("--cache", type=Path, default=Path("vectors.sqlite"), help="file that keeps the vectors")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    encoder = CachedEncoder(load(), EmbeddingCache(options.cache))
    lines = ["| " + " | ".join(_HEAD) + " |", "|---" * len(_HEAD) + "|"]
    print("\n".join(lines))
    for path in sorted(options.folder.glob("*.csv")):
        if options.only and path.stem not in options.only:
            continue
        found = studies(path)
        for name in options.way if found else ():
            lines.append(row(path.stem, name, [WAYS[name](study, encoder) for study in found]))
            print(lines[-1], flush=True)
    if options.out:
        options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
