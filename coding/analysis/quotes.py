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
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.encoder import Vectors
from coding.analysis.personal_data import find_personal_data
from coding.analysis.words import tokens
from coding.domain.answers import AnswerKind, kind_of, normalise
from coding.domain.segments import Span

MAX_QUOTE: Final = 240  # characters
_SHORT: Final = 60  # characters
_POOL: Final = 200  # candidates; and members that the quotes are held against
_TYPICALITY: Final = 0.25  # weight of being typical against covering the members
_SENTENCE_END: Final = re.compile(r"""[.!?…]["'”’)]?(?=\s|$)""")
_WORD_END: Final = re.compile(r"\S(?=\s)")

Floats = NDArray[np.float64]


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
    candidates = _candidates(verbatims, spans)
    if not candidates or k == 0:
        return ()
    unit = _unit(np.asarray(vectors, dtype=np.float64))
    order = sorted(range(len(verbatims)), key=lambda at: (verbatims[at], spans[at] or Span(0, 0)))
    centre = _unit(unit[order].mean(axis=0, keepdims=True))[0]
    typicality = np.round(unit @ centre, 6)
    fitness = {at: float(typicality[at]) + _readability(span.of(verbatims[at])) for at, span in candidates.items()}
    ranked = sorted(candidates, key=lambda at: (-round(fitness[at], 6), candidates[at].of(verbatims[at])))
    pool = _without_personal_data(verbatims, candidates, ranked, k)
    step = -(-len(order) // _POOL)
    chosen = _cover(unit[order[::step]], unit[pool], np.array([fitness[at] for at in pool]), k)
    picks = [pool[at] for at in chosen]
    reasons = _reasons([candidates[at].of(verbatims[at]) for at in picks])
    return tuple(QuoteProposal(at, candidates[at], reason) for at, reason in zip(picks, reasons, strict=True))


def _candidates(verbatims: Sequence[str], spans: Sequence[Span | None]) -> dict[int, Span]:
    """Members with something to print, and what; of members that say the same, the one first in the alphabet."""
    best: dict[str, tuple[str, str, int, Span]] = {}
    for at, (verbatim, span) in enumerate(zip(verbatims, spans, strict=True)):
        quote = _printable(verbatim, span or Span(0, len(verbatim)))
        words = quote.of(verbatim)
        if kind_of(words) is AnswerKind.BLANK:
            continue
        entry = (words, verbatim, at, quote)
        key = normalise(words)
        if key not in best or entry < best[key]:
            best[key] = entry
    return {at: quote for _, _, at, quote in best.values()}


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
    length, words = len(quote), len(tokens(quote))
    is_sentence = quote[:1].isupper() and bool(re.search(r"""[.!?]["'”’)]?$""", quote))
    malus = 0.05 * (words < 3) + 0.05 * (length > 160) + 0.05 * (length >= MAX_QUOTE - 5) + 0.03 * quote.isupper()
    return 0.03 * is_sentence - malus - 0.2 * (words == 0)


def _without_personal_data(
    verbatims: Sequence[str], candidates: dict[int, Span], ranked: list[int], k: int
) -> list[int]:
    """The best candidates without personal data; those with it only if there are fewer than ``k`` others."""
    clean: list[int] = []
    marked: list[int] = []
    for at in ranked:
        (marked if find_personal_data(candidates[at].of(verbatims[at])) else clean).append(at)
        if len(clean) == _POOL:
            break
    return clean or marked[:k]


def _cover(members: Floats, pool: Floats, fitness: Floats, k: int) -> list[int]:
    """Places in ``pool``, chosen greedily for how close they bring the members to a quote."""
    similarity = members @ pool.T
    covered = np.full(len(members), -1.0)
    chosen: list[int] = []
    for _ in range(min(k, len(pool))):
        closer = np.maximum(similarity, covered[:, None]).mean(axis=0)
        worth = np.round(closer + _TYPICALITY * fitness, 6)
        worth[chosen] = -np.inf
        chosen.append(int(np.argmax(worth)))
        covered = np.maximum(covered, similarity[:, chosen[-1]])
    return chosen


def _reasons(quotes: list[str]) -> list[QuoteReason]:
    reasons = [QuoteReason.TYPICAL]
    for quote in quotes[1:]:
        is_short = len(quote) <= _SHORT < len(quotes[0])
        reasons.append(QuoteReason.SHORT if is_short else QuoteReason.DIFFERENT)
    return reasons


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12))
