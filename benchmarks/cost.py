"""Time and peak memory of proposals and of BERTopic, with the same ready-made vectors, at growing numbers of answers.

    python -m benchmarks.cost [--data FOLDER] [--sizes 100,1000,10000,100000] [--methods NAMES]

Tienkeer is measured three times: the groups alone; these with a name, keywords and quotes each, which is what compares
with BERTopic's topics with their words and representative documents; and all that the board shows, which is groups at
every level with stability, names and quotes. Each measurement runs in a process of its own, one after
the other. It is warm: the method runs on other answers first (100 and, since larger questions take another way,
4,000), so that imports and compilation do not count. Peak memory is that of the process while it works on the answers,
texts and vectors included.

Answers are made up, or with ``--data`` drawn from the answers of all coded files in FOLDER (see ``coded_files``), with
replacement: words of each draw are left out or doubled at random, and its vector is the answer's own with noise.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks import coded_files
from coding.analysis.encoder import Vectors

GROUPS: Final = "Tienkeer, groups alone"
NAMED: Final = "Tienkeer, names and quotes"
ALL: Final = "Tienkeer, all it shows"
METHODS: Final = (GROUPS, NAMED, ALL, "BERTopic")
SIZES: Final = (100, 1_000, 10_000, 100_000)
_WARM: Final = (100, 4_000)
_DIMENSIONS: Final = 512
_SPREAD: Final = 0.8
_NOISE: Final = 0.4
_CHANGED: Final = 0.15
_ROWS_AT_ONCE: Final = 4096
_WORDS: Final = (
    *("bus", "trein", "fiets", "weg", "druk", "duur", "prijs", "tijd", "laat", "vroeg", "dienst", "loket", "brief"),
    *("website", "telefoon", "wachten", "hulp", "vriendelijk", "duidelijk", "taal", "regels", "aanvraag", "formulier"),
    *("buurt", "groen", "park", "afval", "lawaai", "veilig", "licht", "school", "zorg", "huis", "huur", "belasting"),
)


@dataclass(frozen=True)
class Answers:
    """Distinct normalised answers in sorted order, and their vectors, shape (n, d), float32, unit length."""

    texts: tuple[str, ...]
    vectors: Vectors

    @classmethod
    def sorted(cls, texts: Sequence[str], vectors: Vectors) -> Answers:
        """The answers in the order in which encoders are asked for them."""
        order = sorted(range(len(texts)), key=texts.__getitem__)
        return cls(tuple(texts[i] for i in order), vectors[order])


def made_up(answers: int, seed: int = 0) -> Answers:
    """Distinct answers of three to nine words around as many centres as there would be arguments."""
    random = np.random.default_rng(seed)
    centres = random.standard_normal((max(5, round(answers**0.5 / 2)), _DIMENSIONS), dtype=np.float32)
    belongs = random.integers(len(centres), size=answers)
    texts = []
    for i, centre in enumerate(belongs):
        own = [_WORDS[(centre * 7 + k) % len(_WORDS)] for k in range(6)]
        chosen = random.choice([*own, *_WORDS[:6]], size=random.integers(3, 9))
        texts.append(" ".join([*chosen, str(i)]))
    return Answers.sorted(texts, _around(centres, belongs, _SPREAD, random))


def drawn(answers: int, pool: Answers, seed: int = 0) -> Answers:
    """Distinct answers drawn from ``pool``, each with some words left out or doubled."""
    random = np.random.default_rng(seed)
    rows: list[int] = []
    texts: list[str] = []
    known: set[str] = set()
    while len(texts) < answers:
        row = int(random.integers(len(pool.texts)))
        words = pool.texts[row].split()
        times = random.choice(3, size=len(words), p=[_CHANGED, 1 - 2 * _CHANGED, _CHANGED])
        text = " ".join(word for word, count in zip(words, times, strict=True) for _ in range(count))
        if text and text in known:
            text = f"{text} {len(texts)}"
        if text:
            known.add(text)
            texts.append(text)
            rows.append(row)
    return Answers.sorted(texts, _around(pool.vectors * np.sqrt(_DIMENSIONS), np.array(rows), _NOISE, random))


def _around(centres: Vectors, belongs: np.ndarray, spread: float, random: np.random.Generator) -> Vectors:
    """Unit vectors around centres of length √d, in pieces, so that making them takes little memory."""
    vectors = np.empty((len(belongs), centres.shape[1]), dtype=np.float32)
    for start in range(0, len(belongs), _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        some = centres[belongs[rows]]
        some = some + spread * random.standard_normal(some.shape, dtype=np.float32)
        vectors[rows] = some / np.linalg.norm(some, axis=1, keepdims=True)
    return vectors


def pool_of(folder: Path) -> Answers:
    """All different answers of the coded files in a folder, with vectors of the bundled encoder."""
    from coding.domain.answers import normalise
    from models.bundled import BundledEncoder

    files = (coded_files.read(path) for path in sorted(folder.glob("*.csv")))
    found = {normalise(text) for file in files for one in file for text in one.texts if coded_files.is_answer(text)}
    texts = sorted(found)
    return Answers(tuple(texts), BundledEncoder().encode(texts))


def run_once(method: str, answers: Answers) -> int:
    """Group the answers; the number of groups."""
    if method == "BERTopic":
        from benchmarks.methods import bertopic_topics

        return len(set(bertopic_topics(answers.texts, answers.vectors, 10)) - {-1})
    from benchmarks.projects import Ready, one_question

    encoder = Ready(answers.texts, answers.vectors)
    if method == GROUPS:
        from coding.analysis.propose import ProposeSettings, propose

        proposal = propose(answers.texts, encoder.encode, ProposeSettings(draws=0))
        return len(proposal.levels[proposal.default_level])
    if method == NAMED:
        from coding.services.grouping import group_verbatims
        from coding.services.proposing import quotes_of

        found = group_verbatims(answers.texts, encoder, all_levels=False)
        quotes_of(found)
        return len(found.names)
    from coding.services.proposing import propose_question

    project, question = one_question(answers.texts)
    run = propose_question(project, question, encoder, made_at="2026-01-01T00:00:00")
    return len(run.levels[run.default_level])


def measure_here(method: str, folder: Path, answers: int) -> dict[str, float]:
    """Seconds of wall and processor time, and peak megabytes, of one warm run in this process."""
    for size in _WARM:
        if size < answers or size == _WARM[0]:
            run_once(method, _load(folder, size, seed=1))
    ready = _load(folder, answers, seed=0)
    _forget_peak()
    wall, processor = time.perf_counter(), time.process_time()
    groups = run_once(method, ready)
    return {
        "seconds": time.perf_counter() - wall,
        "processor": time.process_time() - processor,
        "megabytes": _peak(),
        "groups": groups,
    }


def _forget_peak() -> None:
    """Begin to measure the peak anew, where the system can (Linux)."""
    forget = Path("/proc/self/clear_refs")
    if forget.exists():
        forget.write_text("5", encoding="ascii")


def _peak() -> float:
    """Peak memory in megabytes since ``_forget_peak``, or of the whole process where the system does not tell."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _path(folder: Path, answers: int, seed: int) -> Path:
    return folder / f"{answers}-{seed}"


def _save(folder: Path, answers: Answers, seed: int) -> None:
    path = _path(folder, len(answers.texts), seed)
    path.with_suffix(".json").write_text(json.dumps(answers.texts), encoding="utf-8")
    np.save(path.with_suffix(".npy"), answers.vectors)


def _load(folder: Path, answers: int, seed: int) -> Answers:
    path = _path(folder, answers, seed)
    texts = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return Answers(tuple(texts), np.load(path.with_suffix(".npy")))


def prepare(folder: Path, sizes: Sequence[int], pool: Answers | None) -> None:
    """Write the answers of every size, and those to warm up with, into a folder."""
    for seed, wanted in ((0, sizes), (1, _WARM)):
        for size in wanted:
            _save(folder, made_up(size, seed) if pool is None else drawn(size, pool, seed), seed)


def table(found: dict[tuple[str, int], dict[str, float]]) -> str:
    """What was measured as Markdown: each method at each size, ratios to Tienkeer's groups alone, and slopes."""
    sizes = sorted({size for _, size in found})
    methods = list(dict.fromkeys(method for method, _ in found))
    lines = [
        "| answers | method | seconds | processor | peak MB | groups | times the time of groups alone | times the MB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for size in sizes:
        for method in methods:
            one, ours = found[method, size], found.get((GROUPS, size))
            ratios = (
                "| |"
                if ours is None or one is ours
                else (f"| {one['seconds'] / ours['seconds']:.1f} | {one['megabytes'] / ours['megabytes']:.1f} |")
            )
            lines.append(
                f"| {size:,} | {method} | {one['seconds']:.2f} | {one['processor']:.2f} | {one['megabytes']:.0f} "
                f"| {one['groups']:.0f} {ratios}"
            )
    lines.append("\nSlope: the power of the number of answers that time grows with, from one size to the next.\n")
    for method in methods:
        slopes = (
            f"{np.log(found[method, b]['seconds'] / found[method, a]['seconds']) / np.log(b / a):.2f} ({a:,}–{b:,})"
            for a, b in pairwise(sizes)
        )
        lines.append(f"- {method}: {', '.join(slopes)}")
    return "\n".join(lines)


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="folder of coded files to draw answers from")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--methods", default=";".join(METHODS), help="names of methods, with semicolons between")
    parser.add_argument("--one", nargs=3, metavar=("METHOD", "FOLDER", "ANSWERS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure_here(options.one[0], Path(options.one[1]), int(options.one[2]))))
        return
    sizes = [int(size) for size in options.sizes.split(",")]
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder), sizes, pool_of(options.data) if options.data else None)
        for size in sizes:
            for method in options.methods.split(";"):
                command = [sys.executable, "-m", "benchmarks.cost", "--one", method, folder, str(size)]
                done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
                found[method, size] = json.loads(done.stdout.strip().splitlines()[-1])
                print(f"{method}, {size:,} answers: {found[method, size]}", file=sys.stderr, flush=True)
    print(table(found))


if __name__ == "__main__":
    main()
