"""Names and quotes of groups on coded files, the human codes taken as groups.

    python -m benchmarks.names FILE [--questions N] [--least 8]

Names: the mean cosine of a name to the text of the human code, with vectors of the encoder without its learned map,
beside the answer nearest to the middle of the group (whole, and its first sixty characters) and keywords by
class-based TF-IDF. Only for files whose codes are sentences.

Quotes: four of each code with at least ``--least`` answers; *cover* is the mean cosine of the other members to the
nearest quote, *typical* the mean cosine of the quotes to the middle, *apart* the mean distance between quotes; beside
the four nearest to the middle and four at random.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks import coded_files
from benchmarks.quality import Memory
from coding.analysis.encoder import Vectors
from coding.analysis.lexical import unit_rows
from coding.analysis.name import name_groups
from coding.analysis.quotes import propose_quotes
from models.bundled import BundledEncoder

_QUOTES: Final = 4
_LEAST: Final = 8
_CUT: Final = 60


def members_of(question: coded_files.Coded) -> dict[str, list[str]]:
    """The different answers of each code, sorted."""
    found: dict[str, set[str]] = {}
    for text, codes in zip(question.texts, question.codes, strict=True):
        for code in codes if coded_files.is_answer(text) else ():
            found.setdefault(code, set()).add(text)
    return {code: sorted(texts) for code, texts in sorted(found.items())}


def names_of(question: coded_files.Coded, encode: Memory) -> dict[str, dict[str, str]]:
    """Per method the name of each code."""
    groups = members_of(question)
    texts = sorted({text for members in groups.values() for text in members})
    vectors = encode(texts)
    members = list(groups.values())
    plain = name_groups(members, texts, vectors)
    encoded = name_groups(members, texts, vectors, encode=encode)
    middle = [one[_ranked(encode(one))[0]] for one in members]
    return {
        "phrase, encoded (on the screen)": dict(zip(groups, (n.name for n in encoded), strict=True)),
        "phrase": dict(zip(groups, (n.name for n in plain), strict=True)),
        "answer nearest to the middle": dict(zip(groups, middle, strict=True)),
        f"its first {_CUT} characters": dict(zip(groups, (text[:_CUT] for text in middle), strict=True)),
        "keywords": dict(zip(groups, (" ".join(n.keywords) for n in plain), strict=True)),
    }


def _ranked(vectors: Vectors) -> np.ndarray:
    """Members by how near they are to the middle."""
    units = unit_rows(vectors)
    return np.argsort(-np.round(units @ units.mean(axis=0), 6), kind="stable")


def spread(members: Vectors, quotes: Sequence[int]) -> dict[str, float]:
    """What a choice of quotes is worth; ``members``: shape (n, d)."""
    units = unit_rows(members)
    centre = unit_rows(units.mean(axis=0, keepdims=True))[0]
    others = np.setdiff1d(np.arange(len(units)), quotes)
    chosen = units[list(quotes)]
    between = chosen @ chosen.T
    upper = np.triu_indices(len(chosen), 1)
    return {
        "cover": float((units[others] @ chosen.T).max(axis=1).mean()),
        "typical": float((chosen @ centre).mean()),
        "apart": float(1 - between[upper].mean()),
    }


def quotes_of(texts: Sequence[str], vectors: Vectors, seed: int) -> dict[str, list[int]]:
    """Per method the members that are quoted."""
    ours = [quote.index for quote in propose_quotes(texts, [None] * len(texts), vectors, _QUOTES)]
    ranked = _ranked(vectors)
    random = np.random.default_rng(seed).choice(len(texts), size=_QUOTES, replace=False)
    return {"chosen": ours, "nearest to the middle": ranked[:_QUOTES].tolist(), "at random": random.tolist()}


def _table(title: str, rows: Mapping[str, Mapping[str, float]]) -> None:
    columns = list(next(iter(rows.values())))
    print(f"\n| {title} | " + " | ".join(columns) + " |\n|---" + "|---" * len(columns) + "|")
    for name, row in rows.items():
        cells = " | ".join(f"{row[c]:.3f}" if row[c] < 2 else f"{row[c]:.0f}" for c in columns)
        print(f"| {name} | {cells} |", flush=True)


def main() -> None:
    """Measure and print the two tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--questions", type=int, help="only the first so many questions")
    parser.add_argument("--least", type=int, default=_LEAST, help="answers from which a code's quotes are measured")
    options = parser.parse_args()
    encode, judge = Memory(BundledEncoder()), Memory(BundledEncoder(projected=False))
    named: dict[str, list[tuple[float, float]]] = {}
    quoted: dict[str, list[dict[str, float]]] = {}
    for question in coded_files.read(options.file)[: options.questions]:
        for method, names in names_of(question, encode).items():
            cosines = np.einsum("ij,ij->i", unit_rows(judge(list(names))), unit_rows(judge(list(names.values()))))
            lengths = [float(len(name)) for name in names.values()]
            named.setdefault(method, []).extend(zip(cosines.tolist(), lengths, strict=True))
        for seed, members in enumerate(members_of(question).values()):
            if len(members) >= options.least:
                vectors = encode(members)
                for method, quotes in quotes_of(members, vectors, seed).items():
                    row = spread(vectors, quotes) | {"characters": float(np.mean([len(members[i]) for i in quotes]))}
                    quoted.setdefault(method, []).append(row)
    _table(
        "name",
        {
            m: {"cosine": float(np.mean([c for c, _ in v])), "characters": float(np.mean([n for _, n in v]))}
            for m, v in named.items()
        },
    )
    if quoted:
        means = {m: {k: float(np.mean([row[k] for row in rows])) for k in rows[0]} for m, rows in quoted.items()}
        _table("quotes", means)


if __name__ == "__main__":
    main()
