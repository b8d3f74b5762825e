"""What becomes of proposed groups when a twentieth of the answers comes in later.

    python -m benchmarks.stability FILES... [--seeds 5] [--questions N]

A random twentieth of the answers to each question is held back, the rest is grouped as the board shows it. Then the
later answers join (``coding.services.joining``), and all are grouped anew (``coding.services.regrouping``), also by the
reference method. *kept* is the share of the pairs in one group before that are in one group after, pooled over
questions and seeds; *moved* the share of the answers that stand in another group; *left* and *new* are later answers
that fit nowhere and that make new groups. *right*: of the later answers with codes, the share in a group of whose
earlier answers most have one of these codes; after grouping anew the same for the groups there are then.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from benchmarks import coded_files, methods
from benchmarks.projects import QUESTION, one_question
from benchmarks.quality import Memory
from coding.analysis.cluster import Labels
from coding.analysis.stability import regrouped
from coding.domain.apply import apply
from coding.domain.commands import Command
from coding.domain.events import evolve
from coding.domain.project import Project
from coding.domain.survey import ResponseKey
from coding.services.joining import join_question
from coding.services.proposing import level_command, propose_question
from models.bundled import BundledEncoder

_HELD_BACK = 0.05
_MADE_AT = "2026-01-01T00:00:00"


class Encoder:
    """The bundled encoder behind a memory, as the services want it."""

    name = "bundled"
    version = "1"

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Vectors of shape (n, d)."""
        return self._memory(texts) if texts else np.zeros((0, 512), np.float32)

    def unmapped(self, vectors: np.ndarray) -> np.ndarray:
        """The vectors without what the encoder learned from coded answers."""
        return self._memory.unmapped(vectors)


@dataclass
class Tally:
    """What adds up over questions and seeds: pairs there were, and of these those that stayed together, per method."""

    pairs: float = 0.0
    kept: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    moved: list[float] = field(default_factory=list)
    left: list[bool] = field(default_factory=list)
    new: list[bool] = field(default_factory=list)
    right: dict[str, list[bool]] = field(default_factory=dict)


def do(project: Project, command: Command) -> Project:
    """The project after a command."""
    return evolve(project, apply(project, command, "").changes).at_revision(project.revision + 1)


def labels(project: Project, keys: Sequence[ResponseKey]) -> Labels:
    """The number of the first group of each answer, -1 for none."""
    suggestions, numbers = project.coding_of(QUESTION).suggestions, dict[str, int]()
    groups = [suggestions[key][0].group if key in suggestions else None for key in keys]
    return np.array([-1 if g is None else numbers.setdefault(g, len(numbers)) for g in groups], dtype=np.intp)


def add(tally: Tally, question: coded_files.Coded, seed: int, encoder: Encoder) -> None:
    """Measure one question with one draw."""
    rows = [i for i, text in enumerate(question.texts) if coded_files.is_answer(text)]
    random = np.random.default_rng(seed)
    late = set(random.choice(rows, size=max(1, round(_HELD_BACK * len(rows))), replace=False).tolist())
    ordered = [i for i in rows if i not in late] + [i for i in rows if i in late]
    texts = [question.texts[i] for i in ordered]
    first = len(rows) - len(late)
    waves = ["w1"] * first + ["w2"] * len(late)
    before, _ = one_question(texts[:first], waves[:first])
    run = propose_question(before, QUESTION, encoder, made_at=_MADE_AT)
    before = do(before, level_command(before, run, run.default_level))
    everyone, _ = one_question(texts, waves)
    project = everyone.with_coding(QUESTION, before.coding_of(QUESTION))
    keys = [response.key for response in project.answers(QUESTION)]
    joining = join_question(project, run, encoder, made_at=_MADE_AT)
    after = do(project, joining.command)
    anew = propose_question(everyone, QUESTION, encoder, made_at=_MADE_AT)
    fresh = do(everyone, level_command(everyone, anew, anew.default_level))
    was = labels(project, keys[:first])
    then = {"join": labels(after, keys), "anew": labels(fresh, keys)}
    if len(rows) <= 3000:
        then["reference"] = _numbers(methods.reference(texts, encoder.encode))
        was_reference = _numbers(methods.reference(texts[:first], encoder.encode))
    pairs = sum(n * (n - 1) / 2 for n in np.bincount(was[was >= 0]))
    tally.pairs += pairs
    for method, found in then.items():
        start = was_reference if method == "reference" else was
        tally.kept[method] += pairs * regrouped(start, found[:first]).pairs_kept
    tally.moved.append(float(regrouped(was, then["anew"][:first]).moved.mean()))
    made = {cluster.id for cluster in joining.command.clusters}
    coding = after.coding_of(QUESTION)
    for key in keys[first:]:
        groups = {s.group for s in coding.suggestions.get(key, ())}
        tally.left.append(not groups)
        tally.new.append(bool(groups & made))
    codes = [question.codes[i] for i in ordered]
    for method in ("join", "anew"):
        tally.right.setdefault(method, []).extend(_right(then[method], codes, first))


def _numbers(groups: methods.Groups) -> Labels:
    names: dict[str, int] = {}
    return np.array([names.setdefault(of[0], len(names)) if of else -1 for of in groups], dtype=np.intp)


def _right(found: Labels, codes: Sequence[frozenset[str]], first: int) -> list[bool]:
    """Whether each later answer with codes stands in a group whose earlier answers mostly have one of them."""
    counts: dict[int, Counter[str]] = {}
    for group, of in zip(found[:first].tolist(), codes[:first], strict=True):
        counts.setdefault(group, Counter()).update(of)
    common = {group: min(c, key=lambda code: (-c[code], code)) for group, c in counts.items() if c and group >= 0}
    later = zip(found[first:].tolist(), codes[first:], strict=True)
    return [common[group] in of for group, of in later if of and group in common]


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--questions", type=int, help="only the first so many questions of each file")
    options = parser.parse_args()
    print(
        "| file | kept, joined | kept, grouped anew | kept, reference | moved anew | left | new "
        "| right, joined | right, anew |\n|---|---|---|---|---|---|---|---|---|"
    )
    for path in options.files:
        encoder, tally = Encoder(Memory(BundledEncoder())), Tally()
        for question in coded_files.read(path, uncoded=True)[: options.questions]:
            for seed in range(options.seeds):
                add(tally, question, seed, encoder)
        kept = [tally.kept[method] / max(tally.pairs, 1) for method in ("join", "anew", "reference")]
        shares = [np.mean(tally.moved), np.mean(tally.left), np.mean(tally.new)]
        right = [np.mean(tally.right[method]) if tally.right[method] else np.nan for method in ("join", "anew")]
        cells = " | ".join("" if np.isnan(x) else f"{x:.3f}" for x in (*kept, *shares, *right))
        print(f"| {path.stem} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
