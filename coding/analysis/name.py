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
from functools import cache, partial
from typing import Final

import numpy as np

from coding.analysis.directions import Directions, Floats, Indexes, unit
from coding.analysis.encoder import Vectors
from coding.analysis.name_candidates import EDGE_BONUS, Candidate, candidates
from coding.analysis.name_corpus import Corpus, GroupWords, Pointer, corpus_of, group_words, words_per_group
from coding.analysis.name_phrases import MAX_NAME, shortened
from coding.analysis.words import TOKEN, Language
from coding.domain.answers import normalise

_KEYWORDS: Final = 5
_SOURCES: Final = 8  # answers of a group that phrases are taken from
_KEPT: Final = 40  # phrases of a group to choose from when other groups have the best
_SHORTLIST: Final = 8  # phrases of a group that are encoded, if there is an encoder
_ENCODED_COVER: Final = 0.25  # the same where phrases are encoded: short phrases that all share need it more
_GROUPS_AT_ONCE: Final = 32  # groups whose phrases are weighed together; all at once would fill the memory

_SLIP: Final = re.compile(r"\b[^\W\d_a-zà-ÿ]{2}[a-zà-ÿ]{3,}\b")  # "TWeede"

Encode = Callable[[list[str]], Vectors]
Present = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class GroupName:
    """A proposed name of at most sixty characters, unique among the groups named with it, and up to five keywords."""

    name: str
    keywords: tuple[str, ...]


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
        self._corpus = corpus_of(texts, language)
        self._directions = self._inside = self._pointer = None
        if vectors is not None and texts:
            self._directions = Directions(vectors, np.array([first[text] for text in texts], dtype=np.intp))
            self._inside = self._directions.among_themselves()
            self._pointer = Pointer(self._corpus, self._inside)
        self._presented = cache(partial(_presented, casing=self._corpus.casing))

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
        middles = _middles(self._inside, members)
        usual = words_per_group(self._corpus, members)
        shortlists: list[list[Candidate]] = []
        keywords: list[tuple[str, ...]] = []
        for start in range(0, len(members), _GROUPS_AT_ONCE):
            some = slice(start, start + _GROUPS_AT_ONCE)
            words = [group_words(self._corpus, rows, usual) for rows in members[some]]
            shortlists += self._shortlists(words, middles[some])
            keywords += [_keywords(self._corpus, each) for each in words]
        if encode is not None and self._directions is not None:
            shortlists = _encoded(shortlists, _middles(self._directions, members), encode, self._presented)
        order = sorted(range(len(members)), key=lambda group: (-len(members[group]), members[group].tolist()))
        names = _chosen(shortlists, keywords, order, self._presented)
        return [GroupName(name, words) for name, words in zip(names, keywords, strict=True)]

    def _shortlists(self, words: Sequence[GroupWords], middles: Floats) -> list[list[Candidate]]:
        """Phrases from each group's most telling answers, best first."""
        sources = [self._sources(each, middle) for each, middle in zip(words, middles, strict=True)]
        found = candidates(self._corpus, words, sources, self._pointer, middles)
        return [phrases[:_KEPT] or self._whole(rows) for rows, phrases in zip(sources, found, strict=True)]

    def _whole(self, rows: Indexes) -> list[Candidate]:
        """Answers as they are, for a group without a single phrase."""
        texts = [self._corpus.texts[row] for row in rows.tolist()]
        return [Candidate(shortened(text), frozenset(), 0.0, 2) for text in texts if text.strip()]

    def _sources(self, words: GroupWords, middle: Floats) -> Indexes:
        """The answers of a group that say what it is about: telling words, few others, close to its middle."""
        rows = words.rows
        if len(rows) <= _SOURCES:
            return rows
        lengths = np.maximum(1, np.bincount(words.owner, minlength=len(rows)))
        told = np.bincount(words.owner, weights=words.telling[words.place], minlength=len(rows))
        worth = told / np.sqrt(lengths)
        worth = worth / (worth.max() or 1.0)
        if self._inside is not None:
            worth = worth + self._inside.cosines(rows, middle)
        return rows[np.lexsort((rows, -np.round(worth, 6)))[:_SOURCES]]


def _middles(directions: Directions | None, groups: Sequence[Indexes]) -> Floats:
    """The unit vector towards the middle of each group, shape (groups, d)."""
    if directions is None:
        return np.zeros((len(groups), 0))
    return np.stack([directions.middle(rows) for rows in groups])


def _encoded(
    shortlists: list[list[Candidate]], middles: Floats, encode: Encode, presented: Present
) -> list[list[Candidate]]:
    """The shortlists with their first phrases ranked by the cosine of their own vectors to the middle of the group."""
    texts = sorted({presented(each.name) for shortlist in shortlists for each in shortlist[:_SHORTLIST]})
    places = {text: at for at, text in enumerate(texts)}
    vectors = unit(np.asarray(encode(texts), dtype=np.float64))
    ranked = []
    for shortlist, middle in zip(shortlists, middles, strict=True):
        head = [
            (-round(float(vectors[places[name]] @ middle) + _bonus(each), 6), name, each)
            for name, each in ((presented(each.name), each) for each in shortlist[:_SHORTLIST])
        ]
        ranked.append([each for _, _, each in sorted(head, key=lambda entry: entry[:2])] + shortlist[_SHORTLIST:])
    return ranked


def _bonus(candidate: Candidate) -> float:
    return EDGE_BONUS * candidate.edges + _ENCODED_COVER * candidate.cover


def _keywords(corpus: Corpus, words: GroupWords) -> tuple[str, ...]:
    ranked = np.argsort(-words.ctfidf, kind="stable")[:_KEYWORDS]
    return tuple(corpus.surfaces[words.stems[at]] for at in ranked.tolist() if words.ctfidf[at] > 0)


def _chosen(
    shortlists: list[list[Candidate]], keywords: list[tuple[str, ...]], order: list[int], presented: Present
) -> list[str]:
    """One name per group, larger groups first: the best whose words no other group's name has."""
    names = [""] * len(shortlists)
    bases = [presented(shortlist[0].name) if shortlist else "…" for shortlist in shortlists]
    taken_names: set[str] = set()
    taken_stems: set[frozenset[int]] = set()
    for group in order:
        shown = ((presented(each.name), each.stems) for each in shortlists[group])
        chosen = next((each for each in shown if _is_free(*each, taken_names, taken_stems)), None)
        names[group] = chosen[0] if chosen else _qualified(bases[group], keywords[group], taken_names)
        taken_names.add(normalise(names[group]))
        if chosen:
            taken_stems.add(chosen[1])
    return names


def _is_free(name: str, stems: frozenset[int], taken_names: set[str], taken_stems: set[frozenset[int]]) -> bool:
    return not (stems and stems in taken_stems) and normalise(name) not in taken_names


def _qualified(base: str, keywords: tuple[str, ...], taken: set[str]) -> str:
    """The best name with a keyword or a number behind it, when other groups have every name on the list."""
    with_keyword = [f"{base} ({word})" for word in keywords if len(base) + len(word) + 3 <= MAX_NAME]
    numbered = [f"{base[: MAX_NAME - 8]} ({number})" for number in range(2, len(taken) + 3)]
    return next(name for name in with_keyword + numbered if normalise(name) not in taken)


def _presented(phrase: str, casing: Mapping[str, str]) -> str:
    """A phrase on one line, capitals as most people write them, and one at the start."""
    line = " ".join(phrase.split())
    if casing:
        line = TOKEN.sub(lambda match: casing.get(match.group().casefold(), match.group()), line)
    if not line.islower():
        line = _SLIP.sub(lambda match: match.group().capitalize(), line)
        if line.isupper() and " " in line:
            line = line.lower()
    return line[:1].upper() + line[1:]
