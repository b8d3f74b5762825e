"""Phrases that can name groups, and what each is worth as the name of which: for many groups at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final, NamedTuple

import numpy as np

from coding.analysis.directions import Floats, Indexes
from coding.analysis.name_corpus import Corpus, GroupWords, Pointer, distinct, spread
from coding.analysis.name_phrases import Phrases, phrases_in

_PER_SOURCE: Final = 5  # phrases of one answer that are kept
EDGE_BONUS: Final = 0.06  # per end of a phrase that is an end of a clause, in units of cosine
_TELLING_BONUS: Final = 0.05  # for the most telling words of the group, in units of cosine
_COVER_BONUS: Final = 0.1  # for a phrase whose words all members have, in units of cosine
_LENGTH_PENALTY: Final = 0.2  # exponent of the number of words that the weights of a phrase are divided by


class Candidate(NamedTuple):
    """A phrase, its stems, what it is worth as a name, and how many of its two ends are ends of a clause."""

    name: str
    stems: frozenset[int]
    worth: float
    edges: int
    cover: float = 0.0  # share of the members that hold all words of the phrase


class _Held(NamedTuple):
    """The phrases of the answers ``rows``, and the different stems of each: those of phrase p are
    ``stem[edge[p]:edge[p + 1]]``.
    """

    rows: Indexes
    phrases: Phrases
    stem: Indexes
    edge: Indexes


def candidates(
    corpus: Corpus,
    groups: Sequence[GroupWords],
    sources: Sequence[Indexes],
    pointer: Pointer | None,
    middles: Floats,
) -> list[list[Candidate]]:
    """The phrases of each group's ``sources``, a few per answer, the best first.

    ``middles``: the directions of the groups, shape (groups, d), to hold against what ``pointer`` knows.
    """
    held = _held(corpus, np.unique(np.concatenate(sources)))
    group_of = np.repeat(np.arange(len(groups)), [len(rows) for rows in sources])
    row = np.searchsorted(held.rows, np.concatenate(sources))
    bounds = np.searchsorted(held.phrases.answer, np.arange(len(held.rows) + 1))
    source, phrase = spread(bounds[row], np.diff(bounds)[row])
    group = group_of[source]
    worth = _worth(corpus, held, groups, group, phrase)
    if pointer is not None:
        worth += _pointing(held, pointer, middles, group, phrase)
    worth = (worth + EDGE_BONUS * held.phrases.edges[phrase]).round(6)
    order = np.lexsort((-worth, source))
    kept = order[np.arange(len(order)) - np.searchsorted(source, source) < _PER_SOURCE]
    found = _without_doubles(corpus, held, len(groups), group[kept], phrase[kept], worth[kept])
    return [_with_cover(words, each) for words, each in zip(groups, found, strict=True)]


def _held(corpus: Corpus, rows: Indexes) -> _Held:
    at = rows.tolist()
    phrases = phrases_in([corpus.texts[row] for row in at])
    content = [corpus.content[row] for row in at]
    begin = np.cumsum([0, *map(len, content)])
    stems = np.fromiter(chain.from_iterable(content), dtype=np.intp, count=int(begin[-1]))
    phrase, word = spread(begin[phrases.answer] + phrases.first, phrases.last - phrases.first)
    pairs = np.sort(phrase * len(corpus.total) + stems[word], kind="stable")
    phrase, stem = np.divmod(pairs[np.diff(pairs, prepend=-1) > 0], len(corpus.total))
    return _Held(rows, phrases, stem, np.searchsorted(phrase, np.arange(len(phrases.answer) + 1)))


def _worth(corpus: Corpus, held: _Held, groups: Sequence[GroupWords], group: Indexes, phrase: Indexes) -> Floats:
    """How telling the words of each phrase are for its group, per word and next to its most telling ones."""
    item, at = spread(held.edge[phrase], np.diff(held.edge)[phrase])
    known = np.concatenate([i * len(corpus.total) + words.stems for i, words in enumerate(groups)])
    place = np.searchsorted(known, group[item] * len(corpus.total) + held.stem[at])
    telling = np.concatenate([words.telling for words in groups])[place]
    most = np.array([words.telling.max(initial=0.0) or 1.0 for words in groups])
    told = np.bincount(item, weights=telling, minlength=len(phrase))
    return np.asarray(_TELLING_BONUS * told / most[group] / np.diff(held.edge)[phrase] ** _LENGTH_PENALTY)


def _pointing(held: _Held, pointer: Pointer, middles: Floats, group: Indexes, phrase: Indexes) -> Floats:
    """Cosine of where each phrase points to the middle of its group."""
    stems, column = distinct(held.stem, held.stem.max(initial=-1) + 1)
    item, at = spread(held.edge[phrase], np.diff(held.edge)[phrase])
    towards = pointer.towards(stems, middles)[column[at], group[item]]
    reach = np.bincount(item, weights=towards, minlength=len(phrase))
    return np.asarray(reach / pointer.lengths(held.stem, held.edge)[phrase])


def _without_doubles(
    corpus: Corpus, held: _Held, groups: int, group: Indexes, phrase: Indexes, worth: Floats
) -> list[list[Candidate]]:
    """The candidates of each group; of those with the same stems the one worth most."""
    found: list[dict[frozenset[int], Candidate]] = [{} for _ in range(groups)]
    texts = [corpus.texts[row] for row in held.rows.tolist()]
    stem, phrases = held.stem.tolist(), held.phrases
    columns = phrases.answer, phrases.start, phrases.end, phrases.edges, held.edge[:-1], held.edge[1:]
    kept = zip(group.tolist(), worth.tolist(), *(column[phrase].tolist() for column in columns), strict=True)
    for of, value, answer, start, end, edges, first, last in kept:
        stems = frozenset(stem[first:last])
        new, best = Candidate(texts[answer][start:end], stems, value, edges), found[of].get(stems)
        if best is None or (-new.worth, new.name) < (-best.worth, best.name):
            found[of][stems] = new
    return [list(each.values()) for each in found]


def _with_cover(words: GroupWords, found: list[Candidate]) -> list[Candidate]:
    """The candidates, the best first, with a bonus for the share of the members that hold all words of the phrase."""
    if not found:
        return []
    owner = np.repeat(np.arange(len(found)), [len(each.stems) for each in found])
    held = np.fromiter(chain.from_iterable(each.stems for each in found), dtype=np.intp, count=len(owner))
    places, column = distinct(np.searchsorted(words.stems, held), len(words.stems))
    holds = np.zeros((len(found), len(places)), dtype=np.float32)
    holds[owner, column] = 1.0
    column_of = np.full(len(words.stems), -1)
    column_of[places] = np.arange(len(places))
    columns = column_of[words.place]
    inside = np.zeros((len(words.rows), len(places)), dtype=np.float32)
    inside[words.owner[columns >= 0], columns[columns >= 0]] = 1.0
    cover = (inside @ holds.T == holds.sum(axis=1)).sum(axis=0) / len(words.rows)
    covered = [
        Candidate(name, stems, round(worth + _COVER_BONUS * share, 6), edges, share)
        for (name, stems, worth, edges, _), share in zip(found, cover.tolist(), strict=True)
    ]
    return sorted(covered, key=lambda each: (-each.worth, len(each.name), each.name))
