"""Phrases out of an answer that can stand as the name of a group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from coding.analysis.directions import Indexes
from coding.analysis.words import TOKEN, is_function_word, is_negation, word_set

Number = TypeVar("Number", bound=np.generic)

MAX_NAME: Final = 60  # characters
_MAX_WORDS: Final = 9
_MAX_SOURCE: Final = 60  # words of an answer that are looked at
_GAP: Final = re.compile(r"[ \t\u00a0]+|[/'’-]|[ \t]?&[ \t]?")  # what may stand between two words of one phrase

# Words that cannot end a name, though they carry content: they announce what comes next.
_ANNOUNCE: Final = word_set(
    """
    meer minder veel weinig zonder elke elk ieder iedere alle sommige andere ander vele meneer mevrouw vind vindt denk
    more less many much fewer some any every all other another without most think thinks feel believe
    """
)
_BEGIN: Final = word_set("te too zelf own")  # function words that can begin a name
_CLAUSE_EDGE: Final = word_set(
    "because and but so that which when since if as omdat en maar want dat die zodat als doordat"
)


# What a word is, or may do in a name.
_FUNCTION: Final = 1
_DENIES: Final = 2
_BEGINS: Final = 4
_ENDS: Final = 8
_EDGE: Final = 16
_APART: Final = 2  # empty places behind each answer, so that no word has words of another answer next to it


class Phrases(NamedTuple):
    """Phrases of some answers, answer by answer, in the order of their words; every field has shape (n_phrases,)."""

    answer: Indexes  # place of the answer
    start: Indexes  # first character in the answer
    end: Indexes  # the character after its last
    first: Indexes  # first of its words of content, among those of the answer
    last: Indexes  # the word of content after its last
    edges: Indexes  # how many of its two ends, 0 to 2, are an end of a clause too


def phrases_in(answers: Sequence[str]) -> Phrases:
    """The phrases of at most nine words and sixty characters that begin and end well and hold a word of content."""
    words = _words_in(answers)
    denies = words.bits & _DENIES > 0
    before, after = _moved(words.bits, 1), _moved(words.bits, -1)
    # "niet | open genoeg" says the opposite without its first word.
    open_from = (words.bits & _BEGINS > 0) & ~_moved(denies, 1) & ~_moved(denies, 2)
    ends = (words.bits & _ENDS > 0) & (after & _DENIES == 0)
    found = []
    for more in range(_MAX_WORDS):
        first = np.flatnonzero(open_from)
        if not len(first) and more:
            break  # no answer has so many words
        last = first + more
        good = ends[last] & (words.end[last] - words.start[first] <= MAX_NAME)
        good &= (words.content[last + 1] > words.content[first]) & (more > 0 or ~denies[first])
        found.append(np.stack([first[good], last[good]]))
        open_from &= _moved(words.joined, -more)
    first, last = np.concatenate(found, axis=1)
    order = np.lexsort((last, first))
    first, last = first[order], last[order]
    begins_clause = ~_moved(words.joined, 1) | (before & _EDGE > 0)
    ends_clause = ~words.joined | (after & _EDGE > 0)
    edges = begins_clause[first].astype(np.intp) + ends_clause[last]
    answer = words.answer[first]
    earlier = words.content[np.searchsorted(words.answer, answer)]
    content = words.content[first] - earlier, words.content[last + 1] - earlier
    return Phrases(answer, words.start[first], words.end[last], *content, edges)


class _Words(NamedTuple):
    """The words of some answers one after the other, with ``_APART`` empty places behind each answer."""

    answer: Indexes
    start: Indexes
    end: Indexes
    bits: Indexes
    joined: NDArray[np.bool_]  # whether the word and the next can stand in one phrase
    content: Indexes  # how many words of content come before; one entry more than the others


def _words_in(answers: Sequence[str]) -> _Words:
    places: list[tuple[int, int]] = []
    bits: list[int] = []
    joined: list[bool] = []
    lengths = []
    for answer in answers:
        words = [match.span() for match in islice(TOKEN.finditer(answer), _MAX_SOURCE)]
        places += words + [(0, 0)] * _APART
        bits += [_bits(answer[start:end]) for start, end in words] + [_FUNCTION] * _APART
        joined += [_is_gap(answer[end:start]) for (_, end), (start, _) in pairwise(words)]
        joined += [False] * (_APART + bool(words))
        lengths.append(len(words) + _APART)
    starts, ends = np.array(places, dtype=np.intp).reshape(-1, 2).T
    kinds = np.array(bits, dtype=np.intp)
    return _Words(
        np.repeat(np.arange(len(lengths)), lengths),
        starts,
        ends,
        kinds,
        np.array(joined, dtype=np.bool_),
        np.cumsum(np.r_[0, kinds & _FUNCTION == 0]),
    )


@lru_cache(maxsize=200_000)
def _bits(form: str) -> int:
    """What a word is or may do in a name."""
    token = form.casefold()
    function, denies = is_function_word(token), is_negation(token)
    begins, ends = not function or token in _BEGIN, not function and token not in _ANNOUNCE
    edge = token in _CLAUSE_EDGE
    return _FUNCTION * function + _DENIES * denies + _BEGINS * begins + _ENDS * ends + _EDGE * edge


@lru_cache(maxsize=4096)
def _is_gap(between: str) -> bool:
    return _GAP.fullmatch(between) is not None


def _moved(values: NDArray[Number], by: int) -> NDArray[Number]:
    """``values`` moved so many places up, or down if ``by`` is negative; zeros come in."""
    zeros = np.zeros(min(abs(by), len(values)), dtype=values.dtype)
    return np.concatenate([zeros, values[:-by]] if by > 0 else [values[-by:], zeros])


def shortened(text: str) -> str:
    """``text`` on one line, cut after a word so that it fits a name."""
    line = " ".join(text.split())
    if len(line) <= MAX_NAME:
        return line
    head = line[: MAX_NAME - 1]
    return (head[: head.rfind(" ")] if " " in head.strip() else head).rstrip(" ,;:.-") + "…"
