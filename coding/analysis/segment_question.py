"""Cuts that only show when all answers to a question are read together.

People who type on a phone leave out commas: "corona toeslagenaffaire". Whoever reads the other answers knows that
these are two things, since many name the one or the other alone. ``segment_question`` uses the same evidence: an item
is known when it stands alone, as a whole answer or as an item of a list, in several different answers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, islice, pairwise, permutations, takewhile
from typing import Final, NamedTuple

from coding.analysis.segment import segment
from coding.analysis.words import TOKEN, Stems, is_negation, language_of_words, word_set
from coding.domain.answers import normalise
from coding.domain.segments import Span

_KNOWN: Final = 2  # different answers in which an item must stand alone
_LONGEST: Final = 3  # words of content in an item
_ENTIRE: Final = 8  # words of content in a run of items without signs between them
# What may stand between the items of such a run; a preposition or pronoun would make one item of two.
_GLUE: Final = word_set("de het een en ook & the a an and also")
_CONJUNCTIONS: Final = frozenset({"en", "and"})
_CONJUNCTION: Final = re.compile(r"(?<![^\W_])(?:en|and)(?![^\W_])", re.IGNORECASE)

Item = tuple[str, ...]


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    stem: str  # empty for function words


class _Evidence(NamedTuple):
    known: frozenset[Item]
    listed_together: frozenset[tuple[Item, Item]]


def segment_question(verbatims: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
    """The segments of every answer to one question, as ``segment`` gives them, cut further where known items meet.

    Takes verbatims in any order, with repeats; gives one tuple of spans per verbatim, in the same order. The segments
    of an answer depend on the set of different answers alone, not on their order or number.
    """
    distinct = sorted(set(verbatims))
    words = [TOKEN.findall(verbatim) for verbatim in distinct]
    stems = Stems(language_of_words(Counter(chain.from_iterable(words))))
    read = {verbatim: _read(verbatim, found, stems) for verbatim, found in zip(distinct, words, strict=True)}
    evidence = _evidence(read)
    cut = {
        verbatim: tuple(part for span, item in found for part in _cut(verbatim, span, item, stems, evidence))
        for verbatim, found in read.items()
    }
    return tuple(cut[verbatim] for verbatim in verbatims)


def _read(verbatim: str, words: Sequence[str], stems: Stems) -> list[tuple[Span, Item]]:
    """The segments of an answer with these words, and what each is about."""
    spans = segment(verbatim)
    if len(spans) == 1:
        return [(spans[0], _item(words, stems))]  # most answers
    return [(span, _item(TOKEN.findall(verbatim, span.start, span.end), stems)) for span in spans]


def _evidence(read: Mapping[str, list[tuple[Span, Item]]]) -> _Evidence:
    """Which short items stand alone in several different answers, and which two ever stand side by side, cut apart.

    Two words in either order are side by side as well ("zorg corona", "corona zorg"); a name or a compound is not.
    """
    answers: dict[str, dict[Item, None]] = {}
    for verbatim, found in read.items():
        answers.setdefault(normalise(verbatim), {}).update((item, None) for _, item in found if item)
    support = Counter(item for items in answers.values() for item in items if len(item) <= _LONGEST)
    together = {pair for items in answers.values() if len(items) <= _ENTIRE for pair in permutations(items, 2)}
    for item in support:
        for at in range(1, len(item)):
            if item[at:] + item[:at] in support:
                together |= {(item[:at], item[at:]), (item[at:], item[:at])}
    known = frozenset(item for item, count in support.items() if count >= _KNOWN)
    return _Evidence(known, frozenset(together))


def _item(words: Sequence[str], stems: Stems) -> Item:
    return tuple(filter(None, map(stems.__getitem__, words)))


def _may_cut(verbatim: str, span: Span, item: Item, evidence: _Evidence) -> bool:
    """Whether a known item begins the span, or a conjunction may stand between two: without either nothing is cut."""
    if 2 <= len(item) <= _ENTIRE and any(item[:length] in evidence.known for length in range(1, _LONGEST + 1)):
        return True
    return bool(evidence.known) and _CONJUNCTION.search(verbatim, span.start, span.end) is not None


def _cut(verbatim: str, span: Span, item: Item, stems: Stems, evidence: _Evidence) -> tuple[Span, ...]:
    if not _may_cut(verbatim, span, item, evidence):
        return (span,)
    found = TOKEN.finditer(verbatim, span.start, span.end)
    words = [_Word(*match.span(), match.group().casefold(), stems[match.group()]) for match in found]
    starts = _run_of_items(words, evidence) or _conjunctions(words, evidence.known)
    if not starts:
        return (span,)
    parts = []
    for first, last in pairwise([0, *starts, len(words)]):
        inner = first + (words[first].text in _CONJUNCTIONS)
        end = words[last - 1].end if last < len(words) else span.end
        parts.append(Span(words[inner].start if first else span.start, end))
    return tuple(parts)


def _run_of_items(words: list[_Word], evidence: _Evidence) -> list[int]:
    """The places where items begin, if ``words`` is nothing but known items that are also listed together; else none.

    Of several readings the one with the fewest items counts, so that a known whole is never cut.
    """
    content = [at for at, word in enumerate(words) if word.stem]
    if not 2 <= len(content) <= _ENTIRE or any(is_negation(word.text) for word in words):
        return []
    if any(not word.stem and word.text not in _GLUE for word in words[content[0] :]):
        return []
    entire = tuple(word.stem for word in words if word.stem)
    best: list[list[int] | None] = [[0]] + [None] * len(content)
    for end in range(1, len(content) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before, current = best[start], best[end]
            if before is None or entire[start:end] not in evidence.known:
                continue
            if current is None or len(before) + 1 < len(current):
                best[end] = [*before, end]
    edges = best[-1]
    if edges is None or len(edges) < 3:
        return []
    items = [entire[first:last] for first, last in pairwise(edges)]
    if not all(pair in evidence.listed_together for pair in pairwise(items)):
        return []
    return [_after_gap(words, content[edge]) for edge in edges[1:-1]]


def _after_gap(words: list[_Word], at: int) -> int:
    """The first of the function words that lead up to the word at ``at``: an item takes its article along."""
    while not words[at - 1].stem:
        at -= 1
    return at


def _conjunctions(words: list[_Word], known: frozenset[Item]) -> list[int]:
    """The places of "en"/"and" between an ending and a beginning that are both known items, but not one together."""
    starts = []
    for at, word in enumerate(words):
        if word.text not in _CONJUNCTIONS or not 0 < at < len(words) - 1:
            continue
        before = tuple(word.stem for word in words[:at] if word.stem)[-_LONGEST:]
        after = tuple(islice((word.stem for word in words[at + 1 :] if word.stem), _LONGEST))
        ending = next((before[i:] for i in range(len(before)) if before[i:] in known), None)
        beginning = next((after[:i] for i in range(len(after), 0, -1) if after[:i] in known), None)
        leads_up = [later.text for later in takewhile(lambda later: not later.stem, words[at + 1 :])]
        if not _GLUE.issuperset(leads_up):
            continue
        if ending and beginning and ending != beginning and (*ending, *beginning) not in known:
            starts.append(at)
    return starts
