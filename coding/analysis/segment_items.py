"""Short items strung together in one sentence: "meer tijd, training en lef"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from coding.analysis.words import tokens, word_set
from coding.domain.segments import Span

_SEPARATOR: Final = re.compile(
    r"""
    ,\s*(?:(?:en|and|&)\s+(?:ook\s+|also\s+)?)?(?=\S)   # a comma, with or without the conjunction
    | (?<=\s)/\s*(?=\S) | /\s+(?=\S) | (?<=\w)/(?=\w)
    | (?<=\s)\+\s*(?=\S) | \+\s+(?=\S) | (?<=[^\W\d_]{3})\+(?=[^\W\d_]{3})
    | (?<=\s)[-–—]\s+(?=\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CONJUNCTION: Final = re.compile(r"(?<=\s)(?:en|and|&)\s+(?:ook\s+|also\s+)?(?=\S)", re.IGNORECASE)

_ITEM: Final = 5  # words in an item of a list
_LEAD: Final = 8  # words in the first item, which may hold the beginning of the sentence
_PAIR: Final = 3  # words on either side of a lone "en"
_COMMA_PAIR: Final = 4  # words on either side of a lone comma

_ARTICLES: Final = word_set("de het een 't 'n the a an")
# Words that show a clause, not an item.
_CLAUSE: Final = word_set(
    """
    dat die wat omdat want doordat zodat waardoor waarbij als toen terwijl hoewel indien dus maar of ik je jij u hij
    ze zij we wij jullie men er is zijn was waren wordt worden werd heb hebben heeft had kan kunnen moet moeten mag
    mogen wil willen zal zou zouden gaat gaan doet komt staat blijft zoals bijvoorbeeld namelijk om te that which
    who because when if while although so but or i you he she it we they there is are was were be been has have had
    can could will would should must may do does did don't like such to
    """
)
# A second item that starts so explains or contrasts the first instead of adding to it.
_NO_ITEM_START: Final = word_set(
    """
    maar want dus zoals bijvoorbeeld bijv vooral met name namelijk niet ook of zonder behalve mits zeker zelfs door
    omdat but like such especially not also or without except even because particularly specifically i.e e.g namely
    including
    """
)
_PREPOSITIONS: Final = word_set(
    """
    in op met naar tegen over voor bij onder uit tussen aan door om rond van of for with to from between against
    about on at by
    """
)
_BOTH: Final = word_set("tussen zowel between both")
# Endings of words that lean on a noun: "economic and social policy". Dutch ones end in -e, as does the word after "en".
_ENGLISH_ADJECTIVE: Final = re.compile(r".{2,}(?:al|ic|ive|ous|ful|less|ed|able|ible|ary)$")
_IDIOMS: Final = frozenset(
    {
        ("open", "eerlijk"), ("eerlijk", "open"), ("normen", "waarden"), ("kosten", "baten"), ("vraag", "antwoord"),
        ("vraag", "aanbod"), ("doen", "laten"), ("gas", "licht"), ("rust", "regelmaat"), ("arm", "rijk"),
        ("jong", "oud"), ("voor", "tegen"), ("in", "uit"), ("af", "toe"), ("kort", "krachtig"), ("helder", "duidelijk"),
        ("duidelijk", "helder"), ("law", "order"), ("supply", "demand"), ("pros", "cons"), ("old", "new"),
        ("honest", "open"), ("clear", "simple"), ("open", "honest"), ("rich", "poor"), ("men", "women"),
        ("meer", "meer"), ("keer", "keer"), ("steeds", "steeds"), ("over", "over"), ("health", "safety"), ("nu", "dan"),
        ("haves", "nots"), ("hele", "hele"), ("zus", "zo"), ("man", "vrouw"), ("mannen", "vrouwen"), ("young", "old"),
    }
)  # fmt: skip


class _Part(NamedTuple):
    span: Span
    words: tuple[str, ...]


def items_of(verbatim: str, sentence: Span, shield: bytearray) -> tuple[Span, ...]:
    """The items of ``sentence`` if it is a list of short items, else ``sentence`` itself."""
    parts = _parts(verbatim, sentence, _SEPARATOR, shield)
    if len(parts) == 1:
        pair = _parts(verbatim, sentence, _CONJUNCTION, shield)
        return tuple(part.span for part in pair) if len(pair) == 2 and _is_pair(verbatim, pair) else (sentence,)
    last = _parts(verbatim, parts[-1].span, _CONJUNCTION, shield)
    if len(last) == 2 and all(len(part.words) <= _ITEM for part in last) and len(last[0].words) > 0:
        parts = [*parts[:-1], *last]
    is_list = _is_list(parts) if len(parts) > 2 else _is_comma_pair(verbatim, parts)
    return tuple(part.span for part in parts) if is_list else (sentence,)


def _parts(verbatim: str, sentence: Span, separator: re.Pattern[str], shield: bytearray) -> list[_Part]:
    parts, start = [], sentence.start
    for match in separator.finditer(verbatim, sentence.start, sentence.end):
        if shield[match.start()] or match.start() <= start or match.end() >= sentence.end:
            continue
        end = match.start() - (len(verbatim[start : match.start()]) - len(verbatim[start : match.start()].rstrip()))
        parts.append(Span(start, end))
        start = match.end()
    parts.append(Span(start, sentence.end))
    return [_Part(span, tokens(span.of(verbatim))) for span in parts]


def _is_list(parts: list[_Part]) -> bool:
    """Three or more short items; the first may hold the beginning of the sentence, the last its end."""
    first, *middle, last = parts
    return (
        0 < len(first.words) <= _LEAD
        and 0 < len(last.words) <= _LEAD
        and last.words[0] not in _NO_ITEM_START
        and all(0 < len(part.words) <= _ITEM and not _CLAUSE.intersection(part.words) for part in middle)
        and not any(part.words[0] in _NO_ITEM_START for part in middle)
    )


def _is_comma_pair(verbatim: str, parts: list[_Part]) -> bool:
    first, second = parts
    between = verbatim[first.span.end : second.span.start]
    if between == "/" and len(first.words) == len(second.words) == 1:
        return False  # "transparantie/openheid": two words for one thing
    return (
        0 < len(first.words) <= _COMMA_PAIR
        and 0 < len(second.words) <= _COMMA_PAIR
        and not _CLAUSE.intersection(first.words + second.words)
        and second.words[0] not in _NO_ITEM_START
        and not _shares_noun(first, second, between)
    )


def _is_pair(verbatim: str, parts: list[_Part]) -> bool:
    """ "corona en toeslagen": two short items that do not lean on each other."""
    first, second = parts
    if not (0 < len(first.words) <= _PAIR and 0 < len(second.words) <= _PAIR):
        return False
    words = first.words + second.words
    if first.span.of(verbatim).endswith("-") or _CLAUSE.intersection(words) or _BOTH.intersection(words):
        return False
    if (first.words[-1], second.words[0]) in _IDIOMS or second.words[0] in _NO_ITEM_START:
        return False
    between = verbatim[first.span.end : second.span.start]
    return not _shares_noun(first, second, between) and not _shares_preposition(first, second)


def _shares_noun(first: _Part, second: _Part, between: str) -> bool:
    """ "sociale en economische problemen", "een open, eerlijke overheid": two adjectives, one noun."""
    if len(second.words) < 2:
        return False
    alone, head = first.words[-1], second.words[0]
    if first.words[0] in _ARTICLES and head not in _ARTICLES:
        return len(first.words) == 2
    if len(first.words) > 1 or head in _ARTICLES:
        return False
    both = (alone, head)
    return (
        all(word.endswith("en") for word in both)
        or all(word.endswith("e") for word in both)
        or (between.strip().casefold() != "en" and bool(_ENGLISH_ADJECTIVE.match(alone)))
    )


def _shares_preposition(first: _Part, second: _Part) -> bool:
    """ "oorlog in Irak en Iran": the second place belongs to the preposition of the first."""
    return len(second.words) == 1 and len(first.words) > 1 and first.words[-2] in _PREPOSITIONS
