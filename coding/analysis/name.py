"""Names for machine-made groups: a short phrase out of the answers themselves, and keywords.

A phrase is judged by where it would lie among the answers: a ridge regression from the stems of the answers to their
vectors says where the words of the phrase point, and the phrase that points most to the middle of the group wins.
Words that tell the group from the rest, and phrases that are whole clauses, count a little extra. Keywords are ranked
by class-based TF-IDF (Grootendorst 2022, BERTopic). What this is worth beside the central answer and beside keywords
stands in ``docs/decisions/0012-names-and-quotes.md``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from coding.analysis.directions import Directions, Floats, unit
from coding.analysis.encoder import Vectors
from coding.analysis.name_corpus import (
    Corpus,
    GroupWords,
    Pointer,
    corpus_of,
    group_words,
    words_per_group,
)
from coding.analysis.name_phrases import MAX_NAME, shortened
from coding.analysis.words import TOKEN, Language, language_of
from coding.domain.answers import normalise

_KEYWORDS: Final = 5
_SOURCES: Final = 8  # answers of a group that phrases are taken from
_PER_SOURCE: Final = 5  # phrases of one answer that are kept
_KEPT: Final = 40  # phrases of a group to choose from when other groups have the best
_SHORTLIST: Final = 8  # phrases of a group that are encoded, if there is an encoder
_EDGE_BONUS: Final = 0.06  # per end of a phrase that is an end of a clause, in units of cosine
_TELLING_BONUS: Final = 0.05  # for the most telling words of the group, in units of cosine
_COVER_BONUS: Final = 0.1  # for a phrase whose words all members have, in units of cosine
_ENCODED_COVER: Final = 0.25  # the same where phrases are encoded: short phrases that all share need it more
_LENGTH_PENALTY: Final = 0.2  # exponent of the number of words that the weights of a phrase are divided by

_SLIP: Final = re.compile(r"\b[^\W\d_a-zà-ÿ]{2}[a-zà-ÿ]{3,}\b")  # "TWeede"

Encode = Callable[[list[str]], Vectors]


@dataclass(frozen=True, slots=True)
class GroupName:
    """A proposed name of at most sixty characters, unique among the groups named with it, and up to five keywords."""

    name: str
    keywords: tuple[str, ...]


class _Candidate(NamedTuple):
    name: str
    stems: frozenset[int]
    worth: float
    edges: int
    cover: float = 0.0  # share of the members that hold all words of the phrase


def name_groups(
    texts_by_group: Sequence[Sequence[str]],
    all_texts: Sequence[str],
    vectors: Vectors | None = None,
    language: Language | None = None,
    encode: Encode | None = None,
) -> list[GroupName]:
    """A name and keywords for each group, in the order of ``texts_by_group``.

    ``all_texts`` are the answers (or segments) of the whole question, among them every member of every group; groups
    may be nested. ``vectors`` are the encoder's own, of shape (len(all_texts), d). ``encode`` is the same encoder; with
    it the best eight phrases of each group are encoded as well, which is slower and a little better.
    Names do not depend on the order of texts or groups, and no two are alike.
    Raises ValueError for a group without texts or with a text that is not among ``all_texts``.
    """
    return Namer(all_texts, vectors, language).name_groups(texts_by_group, encode)


class Namer:
    """Names groups of the answers to one question, in several rounds if need be; see ``name_groups``."""

    def __init__(
        self, all_texts: Sequence[str], vectors: Vectors | None = None, language: Language | None = None
    ) -> None:
        if vectors is not None and len(vectors) != len(all_texts):
            raise ValueError(
                f"The 'vectors' parameter of name_groups must have {len(all_texts)} rows. Got {len(vectors)}."
            )
        first = {text: at for at, text in reversed(list(enumerate(all_texts)))}
        texts = tuple(sorted(first))
        self._index = {text: at for at, text in enumerate(texts)}
        self._corpus = corpus_of(texts, language or language_of(texts))
        self._directions = self._pointer = None
        if vectors is not None and texts:
            self._directions = Directions(vectors, np.array([first[text] for text in texts], dtype=np.intp))
            self._pointer = Pointer(self._corpus, self._directions)

    def name_groups(self, texts_by_group: Sequence[Sequence[str]], encode: Encode | None = None) -> list[GroupName]:
        """A name and keywords for each group; names of one round are unlike one another.

        Raises ValueError for a group without texts or with a text that the question does not have.
        """
        index = self._index
        if any(not texts or any(text not in index for text in texts) for texts in texts_by_group):
            raise ValueError(
                "The 'texts_by_group' parameter of name_groups must hold groups of texts from 'all_texts'."
            )
        if not texts_by_group:
            return []
        members = [np.array(sorted({index[text] for text in texts}), dtype=np.intp) for texts in texts_by_group]
        middles = [None if self._directions is None else self._directions.middle(rows) for rows in members]
        usual = words_per_group(self._corpus, members)
        shortlists, keywords = [], []
        for rows, middle in zip(members, middles, strict=True):
            words = group_words(self._corpus, rows, usual)
            shortlists.append(self._shortlist(words, middle))
            keywords.append(_keywords(self._corpus, words))
        if encode is not None and self._pointer is not None:
            shortlists = _encoded(shortlists, [middle for middle in middles if middle is not None], encode)
        order = sorted(range(len(members)), key=lambda group: (-len(members[group]), members[group].tolist()))
        names = _chosen(shortlists, keywords, order)
        return [GroupName(name, words) for name, words in zip(names, keywords, strict=True)]

    def _shortlist(self, words: GroupWords, middle: Floats | None) -> list[_Candidate]:
        """Phrases from the group's most telling answers, best first."""
        corpus = self._corpus
        most = float(words.telling.max(initial=0.0)) or 1.0
        best: dict[frozenset[int], _Candidate] = {}
        for source in self._sources(words, middle).tolist():
            book = corpus.phrase_book(source)
            if not book.phrases:
                continue
            telling = words.telling[np.searchsorted(words.stems, book.stems)]
            share = (book.holds @ telling) / most / book.lengths**_LENGTH_PENALTY
            pointing: Floats | float = 0.0
            if self._pointer is not None and middle is not None:
                pointing = self._pointer.cosines(source, middle) / _TELLING_BONUS
            worth = _TELLING_BONUS * (share + pointing) + _EDGE_BONUS * book.edges
            for at in np.lexsort((np.arange(len(worth)), -np.round(worth, 6)))[:_PER_SOURCE].tolist():
                stems = book.sets[at]
                found = _Candidate(book.phrases[at].text, stems, round(float(worth[at]), 6), book.phrases[at].edges)
                if stems not in best or (-found.worth, found.name) < (-best[stems].worth, best[stems].name):
                    best[stems] = found
        covered = _with_cover(words, list(best.values()))
        ranked = sorted(covered, key=lambda each: (-each.worth, len(each.name), each.name))
        kept = [each._replace(name=_presented(each.name, corpus.casing)) for each in ranked[:_KEPT]]
        return kept or [
            _Candidate(_presented(shortened(corpus.texts[row]), corpus.casing), frozenset(), 0.0, 2)
            for row in words.rows[:_SOURCES].tolist()
            if corpus.texts[row].strip()
        ]

    def _sources(self, words: GroupWords, middle: Floats | None) -> NDArray[np.intp]:
        """The answers of a group that say what it is about: telling words, few others, close to its middle."""
        rows = words.rows
        if len(rows) <= _SOURCES:
            return rows
        lengths = np.maximum(1, np.bincount(words.owner, minlength=len(rows)))
        told = np.bincount(words.owner, weights=words.telling[words.place], minlength=len(rows))
        worth = told / np.sqrt(lengths)
        worth = worth / (worth.max() or 1.0)
        if self._directions is not None and middle is not None:
            worth = worth + self._directions.cosines(rows, middle)
        return rows[np.lexsort((rows, -np.round(worth, 6)))[:_SOURCES]]


def _with_cover(words: GroupWords, candidates: list[_Candidate]) -> list[_Candidate]:
    """The candidates with a bonus for the share of the members that hold all words of the phrase."""
    stems = sorted({stem for each in candidates for stem in each.stems})
    if not stems:
        return candidates
    column = {stem: at for at, stem in enumerate(stems)}
    holds = np.zeros((len(candidates), len(stems)), dtype=np.float32)
    for row, each in enumerate(candidates):
        holds[row, [column[stem] for stem in each.stems]] = 1.0
    column_of = np.full(len(words.stems), -1)
    column_of[np.searchsorted(words.stems, stems)] = np.arange(len(stems))
    columns = column_of[words.place]
    inside = np.zeros((len(words.rows), len(stems)), dtype=np.float32)
    inside[words.owner[columns >= 0], columns[columns >= 0]] = 1.0
    cover = (inside @ holds.T == holds.sum(axis=1)).mean(axis=0)
    return [
        each._replace(worth=round(each.worth + _COVER_BONUS * share, 6), cover=share)
        for each, share in zip(candidates, cover.tolist(), strict=True)
    ]


def _encoded(shortlists: list[list[_Candidate]], middles: list[Floats], encode: Encode) -> list[list[_Candidate]]:
    """The shortlists with their first phrases ranked by the cosine of their own vectors to the middle of the group."""
    texts = sorted({each.name for shortlist in shortlists for each in shortlist[:_SHORTLIST]})
    places = {text: at for at, text in enumerate(texts)}
    vectors = unit(np.asarray(encode(texts), dtype=np.float64))
    ranked = []
    for shortlist, middle in zip(shortlists, middles, strict=True):
        head = [
            (-round(float(vectors[places[each.name]] @ middle) + _bonus(each), 6), each.name, each)
            for each in shortlist[:_SHORTLIST]
        ]
        ranked.append([each for _, _, each in sorted(head, key=lambda entry: entry[:2])] + shortlist[_SHORTLIST:])
    return ranked


def _bonus(candidate: _Candidate) -> float:
    return _EDGE_BONUS * candidate.edges + _ENCODED_COVER * candidate.cover


def _keywords(corpus: Corpus, words: GroupWords) -> tuple[str, ...]:
    ranked = np.argsort(-words.ctfidf, kind="stable")[:_KEYWORDS]
    return tuple(corpus.surfaces[words.stems[at]] for at in ranked.tolist() if words.ctfidf[at] > 0)


def _chosen(shortlists: list[list[_Candidate]], keywords: list[tuple[str, ...]], order: list[int]) -> list[str]:
    """One name per group, larger groups first: the best whose words no other group's name has."""
    names = [""] * len(shortlists)
    taken_names: set[str] = set()
    taken_stems: set[frozenset[int]] = set()
    for group in order:
        chosen = next((each for each in shortlists[group] if _is_free(each, taken_names, taken_stems)), None)
        names[group] = chosen.name if chosen else _qualified(shortlists[group], keywords[group], taken_names)
        taken_names.add(normalise(names[group]))
        if chosen:
            taken_stems.add(chosen.stems)
    return names


def _is_free(candidate: _Candidate, names: set[str], stems: set[frozenset[int]]) -> bool:
    return not (candidate.stems and candidate.stems in stems) and normalise(candidate.name) not in names


def _qualified(shortlist: list[_Candidate], keywords: tuple[str, ...], taken: set[str]) -> str:
    """The best name with a keyword or a number behind it, when other groups have every name on the list."""
    base = shortlist[0].name if shortlist else "…"
    with_keyword = [f"{base} ({word})" for word in keywords if len(base) + len(word) + 3 <= MAX_NAME]
    numbered = [f"{base[: MAX_NAME - 8]} ({number})" for number in range(2, len(taken) + 3)]
    return next(name for name in with_keyword + numbered if normalise(name) not in taken)


def _presented(phrase: str, casing: Mapping[str, str]) -> str:
    """A phrase on one line, capitals as most people write them, and one at the start."""
    line = TOKEN.sub(lambda match: casing.get(match.group().casefold(), match.group()), " ".join(phrase.split()))
    line = _SLIP.sub(lambda match: match.group().capitalize(), line)
    if line.isupper() and " " in line:
        line = line.lower()
    return line[:1].upper() + line[1:]
