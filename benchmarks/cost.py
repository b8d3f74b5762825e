"""Time and peak memory of proposals and of BERTopic, with the same ready-made vectors, at growing numbers of answers.

    python -m benchmarks.cost [--sizes 100,1000,10000,100000] [--methods Tienkeer,BERTopic]

Each measurement runs in a process of its own. It is warm: the method runs once on 100 other answers first, so that
imports and compilation do not count. Answers are made up from a fixed vocabulary, their vectors are drawn around as
many centres as there would be arguments; both are the same for all methods. Peak memory is that of the whole process.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence

import numpy as np

from coding.analysis.encoder import Vectors

METHODS = ("Tienkeer", "Tienkeer with stability", "BERTopic")
_DIMENSIONS = 512
_SPREAD = 0.8
_WORDS = [
    "bus",
    "trein",
    "fiets",
    "weg",
    "druk",
    "duur",
    "prijs",
    "tijd",
    "laat",
    "vroeg",
    "dienst",
    "loket",
    "brief",
    "website",
    "telefoon",
    "wachten",
    "hulp",
    "vriendelijk",
    "duidelijk",
    "taal",
    "regels",
    "aanvraag",
    "formulier",
    "buurt",
    "groen",
    "park",
    "afval",
    "lawaai",
    "veilig",
    "licht",
    "school",
    "zorg",
    "huis",
    "huur",
    "belasting",
]


def made_up(answers: int, seed: int = 0) -> tuple[list[str], Vectors]:
    """Distinct answers of three to nine words and their vectors, shape (answers, 512), unit length."""
    random = np.random.default_rng(seed)
    centres = random.standard_normal((max(5, round(answers**0.5 / 2)), _DIMENSIONS), dtype=np.float32)
    belongs = random.integers(len(centres), size=answers)
    vectors = centres[belongs] / np.sqrt(_DIMENSIONS)
    vectors += _SPREAD * random.standard_normal((answers, _DIMENSIONS), dtype=np.float32) / np.sqrt(_DIMENSIONS)
    texts = []
    for i, centre in enumerate(belongs):
        own = [_WORDS[(centre * 7 + k) % len(_WORDS)] for k in range(6)]
        chosen = random.choice(own + _WORDS[:6], size=random.integers(3, 9))
        texts.append(" ".join([*chosen, str(i)]))
    return texts, vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def run_once(method: str, texts: Sequence[str], vectors: Vectors) -> int:
    """Group the answers; the number of groups."""
    if method == "BERTopic":
        from benchmarks.methods import bertopic_topics

        return len(set(bertopic_topics(texts, vectors, 10)) - {-1})
    from coding.analysis.propose import ProposeSettings, propose

    settings = ProposeSettings() if method == "Tienkeer with stability" else ProposeSettings(draws=0)
    row = {text: i for i, text in enumerate(texts)}
    proposal = propose(texts, lambda wanted: vectors[[row[text] for text in wanted]], settings)
    return len(proposal.levels[proposal.default_level])


def measure_here(method: str, answers: int) -> dict[str, float]:
    """Seconds and megabytes of one warm run in this process."""
    import resource

    run_once(method, *made_up(100, seed=1))
    texts, vectors = made_up(answers)
    started = time.perf_counter()
    groups = run_once(method, texts, vectors)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "megabytes": peak, "groups": groups}


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100,1000,10000,100000")
    parser.add_argument("--methods", default=",".join(METHODS))
    parser.add_argument("--one", nargs=2, metavar=("METHOD", "ANSWERS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure_here(options.one[0], int(options.one[1]))))
        return
    print("| answers | method | seconds | peak memory (MB) | groups |\n|---|---|---|---|---|")
    for answers in map(int, options.sizes.split(",")):
        for method in options.methods.split(","):
            command = [sys.executable, "-m", "benchmarks.cost", "--one", method, str(answers)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            found = json.loads(done.stdout.strip().splitlines()[-1])
            cells = f"{found['seconds']:.2f} | {found['megabytes']:.0f} | {found['groups']:.0f}"
            print(f"| {answers:,} | {method} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
