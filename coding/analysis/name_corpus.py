"""What naming knows about a question: the words of its answers, and where they point among the vectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from coding.analysis.name_phrases import Phrase, phrases_of
from coding.analysis.words import TOKEN, Language, is_function_word, stem, tokens

_RIDGE: Final = 1.0
_REGRESSION: Final = 1000  # answers: more do not make the regression better, only slower

Floats = NDArray[np.float64]


class PhraseBook(NamedTuple):
    """The phrases of one answer and which of its stems each holds."""

    phrases: tuple[Phrase, ...]
    stems: NDArray[np.intp]  # (n_stems_of_answer,) places in ``Corpus.stems``
    holds: Floats  # (n_phrases, n_stems_of_answer), 0 or 1
    edges: Floats  # (n_phrases,)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The different answers of a question, sorted, and the stems of their words of content."""

    texts: tuple[str, ...]
    surfaces: tuple[str, ...]  # the most common form of each stem, stems being sorted
    content: tuple[tuple[int, ...], ...]  # per answer its stems in the order of its words
    contains: csr_matrix  # (n_texts, n_stems), 0 or 1
    casing: dict[str, str]  # words that most people write with a capital inside a sentence, by their small letters
    books: dict[int, PhraseBook] = field(default_factory=dict)  # kept as answers are looked at

    def phrase_book(self, at: int) -> PhraseBook:
        """The phrases of answer ``at`` that hold at least one word of content."""
        if at not in self.books:
            content = self.content[at]
            stems = sorted(set(content))
            place = {stem_at: column for column, stem_at in enumerate(stems)}
            phrases = tuple(phrase for phrase in phrases_of(self.texts[at]) if phrase.content)
            holds = np.zeros((len(phrases), len(stems)))
            for row, phrase in enumerate(phrases):
                holds[row, [place[content[word]] for word in phrase.content]] = 1.0
            edges = np.array([phrase.edges for phrase in phrases], dtype=np.float64)
            self.books[at] = PhraseBook(phrases, np.array(stems, dtype=np.intp), holds, edges)
        return self.books[at]


def corpus_of(texts: tuple[str, ...], language: Language) -> Corpus:
    """The corpus of different, sorted ``texts``."""
    forms: dict[str, Counter[str]] = {}
    rows: list[list[str]] = []
    for text in texts:
        words = [token for token in tokens(text) if not is_function_word(token)]
        rows.append([stem(word, language) for word in words])
        for word, root in zip(words, rows[-1], strict=True):
            forms.setdefault(root, Counter())[word] += 1
    number = {root: at for at, root in enumerate(sorted(forms))}
    content = tuple(tuple(number[root] for root in row) for row in rows)
    distinct = [sorted(set(row)) for row in content]
    edges = np.cumsum([0, *map(len, distinct)])
    columns = np.fromiter((at for row in distinct for at in row), dtype=np.int32, count=int(edges[-1]))
    contains = csr_matrix((np.ones(len(columns)), columns, edges), shape=(len(texts), max(1, len(number))))
    surfaces = tuple(min(forms[root], key=lambda word: (-forms[root][word], word)) for root in number)
    return Corpus(texts, surfaces, content, contains, _casing(texts))


def _casing(texts: tuple[str, ...]) -> dict[str, str]:
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        if text.isupper():
            continue
        for match in islice(TOKEN.finditer(text), 1, None):
            forms.setdefault(match.group().casefold(), Counter())[match.group()] += 1
    common = {word: min(counts, key=lambda form: (-counts[form], form)) for word, counts in forms.items()}
    return {word: form for word, form in common.items() if not form.islower()}


def stem_weights(corpus: Corpus, members: Sequence[NDArray[np.intp]]) -> tuple[Floats, Floats]:
    """Two arrays of shape (n_groups, n_stems): how telling each stem is for each group, and class-based TF-IDF.

    Telling is the share of members with the stem times the logarithm of how much more common it is inside than
    outside (its part of the Kullback-Leibler divergence); for a group that is no different, the share alone.
    """
    inside: Floats = np.vstack([np.asarray(corpus.contains[rows].sum(axis=0)).ravel() for rows in members])
    total = np.asarray(corpus.contains.sum(axis=0)).ravel()
    sizes = np.array([len(rows) for rows in members], dtype=np.float64)[:, None]
    share = inside / sizes
    elsewhere = (total - inside + 0.5) / (len(corpus.texts) - sizes + 1.0)
    divergence = share * np.log(np.where(inside > 0, share, 1.0) / elsewhere)
    telling: Floats = np.where(divergence.max(axis=1, keepdims=True) > 0, np.maximum(divergence, 0.0), share)
    words_per_group = max(1.0, float(inside.sum(axis=1).mean()))
    ctfidf: Floats = share * np.log1p(words_per_group / np.maximum(total, 1.0))
    return telling.round(9), ctfidf.round(9)


class Pointer:
    """Where stems and phrases point: ridge regression from the stems of the answers to their vectors."""

    def __init__(self, corpus: Corpus, vectors: Floats) -> None:
        self._corpus = corpus
        self._vectors = vectors  # (n_texts, d), unit length
        step = -(-len(corpus.texts) // _REGRESSION)
        counts = np.maximum(1.0, np.asarray(corpus.contains.sum(axis=1)))
        shares = csr_matrix(corpus.contains.multiply(1.0 / np.sqrt(counts)))[::step]
        kernel = (shares @ shares.T).toarray() + _RIDGE * np.eye(shares.shape[0])
        self._stems: Floats = np.asarray(shares.T @ np.linalg.solve(kernel, vectors[::step]))
        self._lengths: dict[int, Floats] = {}

    def middle(self, rows: NDArray[np.intp]) -> Floats:
        """The unit vector towards the middle of the answers ``rows``."""
        middle: Floats = unit(self._vectors[rows].mean(axis=0, keepdims=True))[0]
        return middle

    def closeness(self, rows: NDArray[np.intp]) -> Floats:
        """Cosine of each of the answers ``rows`` to their middle."""
        return np.asarray(self._vectors[rows] @ self.middle(rows))

    def towards(self, rows: NDArray[np.intp]) -> Floats:
        """How much each stem pulls a phrase to the middle of the answers ``rows``: shape (n_stems,)."""
        return np.asarray(self._stems @ self.middle(rows))

    def cosines(self, at: int, pull: Floats) -> Floats:
        """Cosine of each phrase of answer ``at`` to the middle that ``pull`` (from ``towards``) belongs to."""
        book = self._corpus.phrase_book(at)
        if at not in self._lengths:
            self._lengths[at] = np.maximum(np.linalg.norm(book.holds @ self._stems[book.stems], axis=1), 1e-12)
        return np.asarray((book.holds @ pull[book.stems]) / self._lengths[at])


def unit(vectors: Floats) -> Floats:
    """``vectors`` at length one; a vector of zeros stays as it is."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12))
