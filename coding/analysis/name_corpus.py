"""What naming knows about a question: the words of its answers, and where they point among the vectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from coding.analysis.directions import Directions, Floats
from coding.analysis.name_phrases import Phrase, phrases_of
from coding.analysis.words import TOKEN, Language, is_function_word, stem

_RIDGE: Final = 1.0
_REGRESSION: Final = 1000  # answers: more do not make the regression better, only slower


class PhraseBook(NamedTuple):
    """The phrases of one answer and which of its stems each holds."""

    phrases: tuple[Phrase, ...]
    stems: NDArray[np.intp]  # (n_stems_of_answer,) places in ``Corpus.stems``
    holds: Floats  # (n_phrases, n_stems_of_answer), 0 or 1
    sets: tuple[frozenset[int], ...]  # per phrase the places of its stems in ``Corpus.stems``
    lengths: Floats  # how many stems each phrase holds, (n_phrases,)
    edges: Floats  # (n_phrases,)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The different answers of a question, sorted, and the stems of their words of content."""

    texts: tuple[str, ...]
    surfaces: tuple[str, ...]  # the most common form of each stem, stems being sorted
    content: tuple[tuple[int, ...], ...]  # per answer its stems in the order of its words
    contains: csr_matrix  # (n_texts, n_stems), 0 or 1
    total: Floats  # how many answers have each stem, (n_stems,)
    casing: dict[str, str]  # words that most people write with a capital inside a sentence, by their small letters
    books: dict[int, PhraseBook] = field(default_factory=dict)  # kept as answers are looked at

    def phrase_book(self, at: int) -> PhraseBook:
        """The phrases of answer ``at`` that hold at least one word of content."""
        if at not in self.books:
            content = self.content[at]
            stems = sorted(set(content))
            place = {stem_at: column for column, stem_at in enumerate(stems)}
            phrases = tuple(phrase for phrase in phrases_of(self.texts[at]) if phrase.content)
            sets = tuple(frozenset(content[word] for word in phrase.content) for phrase in phrases)
            holds = np.zeros((len(phrases), len(stems)))
            rows = [row for row, held in enumerate(sets) for _ in held]
            holds[rows, [place[each] for held in sets for each in held]] = 1.0
            edges = np.array([phrase.edges for phrase in phrases], dtype=np.float64)
            self.books[at] = PhraseBook(phrases, np.array(stems, dtype=np.intp), holds, sets, holds.sum(axis=1), edges)
        return self.books[at]


def corpus_of(texts: tuple[str, ...], language: Language) -> Corpus:
    """The corpus of different, sorted ``texts``."""
    written = [TOKEN.findall(text) for text in texts]
    small = {form: form.casefold() for row in written for form in row}
    root = {word: stem(word, language) for word in set(small.values()) if not is_function_word(word)}
    place = {each: at for at, each in enumerate(sorted(set(root.values())))}
    number = {form: place[root[word]] for form, word in small.items() if word in root}
    content = tuple(tuple(number[form] for form in row if form in number) for row in written)
    distinct = [sorted(set(row)) for row in content]
    edges = np.cumsum([0, *map(len, distinct)])
    columns = np.fromiter((at for row in distinct for at in row), dtype=np.int32, count=int(edges[-1]))
    contains = csr_matrix((np.ones(len(columns)), columns, edges), shape=(len(texts), max(1, len(place))))
    counts = Counter(small[form] for row in written for form in row if form in number)
    forms: dict[str, dict[str, int]] = {each: {} for each in place}
    for word, count in counts.items():
        forms[root[word]][word] = count
    surfaces = tuple(_commonest(forms[each]) for each in place)
    inside = (row[1:] for text, row in zip(texts, written, strict=True) if not text.isupper())
    total = np.bincount(columns, minlength=contains.shape[1]).astype(np.float64)
    return Corpus(texts, surfaces, content, contains, total, _casing(inside))


def _commonest(forms: Mapping[str, int]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))


def _casing(written: Iterable[list[str]]) -> dict[str, str]:
    forms: dict[str, dict[str, int]] = {}
    for form, count in Counter(chain.from_iterable(written)).items():
        forms.setdefault(form.casefold(), {})[form] = count
    common = {word: _commonest(counts) for word, counts in forms.items()}
    return {word: form for word, form in common.items() if not form.islower()}


class GroupWords(NamedTuple):
    """The stems of a group's answers.

    Entry i says that answer ``rows[owner[i]]`` has stem ``stems[place[i]]``. ``stems`` ascends; ``telling`` and
    ``ctfidf`` have its shape and say how telling each is for the group, and its class-based TF-IDF.
    """

    rows: NDArray[np.intp]
    owner: NDArray[np.intp]
    place: NDArray[np.intp]
    stems: NDArray[np.intp]
    telling: Floats
    ctfidf: Floats


def words_per_group(corpus: Corpus, members: Sequence[NDArray[np.intp]]) -> float:
    """Mean number of stems in a group, counted once per answer."""
    lengths = np.diff(corpus.contains.indptr)
    return max(1.0, float(np.mean([lengths[rows].sum() for rows in members])))


def group_words(corpus: Corpus, rows: NDArray[np.intp], usual: float) -> GroupWords:
    """The words of the group with the answers ``rows``; ``usual`` is what ``words_per_group`` gives.

    Telling is the share of members with the stem times the logarithm of how much more common it is inside than
    outside (its part of the Kullback-Leibler divergence); for a group that is no different, the share alone.
    """
    starts = corpus.contains.indptr[rows]
    lengths = corpus.contains.indptr[rows + 1] - starts
    owner = np.repeat(np.arange(len(rows)), lengths)
    offset = np.arange(len(owner)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    stems, place, inside = np.unique(
        corpus.contains.indices[starts[owner] + offset], return_inverse=True, return_counts=True
    )
    share = inside / len(rows)
    total = corpus.total[stems]
    divergence = share * np.log(share / ((total - inside + 0.5) / (len(corpus.texts) - len(rows) + 1.0)))
    telling = np.maximum(divergence, 0.0) if divergence.max(initial=0.0) > 0 else share
    ctfidf = share * np.log1p(usual / total)
    return GroupWords(rows, owner, place, stems, telling.round(9), ctfidf.round(9))


class Pointer:
    """Where stems and phrases point: ridge regression from the stems of the answers to their vectors."""

    def __init__(self, corpus: Corpus, directions: Directions) -> None:
        self._corpus = corpus
        step = -(-len(corpus.texts) // _REGRESSION)
        counts = np.maximum(1.0, np.asarray(corpus.contains.sum(axis=1)))
        shares = csr_matrix(corpus.contains.multiply(1.0 / np.sqrt(counts)))[::step]
        kernel = (shares @ shares.T).toarray() + _RIDGE * np.eye(shares.shape[0])
        seen = np.unique(shares.indices)
        solved = np.linalg.solve(kernel, directions.of(np.arange(0, len(directions), step)))
        # Stems that the regression has not seen point nowhere; they share the last row.
        self._stems: Floats = np.vstack([shares[:, seen].T @ solved, np.zeros((1, directions.dimensions))])
        self._place = np.full(shares.shape[1], len(seen))
        self._place[seen] = np.arange(len(seen))
        self._lengths: dict[int, Floats] = {}

    def cosines(self, at: int, middle: Floats) -> Floats:
        """Cosine of each phrase of answer ``at`` to ``middle``."""
        book = self._corpus.phrase_book(at)
        stems = self._stems[self._place[book.stems]]
        if at not in self._lengths:
            self._lengths[at] = np.maximum(np.linalg.norm(book.holds @ stems, axis=1), 1e-12)
        return np.asarray((book.holds @ (stems @ middle)) / self._lengths[at])
