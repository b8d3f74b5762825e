"""Quotes proposed for a group: typical, different from one another, short enough to print, exact.

The quotes are chosen one by one so that every member of the group has one close by (greedy facility location:
Nemhauser, Wolsey and Fisher 1978), with a preference for the typical, for whole sentences and for a length that reads
well. What this is worth beside the answers nearest to the centre stands in
``docs/decisions/0012-names-and-quotes.md``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final

import numpy as np

from coding.analysis.directions import Directions, Floats, Indexes
from coding.analysis.encoder import Vectors
from coding.analysis.personal_data import find_personal_data
from coding.analysis.words import TOKEN
from coding.domain.answers import has_content, normalise
from coding.domain.segments import Span

MAX_QUOTE: Final = 240  # characters
_SHORT: Final = 60  # characters
_POOL: Final = 200  # candidates; and members that the quotes are held against
_ENOUGH_WORDS: Final = 3
_TYPICALITY: Final = 0.25  # weight of being typical against covering the members
_SENTENCE_END: Final = re.compile(r"""[.!?…]["'”’)]?(?=\s|$)""")
_LAST_SIGN: Final = re.compile(r"""[.!?]["'”’)]?$""")
_WORD_END: Final = re.compile(r"\S(?=\s)")


class QuoteReason(StrEnum):
    """Why a quote is proposed."""

    TYPICAL = "typical"
    SHORT = "short"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class QuoteProposal:
    """The member of the group that is quoted, the words to print, and why."""

    index: int
    span: Span
    reason: QuoteReason


def propose_quotes(
    verbatims: Sequence[str], spans: Sequence[Span | None], vectors: Vectors, k: int = 4
) -> tuple[QuoteProposal, ...]:
    """Up to ``k`` quotes for the group with these members, the most typical first.

    ``verbatims`` are the members' whole answers, ``spans`` the segment of each that belongs to the group (None for
    the whole answer), ``vectors`` the encoder's vectors of those segments, of shape (n_members, d). A quote is a
    segment or, if that is longer than 240 characters, its first sentences. No two quotes are alike after normalising;
    quotes with personal data are proposed only if there are no others. Row order changes nothing but the indices.
    Raises ValueError if the parameters differ in length or ``k`` is negative.
    """
    if not len(verbatims) == len(spans) == len(vectors) or k < 0:
        raise ValueError("The parameters of propose_quotes must have one entry per member, and k must not be negative.")
    return QuoteFinder(verbatims, spans, vectors).quotes(range(len(verbatims)), k)


class QuoteFinder:
    """Finds quotes for groups of the same segments, which may overlap; see ``propose_quotes``.

    ``row[i]`` is the row of ``vectors`` that belongs to segment i; without it segment i has row i.
    """

    def __init__(
        self,
        verbatims: Sequence[str],
        spans: Sequence[Span | None],
        vectors: Vectors,
        row: Indexes | None = None,
    ) -> None:
        whole = (span or Span(0, len(verbatim)) for verbatim, span in zip(verbatims, spans, strict=True))
        self._spans = [_printable(verbatim, span) for verbatim, span in zip(verbatims, whole, strict=True)]
        self._words = [span.of(verbatim) for verbatim, span in zip(verbatims, self._spans, strict=True)]
        self._directions = Directions(vectors, np.arange(len(verbatims)) if row is None else row)
        forms: dict[str, int] = {}
        # Segments with equal numbers say the same; -1 marks those with nothing to print.
        self._form = np.array(
            [forms.setdefault(normalise(words), len(forms)) if has_content(words) else -1 for words in self._words],
            dtype=np.intp,
        )
        self._readability = np.array([_readability(words) for words in self._words])
        self._order = _ranks([(verbatim, span or Span(0, 0)) for verbatim, span in zip(verbatims, spans, strict=True)])
        self._alphabet = _ranks(list(zip(self._words, verbatims, strict=True)))
        self._personal: dict[int, bool] = {}

    def quotes(self, members: Sequence[int], k: int = 4) -> tuple[QuoteProposal, ...]:
        """Up to ``k`` quotes for the group of these segments, the most typical first."""
        rows = np.asarray(members, dtype=np.intp)
        candidates = self._candidates(rows)
        if not len(candidates) or k == 0:
            return ()
        ordered = rows[np.argsort(self._order[rows])]
        typicality = self._directions.cosines(candidates, self._directions.middle(ordered)).round(6)
        fitness = typicality + self._readability[candidates]
        ranked = np.lexsort((self._alphabet[candidates], -fitness.round(6)))
        pool = self._without_personal_data(candidates, ranked, k)
        step = -(-len(ordered) // _POOL)
        chosen = _cover(self._directions.of(ordered[::step]), self._directions.of(candidates[pool]), fitness[pool], k)
        picks = candidates[pool][chosen].tolist()
        reasons = _reasons([self._words[at] for at in picks])
        return tuple(QuoteProposal(at, self._spans[at], reason) for at, reason in zip(picks, reasons, strict=True))

    def _candidates(self, rows: Indexes) -> Indexes:
        """Members with something to print; of those that say the same, the one first in the alphabet."""
        found = rows[self._form[rows] >= 0]
        found = found[np.argsort(self._alphabet[found])]
        return found[np.unique(self._form[found], return_index=True)[1]]

    def _without_personal_data(self, candidates: Indexes, ranked: Indexes, k: int) -> list[int]:
        """Places of the best candidates without personal data; those with it only if there are no others."""
        clean: list[int] = []
        marked: list[int] = []
        for place, at in zip(ranked.tolist(), candidates[ranked].tolist(), strict=True):
            if at not in self._personal:
                self._personal[at] = bool(find_personal_data(self._words[at]))
            (marked if self._personal[at] else clean).append(place)
            if len(clean) == _POOL:
                break
        return clean or marked[:k]


def _ranks(keys: Sequence[tuple[str, Span | str]]) -> Indexes:
    """The place of each key among all keys in order; of equal ones the first comes first."""
    ranks = np.empty(len(keys), dtype=np.intp)
    ranks[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
    return ranks


def _printable(verbatim: str, span: Span) -> Span:
    """``span`` without white space at its ends; if too long, its first sentences, or words, that fit."""
    words = span.of(verbatim)
    start = span.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if end - start <= MAX_QUOTE:
        return Span(start, end)
    limit = start + MAX_QUOTE
    for boundary in (_SENTENCE_END, _WORD_END):
        ends = [match.end() for match in boundary.finditer(verbatim, start, limit + 1) if match.end() <= limit]
        if ends:
            return Span(start, ends[-1])
    return Span(start, limit)


def _readability(quote: str) -> float:
    """A bonus or malus, in units of cosine, for how well a quote reads in print."""
    length, words = len(quote), len(list(islice(TOKEN.finditer(quote), _ENOUGH_WORDS)))
    is_sentence = quote[:1].isupper() and bool(_LAST_SIGN.search(quote))
    malus = (
        0.05 * (words < _ENOUGH_WORDS)
        + 0.05 * (length > 160)
        + 0.05 * (length >= MAX_QUOTE - 5)
        + 0.03 * quote.isupper()
    )
    return 0.03 * is_sentence - malus - 0.2 * (words == 0)


def _cover(members: Floats, pool: Floats, fitness: Floats, k: int) -> list[int]:
    """Places in ``pool``, chosen greedily for how close they bring the members to a quote."""
    similarity = members @ pool.T
    covered = np.full(len(members), -1.0)
    chosen: list[int] = []
    for _ in range(min(k, len(pool))):
        closer = np.maximum(similarity, covered[:, None]).sum(axis=0) / len(members)
        worth = (closer + _TYPICALITY * fitness).round(6)
        worth[chosen] = -np.inf
        chosen.append(int(worth.argmax()))
        covered = np.maximum(covered, similarity[:, chosen[-1]])
    return chosen


def _reasons(quotes: list[str]) -> list[QuoteReason]:
    reasons = [QuoteReason.TYPICAL]
    for quote in quotes[1:]:
        is_short = len(quote) <= _SHORT < len(quotes[0])
        reasons.append(QuoteReason.SHORT if is_short else QuoteReason.DIFFERENT)
    return reasons
