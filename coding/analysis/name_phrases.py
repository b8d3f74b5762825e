"""Phrases out of an answer that can stand as the name of a group."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from coding.analysis.words import TOKEN, is_function_word, is_negation, word_set

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


class Phrase(NamedTuple):
    """A phrase as written, the places of its words of content among those of its answer, and how whole it is."""

    text: str
    content: tuple[int, ...]
    edges: int  # how many of its two ends, 0 to 2, are an end of a clause too


def phrases_of(answer: str) -> tuple[Phrase, ...]:
    """The phrases of an answer of at most nine words and sixty characters that begin and end well, in order."""
    words = [match for match, _ in zip(TOKEN.finditer(answer), range(_MAX_SOURCE), strict=False)]
    lower = [match.group().casefold() for match in words]
    joined = [_GAP.fullmatch(answer, a.end(), b.start()) is not None for a, b in pairwise(words)]
    places = _content_places(lower)
    found = []
    for first in range(len(words)):
        if not _begins_well(lower[first]) or any(map(is_negation, lower[max(0, first - 2) : first])):
            continue  # "niet | open genoeg" says the opposite without its first word
        begins_clause = first == 0 or not joined[first - 1] or lower[first - 1] in _CLAUSE_EDGE
        for last in range(first, min(len(words), first + _MAX_WORDS)):
            too_long = words[last].end() - words[first].start() > MAX_NAME
            if too_long or (last > first and not joined[last - 1]):
                break
            denied_next = last + 1 < len(words) and is_negation(lower[last + 1])
            if denied_next or not _ends_well(lower[last], alone=first == last):
                continue
            ends_clause = last == len(words) - 1 or not joined[last] or lower[last + 1] in _CLAUSE_EDGE
            content = tuple(range(places[first], places[last + 1]))
            text = answer[words[first].start() : words[last].end()]
            found.append(Phrase(text, content, begins_clause + ends_clause))
    return tuple(found)


def _content_places(lower: list[str]) -> list[int]:
    """How many words of content come before each word, and before the end."""
    places = [0]
    for token in lower:
        places.append(places[-1] + (not is_function_word(token)))
    return places


def _begins_well(token: str) -> bool:
    return token in _BEGIN or not is_function_word(token)


def _ends_well(token: str, alone: bool) -> bool:
    return not is_function_word(token) and token not in _ANNOUNCE and not (alone and is_negation(token))


def shortened(text: str) -> str:
    """``text`` on one line, cut after a word so that it fits a name."""
    line = " ".join(text.split())
    if len(line) <= MAX_NAME:
        return line
    head = line[: MAX_NAME - 1]
    return (head[: head.rfind(" ")] if " " in head.strip() else head).rstrip(" ,;:.-") + "…"
