"""Time and peak memory of proposals and of BERTopic, with the same ready-made vectors, at growing numbers of answers.

    python -m benchmarks.cost [--data FOLDER] [--sizes 100,1000,10000,100000] [--methods NAMES] [--print-only]

Replaces the table in benchmarks/README.md. BERTopic must be installed (requirements-bench.txt).

Tienkeer is measured three times. *Groups alone*: the groups at every level, without a word about them. *Names and
quotes*: these with a name, keywords and quotes for each group of the level that is shown first; this is what compares
with BERTopic, which gives each topic keywords, a name made of these, and representative documents. *All it shows*:
names and quotes at every level, and stability, for which the answers are grouped ten times more; BERTopic has nothing
like it. BERTopic is measured with a seed, so that it gives the same topics each time, as Tienkeer does, and without
one, when its layout uses all cores.

Each measurement runs in a process of its own, one after the other. It is warm: the method runs on other answers first
(100 and, since larger questions take another way, 4,000), so that imports and compilation do not count. Small questions
are measured several times, on other answers each time; the median counts. Peak memory is that of the whole process
while it works on the answers, libraries, texts and vectors included.

The *whole process* is measured beside it: a new one that imports what it needs, encodes the texts with the bundled
encoder, for BERTopic as well, and groups them, once.

Answers are made up, or with ``--data`` drawn from the answers of all coded files in FOLDER (see ``coded_files``), with
replacement: words of each draw are left out or doubled at random, and its vector is the answer's own with noise.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from benchmarks.cost_answers import Answers, drawn, load, load_texts, made_up, pool_of, save
from benchmarks.cost_table import Cost, Costs, table
from benchmarks.run import write

GROUPS: Final = "Tienkeer, groups alone"
NAMED: Final = "Tienkeer, names and quotes"
ALL: Final = "Tienkeer, all it shows"
BERTOPIC: Final = "BERTopic"
UNSEEDED: Final = "BERTopic, no seed"
METHODS: Final = (GROUPS, NAMED, ALL, BERTOPIC, UNSEEDED)
WHOLE: Final = (NAMED, BERTOPIC)
SIZES: Final = (100, 1_000, 10_000, 100_000)
_SMALLEST_TOPIC: Final = 10  # BERTopic's own
_WARM: Final = (100, 4_000)
_WARM_SEED: Final = 1_000
_MOST_TIMES: Final = 15
_ANSWERS_IN_ALL: Final = 15_000  # of the questions that one small size is measured on


def times(size: int) -> int:
    """On how many questions of this size the time is measured."""
    return max(1, min(_MOST_TIMES, _ANSWERS_IN_ALL // size))


def run_once(method: str, answers: Answers) -> int:
    """Group the answers; the number of groups."""
    if method in (BERTOPIC, UNSEEDED):
        from benchmarks.methods import bertopic_topics

        seed = 0 if method == BERTOPIC else None
        return len(set(bertopic_topics(answers.texts, answers.vectors, _SMALLEST_TOPIC, seed)) - {-1})
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


def measure_warm(method: str, folder: Path, size: int) -> Cost:
    """The cost of grouping ready-made vectors in this process, once it is warm."""
    for warm in _WARM:
        if warm < size or warm == _WARM[0]:
            run_once(method, load(folder, warm, _WARM_SEED))
    seconds, processor = [], []
    groups, peak = 0, 0.0
    for seed in range(times(size)):
        answers = load(folder, size, seed)
        if not seed:
            _forget_peak()
        wall, busy = time.perf_counter(), time.process_time()
        found = run_once(method, answers)
        seconds.append(time.perf_counter() - wall)
        processor.append(time.process_time() - busy)
        if not seed:
            groups, peak = found, _peak()
    return Cost(statistics.median(seconds), statistics.median(processor), peak, groups)


def group_from_texts(method: str, folder: Path, size: int) -> tuple[int, float]:
    """Encode and group, as a process does that begins with nothing; the number of groups and the peak in megabytes."""
    from models.bundled import BundledEncoder

    texts = load_texts(folder, size, 0)
    groups = run_once(method, Answers(texts, BundledEncoder().encode(texts)))
    return groups, _peak()


def measure_whole(method: str, folder: Path, size: int) -> Cost:
    """The cost of a whole process, from its start to its end."""
    before, began = os.times(), time.perf_counter()
    done = subprocess.run(_command("whole", method, folder, size), stdout=subprocess.PIPE, text=True, check=True)
    seconds, after = time.perf_counter() - began, os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    groups, megabytes = json.loads(done.stdout.splitlines()[-1])
    return Cost(seconds, processor, megabytes, groups)


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


def prepare(folder: Path, sizes: Sequence[int], pool: Answers | None) -> None:
    """Write the answers of every size, and those to warm up with, into a folder."""
    wanted = [(size, seed) for size in sizes for seed in range(times(size))]
    for size, seed in (*wanted, *((size, _WARM_SEED) for size in _WARM)):
        save(folder, made_up(size, seed) if pool is None else drawn(size, pool, seed), seed)


def _command(kind: str, method: str, folder: Path, size: int) -> list[str]:
    return [sys.executable, "-m", "benchmarks.cost", f"--{kind}", method, str(folder), str(size)]


def measure(folder: Path, sizes: Sequence[int], methods: Iterable[str]) -> tuple[Costs, Costs]:
    """Warm and whole cost of each method at each size, each in a process of its own."""
    warm: dict[tuple[str, int], Cost] = {}
    whole: dict[tuple[str, int], Cost] = {}
    for size in sizes:
        for method in methods:
            command = _command("warm", method, folder, size)
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            warm[method, size] = Cost(*json.loads(done.stdout.splitlines()[-1]))
            print(f"{method}, {size:,} answers: {warm[method, size]}", file=sys.stderr, flush=True)
        for method in (method for method in WHOLE if method in methods):
            whole[method, size] = measure_whole(method, folder, size)
            print(f"{method}, {size:,} answers, whole: {whole[method, size]}", file=sys.stderr, flush=True)
    return warm, whole


def main() -> None:
    """Measure, print the tables, and write them into the README."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="folder of coded files to draw answers from")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--methods", default=";".join(METHODS), help="names of methods, with semicolons between")
    parser.add_argument("--print-only", action="store_true", help="leave the README as it is")
    for one in ("--warm", "--whole"):
        parser.add_argument(one, nargs=3, metavar=("METHOD", "FOLDER", "ANSWERS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.warm:
        method, folder, size = options.warm
        print(json.dumps(measure_warm(method, Path(folder), int(size))))
        return
    if options.whole:
        method, folder, size = options.whole
        print(json.dumps(group_from_texts(method, Path(folder), int(size))))
        return
    methods = options.methods.split(";")
    if unknown := set(methods) - set(METHODS):
        parser.error(f"There is no method {', '.join(sorted(unknown))}. There are: {';'.join(METHODS)}")
    if {BERTOPIC, UNSEEDED} & set(methods) and importlib.util.find_spec("bertopic") is None:
        parser.error("BERTopic is not installed: see requirements-bench.txt, or leave it out with --methods.")
    sizes = [int(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder), sizes, pool_of(options.data) if options.data else None)
        warm, whole = measure(Path(folder), sizes, methods)
    found = table(warm, whole, compared_with=BERTOPIC)
    print(found)
    if not options.print_only:
        write("cost", found)


if __name__ == "__main__":
    main()
