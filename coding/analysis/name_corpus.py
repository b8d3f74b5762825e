"""What naming knows about a question: the words of its answers, and where they point among the vectors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from coding.analysis.directions import Directions, Floats, Indexes
from coding.analysis.words import TOKEN, Language, is_function_word, language_of_words, stem

_RIDGE: Final = 1.0
_REGRESSION: Final = 1000  # answers: more do not make the regression better, only slower
_TINY: Final = 1e-24
_SENTENCE_END: Final = re.compile(r"[.!?:…\n]+")


@dataclass(frozen=True, slots=True)
class Corpus:
    """The different answers of a question, sorted, and the stems of their words of content."""

    texts: tuple[str, ...]
    surfaces: tuple[str, ...]  # the most common form of each stem, stems being sorted
    content: tuple[tuple[int, ...], ...]  # per answer its stems in the order of its words
    contains: csr_matrix  # (n_texts, n_stems), 0 or 1
    total: Floats  # how many answers have each stem, (n_stems,)
    casing: dict[str, str]  # words that most people write with a capital inside a sentence, by their small letters


def corpus_of(texts: tuple[str, ...], language: Language | None = None) -> Corpus:
    """The corpus of different, sorted ``texts``, in the language that they seem to be in unless it is given."""
    written = [TOKEN.findall(text) for text in texts]
    counts = Counter(chain.from_iterable(written))
    language = language or language_of_words(counts)
    small = {form: form.casefold() for form in counts}
    root = {word: stem(word, language) for word in set(small.values()) if not is_function_word(word)}
    place = {each: at for at, each in enumerate(sorted(set(root.values())))}
    number = {form: place[root[word]] for form, word in small.items() if word in root}
    content = tuple(tuple(number[form] for form in row if form in number) for row in written)
    once = [sorted(set(row)) for row in content]
    edges = np.cumsum([0, *map(len, once)])
    columns = np.fromiter(chain.from_iterable(once), dtype=np.int32, count=int(edges[-1]))
    contains = csr_matrix((np.ones(len(columns)), columns, edges), shape=(len(texts), max(1, len(place))))
    forms: list[Counter[str]] = [Counter() for _ in place]
    for form, at in number.items():
        forms[at][small[form]] += counts[form]
    surfaces = tuple(map(_commonest, forms))
    casing: dict[str, str] = {}
    if any(form != word for form, word in small.items()):
        spoken = zip(texts, written, strict=True)
        casing = _casing(chain.from_iterable(_inside_sentences(*each) for each in spoken if not each[0].isupper()))
    total = np.bincount(columns, minlength=contains.shape[1]).astype(np.float64)
    return Corpus(texts, surfaces, content, contains, total, casing)


def _inside_sentences(text: str, words: list[str]) -> Iterator[list[str]]:
    """The words of an answer that do not begin a sentence, where anybody writes a capital."""
    if _SENTENCE_END.search(text) is None:
        yield words[1:]
    else:
        yield from (TOKEN.findall(sentence)[1:] for sentence in _SENTENCE_END.split(text))


def _commonest(forms: Mapping[str, int]) -> str:
    if len(forms) == 1:
        return next(iter(forms))
    return min(forms, key=lambda form: (-forms[form], form))


def _casing(written: Iterable[list[str]]) -> dict[str, str]:
    forms: dict[str, dict[str, int]] = {}
    for form, count in Counter(chain.from_iterable(written)).items():
        forms.setdefault(form.casefold(), {})[form] = count
    common = {word: _commonest(counts) for word, counts in forms.items()}
    return {word: form for word, form in common.items() if form != word}


def spread(starts: Indexes, lengths: Indexes) -> tuple[Indexes, Indexes]:
    """All places in the ranges that begin at ``starts``, range after range: the range of each, and the place."""
    owner = np.repeat(np.arange(len(starts)), lengths)
    return owner, np.arange(len(owner)) + np.repeat(starts - np.cumsum(lengths) + lengths, lengths)


def distinct(numbers: Indexes, below: int) -> tuple[Indexes, Indexes]:
    """The different ``numbers``, all from 0 and ``below`` a limit, ascending, and the place of each number among them.

    Small limits make this quicker than ``numpy.unique``, which sorts.
    """
    occurs = np.zeros(below, dtype=np.bool_)
    occurs[numbers] = True
    return np.flatnonzero(occurs), (np.cumsum(occurs) - 1)[numbers]


class GroupWords(NamedTuple):
    """The stems of a group's answers.

    Entry i says that answer ``rows[owner[i]]`` has stem ``stems[place[i]]``. ``stems`` ascends; ``telling`` and
    ``ctfidf`` have its shape and say how telling each is for the group, and its class-based TF-IDF.
    """

    rows: Indexes
    owner: Indexes
    place: Indexes
    stems: Indexes
    telling: Floats
    ctfidf: Floats


def words_per_group(corpus: Corpus, members: Sequence[Indexes]) -> float:
    """Mean number of stems in a group, counted once per answer."""
    lengths = np.diff(corpus.contains.indptr)
    return max(1.0, float(np.mean([lengths[rows].sum() for rows in members])))


def group_words(corpus: Corpus, rows: Indexes, usual: float) -> GroupWords:
    """The words of the group with the answers ``rows``; ``usual`` is what ``words_per_group`` gives.

    Telling is the share of members with the stem times the logarithm of how much more common it is inside than
    outside (its part of the Kullback-Leibler divergence); for a group that is no different, the share alone.
    """
    starts = corpus.contains.indptr[rows]
    owner, at = spread(starts, corpus.contains.indptr[rows + 1] - starts)
    stems, place = distinct(corpus.contains.indices[at], len(corpus.total))
    inside = np.bincount(place)
    share = inside / len(rows)
    total = corpus.total[stems]
    divergence = share * np.log(share / ((total - inside + 0.5) / (len(corpus.texts) - len(rows) + 1.0)))
    telling = np.maximum(divergence, 0.0) if divergence.max(initial=0.0) > 0 else share
    ctfidf = share * np.log1p(usual / total)
    return GroupWords(rows, owner, place, stems, telling.round(9), ctfidf.round(9))


class Pointer:
    """Where stems point: ridge regression from the stems of the answers to their vectors."""

    def __init__(self, corpus: Corpus, directions: Directions) -> None:
        step = -(-len(corpus.texts) // _REGRESSION)
        contains = corpus.contains[::step] if step > 1 else corpus.contains
        lengths = np.diff(contains.indptr)
        known = np.flatnonzero(np.bincount(contains.indices, minlength=contains.shape[1]))
        # Stems that the regression has not seen point nowhere; they share the last row.
        self._place = np.full(contains.shape[1], len(known))
        self._place[known] = np.arange(len(known))
        weights = np.repeat(1 / np.sqrt(np.maximum(1, lengths)), lengths)
        columns = self._place[contains.indices]
        shares = csr_matrix((weights, columns, contains.indptr), shape=(len(lengths), len(known)))
        self._stems = np.zeros((len(known) + 1, directions.dimensions), dtype=np.float32)
        self._stems[:-1] = _ridge(shares, directions.of(np.arange(0, len(directions), step)))

    def towards(self, stems: Indexes, directions: Floats) -> Floats:
        """How far stems point in some directions, shape (k, g), given as unit vectors, shape (g, d)."""
        return np.asarray(self._stems[self._place[stems]] @ directions.T.astype(np.float32))

    def lengths(self, stem: Indexes, edge: Indexes) -> Floats:
        """How far each phrase points where it points, shape (phrases,); phrase p has ``stem[edge[p]:edge[p + 1]]``."""
        known, column = distinct(stem, len(self._place))
        vectors = self._stems[self._place[known]]
        products = vectors @ vectors.T
        # The square of the length of a sum is the sum of the products of all pairs.
        sizes = np.diff(edge)
        phrase = np.repeat(np.arange(len(sizes)), sizes)
        one, other = spread(edge[phrase], sizes[phrase])
        squares = np.bincount(phrase[one], weights=products[column[one], column[other]], minlength=len(sizes))
        return np.sqrt(np.maximum(squares, _TINY))


def _ridge(shares: csr_matrix, vectors: Floats) -> Floats:
    """Coefficients, shape (stems, d), of the regression of ``vectors``, shape (n, d), on ``shares``, shape (n, stems).

    In the space of the answers, where a stem that one answer alone has only adds to the diagonal, so that the equations
    that are left have one unknown for each stem that answers share (Woodbury 1950).
    """
    answers, stems = shares.shape
    shared = np.bincount(shares.indices, minlength=stems) > 1
    kept = shared[shares.indices]
    row = np.repeat(np.arange(answers), np.diff(shares.indptr))
    diagonal = _RIDGE + np.bincount(row[~kept], weights=shares.data[~kept] ** 2, minlength=answers)[:, None]
    column = (np.cumsum(shared) - 1)[shares.indices[kept]]
    edges = np.concatenate([[0], np.cumsum(kept)])[shares.indptr]
    together = csr_matrix((shares.data[kept], column, edges), shape=(answers, int(shared.sum())))
    scaled = vectors / diagonal
    weighted = csr_matrix((together.data / diagonal[row[kept], 0], column, edges), shape=together.shape)
    inner = np.eye(together.shape[1]) + (together.T @ weighted).toarray()
    solved = scaled - weighted @ (np.linalg.inv(inner) @ (together.T @ scaled))  # no eigenvalue of inner is under 1
    return np.asarray(shares.T @ solved)
