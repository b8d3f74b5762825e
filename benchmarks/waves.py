"""A wave recognised with the codes of the one before: coded files split in two at random, beside BERTopic.

    python -m benchmarks.waves FILE [FILE …] [--seeds N] [--codes N] [--vectors FILE] [--without-bertopic]

Two measurements per file. (1) Half of each question's answers with all their codes are wave one; the other half is
recognised. A suggestion is right if the answer has that code, or has none and "no code applies" was suggested. Told are
the share that Tienkeer calls certain and how much of it is right, and the largest share that is right at least so often
as asked, if the best threshold were known. (2) A code with at least five answers in wave two is taken out of wave one
(its answers are left out there); it is found when some proposed group consists for more than half of its answers and
holds at least half of them. BERTopic is fitted on wave one, its topics are called by their most frequent code, and wave
two is transformed; topics that hold no answer of wave one do not exist, so new codes are looked for among topics fitted
on the outliers of wave two.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks import coded_files
from benchmarks.methods import Encode, bertopic_topics
from coding.analysis.encoder import Recall
from coding.analysis.recognise import Kind, Recognition, recognise
from coding.domain.answers import normalise
from models.bundled import BundledEncoder
from models.cache import CachedEncoder, EmbeddingCache

ASKED = {"argkp_train": 0.85}
LEAST_ANSWERS = 5
Answer = tuple[str, frozenset[str]]


@dataclass
class Tally:
    """Suggestions of one method: (score, right, certain) each, and new codes looked for and found."""

    suggestions: list[tuple[float, bool, bool]]
    looked_for: int = 0
    found: int = 0
    groups: int = 0

    def line(self, file: str, method: str, asked: float) -> str:
        """One line of the table."""
        certain = [right for _, right, taken in self.suggestions if taken]
        share = len(certain) / max(1, len(self.suggestions))
        right = float(np.mean(certain)) if certain else float("nan")
        code = f"{self.found / self.looked_for:.2f} of {self.looked_for}" if self.looked_for else "–"
        per_case = f"{self.groups / self.looked_for:.1f}" if self.looked_for else "–"
        best = largest_share(self.suggestions, asked)
        return f"| {file} | {method} | {share:.2f} | {right:.3f} | {best:.2f} at {asked:.2f} | {code} | {per_case} |"


def largest_share(suggestions: Sequence[tuple[float, bool, bool]], asked: float) -> float:
    """The largest share of suggestions, by falling score, that is right at least ``asked`` of the time, 0–1."""
    ordered = sorted(suggestions, key=lambda one: -one[0])
    right = np.cumsum([one[1] for one in ordered]) / np.arange(1, len(ordered) + 1)
    last = [at for at in range(len(ordered)) if at + 1 == len(ordered) or ordered[at][0] != ordered[at + 1][0]]
    return max((at + 1 for at in last if right[at] >= asked), default=0) / max(1, len(ordered))


def halves(question: coded_files.Coded, seed: int) -> tuple[list[Answer], list[Answer]]:
    """The answers of a question in two halves drawn at random."""
    rows = list(zip(question.texts, question.codes, strict=True))
    order = list(range(len(rows)))
    random.Random(seed).shuffle(order)  # noqa: S311 - a split, no secret
    half = len(rows) // 2
    return [rows[i] for i in sorted(order[:half])], [rows[i] for i in sorted(order[half:])]


def ours(one: Sequence[Answer], two: Sequence[Answer], encode: Encode, name: str) -> Recognition:
    """What Tienkeer recognises in wave two."""
    codes = {code: code.replace("_", " ") for _, held in one for code in held}
    return recognise(one, [text for text, _ in two], codes, encode, question=name)


def taken_out(two: Sequence[Answer], most: int, seed: int) -> list[str]:
    """Codes with enough answers in wave two, at most ``most``, drawn at random."""
    counts = Counter(code for _, held in two for code in held)
    codes = sorted(code for code, count in counts.items() if count >= LEAST_ANSWERS)
    random.Random(seed).shuffle(codes)  # noqa: S311 - a sample, no secret
    return codes[:most]


def is_found(groups: Sequence[Sequence[int]], two: Sequence[Answer], code: str) -> bool:
    """Whether a group consists mostly of answers with ``code`` and holds at least half of them."""
    whole = sum(code in held for _, held in two)
    hits = (sum(code in two[at][1] for at in group) for group in groups)
    return any(2 * hit > len(group) and 2 * hit >= whole for hit, group in zip(hits, groups, strict=True))


def measure_ours(question: coded_files.Coded, tally: Tally, encode: Encode, seed: int, codes: int) -> None:
    """Add one question to the figures of Tienkeer."""
    one, two = halves(question, seed)
    for answer, (_, held) in zip(ours(one, two, encode, question.name).answers, two, strict=True):
        best = answer.guesses[0]
        right = best.code in held if best.code is not None else not held
        certain = answer.kind is not Kind.DOUBTFUL and answer.group is None
        tally.suggestions.append((best.score, right, certain))
    for code in taken_out(two, codes, seed):
        found = ours([answer for answer in one if code not in answer[1]], two, encode, question.name)
        tally.looked_for += 1
        tally.groups += len(found.groups)
        tally.found += is_found(found.groups, two, code)


def measure_bertopic(question: coded_files.Coded, tally: Tally, encode: Encode, seed: int, codes: int) -> None:
    """Add one question to the figures of BERTopic."""
    one, two = halves(question, seed)
    for best, (_, held) in zip(_transformed(one, two, encode)[0], two, strict=True):
        if best is not None:
            tally.suggestions.append((best[1], best[0] in held if best[0] else not held, True))
        else:
            tally.suggestions.append((0.0, not held, False))
    for code in taken_out(two, codes, seed):
        known = [answer for answer in one if code not in answer[1]]
        outliers = [at for at, best in enumerate(_transformed(known, two, encode)[0]) if best is None]
        groups = list(_topics_among(outliers, two, encode))
        tally.looked_for += 1
        tally.groups += len(groups)
        tally.found += is_found(groups, two, code)


def _transformed(
    one: Sequence[Answer], two: Sequence[Answer], encode: Encode
) -> tuple[list[tuple[str, float] | None], object]:
    """Per answer of wave two the most frequent code of its topic and that code's share of the topic; None: outlier."""
    from bertopic import BERTopic
    from umap import UMAP

    texts = [normalise(text) or text for text, _ in one]
    layout = UMAP(
        n_neighbors=min(15, len(texts) - 1),
        n_components=5,
        min_dist=0.0,
        metric="cosine",
        random_state=0,
        init="spectral" if len(texts) > 15 else "random",
    )
    smallest = max(2, min(10, len(texts) // 20))
    model = BERTopic(umap_model=layout, min_topic_size=smallest, calculate_probabilities=False)
    topics, _ = model.fit_transform(texts, embeddings=encode(texts))
    held: dict[int, Counter[str]] = {}
    for topic, (_, codes) in zip(topics, one, strict=True):
        held.setdefault(int(topic), Counter()).update(codes or {""})
    named = {topic: counts.most_common(1)[0] for topic, counts in held.items() if topic >= 0}
    later = [normalise(text) or text for text, _ in two]
    found, _ = model.transform(later, embeddings=encode(later))
    share = {topic: (code, count / sum(held[topic].values())) for topic, (code, count) in named.items()}
    return [share.get(int(topic)) for topic in found], model


def _topics_among(outliers: Sequence[int], two: Sequence[Answer], encode: Encode) -> Iterator[list[int]]:
    if len(outliers) < 2 * LEAST_ANSWERS:
        return
    texts = [normalise(two[at][0]) or two[at][0] for at in outliers]
    topics = bertopic_topics(texts, encode(texts), max(2, min(10, len(texts) // 20)))
    for topic in sorted(set(topics) - {-1}):
        yield [at for at, found in zip(outliers, topics, strict=True) if found == topic]


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--codes", type=int, default=10, help="codes taken out per question, at most")
    parser.add_argument("--vectors", type=Path, help="a file in which vectors are kept for the next time")
    parser.add_argument("--without-bertopic", action="store_true")
    options = parser.parse_args()
    bundled = BundledEncoder()
    cached = CachedEncoder(bundled, EmbeddingCache(options.vectors)) if options.vectors else None
    encode = Recall(cached or bundled)
    print("| file | method | certain | of those right | largest share | new codes found | groups per case |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for path in options.files:
        asked = ASKED.get(path.stem, 0.9)
        questions = coded_files.read(path)
        for method, measure in (("Tienkeer", measure_ours), ("BERTopic", measure_bertopic)):
            if method == "BERTopic" and options.without_bertopic:
                continue
            tally = Tally([])
            for seed in range(options.seeds):
                for question in questions:
                    measure(question, tally, encode, seed, options.codes)
            print(tally.line(path.stem, method, asked), flush=True)


if __name__ == "__main__":
    main()
