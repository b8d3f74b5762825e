"""Where one argument ends and the next begins inside an answer.

The rules look at signs first (line breaks, bullets, numbers, semicolons, sentence ends), which mean the same in every
language, and only then at words, in Dutch and English: short items strung together with commas, slashes, plus signs
or "en"/"and". They are conservative: a clause is never cut, and a fragment without content of its own stays with its
neighbour. What the choices are worth on coded answers stands in ``docs/decisions/0011-segmentation.md``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from coding.analysis.segment_items import items_of
from coding.analysis.segment_shield import shielded
from coding.analysis.words import is_function_word, tokens
from coding.domain.answers import AnswerKind, has_content, kind_of
from coding.domain.segments import Span

_HARD_BREAK: Final = re.compile(
    r"""
    [\r\n\u2028\u2029\x0b\x0c]\s*        # a new line
    | ;(?![()DPp|/\\-])                  # a semicolon that is no smiley
    | //+ | \\\\+ | \|+                  # as interviewers type between two remarks
    | (?:^|(?<=\s))[•·‣▪►●◦✓✔➢](?=\s|\w) # a bullet
    """,
    re.VERBOSE,
)
_MAY_CUT: Final = re.compile(r"[^\w \t'’\"“”]|\b(?:en|and)\b", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(
    r"""(?<![.!?])(?:[.!?]+|…)["'”’)\]]*\s+(?=\S)|(?<=[^\W\d_]{3})[.!?](?=[A-ZÀ-Þ][^\W\d_])"""
)
_LINE_BULLET: Final = re.compile(r"(?:[-–—*•·‣▪►●◦✓✔➢>+]|o(?=\s))+\s*")
_NUMBER: Final = re.compile(r"(?:^|(?<=[\s,;.]))\(?(?:(\d{1,2})|([a-h]))(?:[.)]|\s?-)(?=\s+\S|[^\W\d_])")
_SOFT_WRAP: Final = 60  # characters: a line this long that goes on in lower case was broken by an e-mail program
_SHORT_WORD: Final = 3  # letters
_HEAD: Final = 6  # letters of a word that stand for its stem, in any language
_EDGE: Final = " \t\r\n\x0b\x0c\u00a0\u2028\u2029\ufeff,;|/\\•·‣▪►●◦✓✔➢"

# A sentence that starts so goes on about the argument of the sentence before it.
_CONTINUES: Final = re.compile(
    r"""(?:want|omdat|doordat|daardoor|daarom|hierdoor|dus|zodat|waardoor|waarbij|maar|echter|bijvoorbeeld|bijv|bv|
    zoals|zo|als|tenzij|wanneer|die|dit|dat|deze|het|ze|zij|hij|dan|anders|kortom|vandaar|oftewel|namelijk|
    met\ name|denk\ aan|alsof|terwijl|because|so|therefore|thus|hence|but|however|this|that|it|they|these|those|
    which|he|she|for\ example|for\ instance|e\.g|i\.e|then|otherwise|if|unless|when|such|like|especially|since|
    although)\b""",
    re.VERBOSE | re.IGNORECASE,
)


def segment(verbatim: str) -> tuple[Span, ...]:
    """The spans of ``verbatim`` that each carry one argument, in order, without overlap.

    Spans are trimmed of white space and separators. Every word of the verbatim is in exactly one span, apart from
    bullets, item numbers and the conjunction between two items. An answer with one argument gives one span that covers
    its trimmed text; a blank gives none.
    """
    whole = _trimmed(verbatim, 0, len(verbatim), " \t\r\n\x0b\x0c\u00a0\u2028\u2029\ufeff")
    if whole is None:
        return ()
    if not has_content(verbatim):
        return ()
    if not _MAY_CUT.search(verbatim, whole.start, whole.end - 1):
        return (whole,)  # most answers; the last sign of an answer cuts nothing
    shield = shielded(verbatim)
    sentences = (
        sentence for line in _split_hard(verbatim, whole, shield) for sentence in _sentences(verbatim, line, shield)
    )
    found = [item for sentence in sentences for item in items_of(verbatim, sentence, shield)]
    spans = _joined(verbatim, found) if len(found) > 1 else ()
    return spans if len(spans) > 1 else (whole,)


def _trimmed(verbatim: str, start: int, end: int, edge: str = _EDGE) -> Span | None:
    while start < end and (verbatim[start] in edge or verbatim[start].isspace()):
        start += 1
    while start < end and (verbatim[end - 1] in edge or verbatim[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else None


def _split_hard(verbatim: str, whole: Span, shield: bytearray) -> Iterator[Span]:
    """The lines and listed points of an answer."""
    breaks = _HARD_BREAK.finditer(verbatim, whole.start, whole.end)
    cuts = [found.span() for found in breaks if not shield[found.start()] and not _is_soft_wrap(verbatim, found)]
    cuts.extend(_numbering(verbatim, whole, shield))
    start = whole.start
    for cut_start, cut_end in sorted(cuts):
        if cut_start >= start:
            yield from _without_bullet(verbatim, start, cut_start)
        start = max(start, cut_end)
    yield from _without_bullet(verbatim, start, whole.end)


def _without_bullet(verbatim: str, start: int, end: int) -> Iterator[Span]:
    span = _trimmed(verbatim, start, end)
    if span is None:
        return
    bullet = _LINE_BULLET.match(verbatim, span.start, span.end)
    if bullet and bullet.end() < span.end and not verbatim[bullet.end()].isdigit():
        span = Span(bullet.end(), span.end)
    yield span


def _is_soft_wrap(verbatim: str, match: re.Match[str]) -> bool:
    if "\n" not in match.group() or match.group().count("\n") > 1 or match.end() >= len(verbatim):
        return False
    line_start = verbatim.rfind("\n", 0, match.start()) + 1
    return match.start() - line_start >= _SOFT_WRAP and verbatim[match.end()].islower()


def _numbering(verbatim: str, whole: Span, shield: bytearray) -> list[tuple[int, int]]:
    """The item numbers of a list "1. … 2. …", "a) … b) …", if they count on from the first."""
    found: list[tuple[int, int]] = []
    expected = 1
    for match in _NUMBER.finditer(verbatim, whole.start, whole.end):
        number = int(match[1]) if match[1] else ord(match[2]) - ord("a") + 1
        if number == expected and not shield[match.start()]:
            found.append(match.span())
            expected += 1
    return found if len(found) > 1 else []


def _sentences(verbatim: str, line: Span, shield: bytearray) -> Iterator[Span]:
    """The sentences of a line; one that goes on about the same thing stays with the one before it."""
    starts = [line.start]
    for found in _SENTENCE_END.finditer(verbatim, line.start, line.end):
        begins_anew = not shield[found.start()] and not _CONTINUES.match(verbatim, found.end())
        starts.extend([found.end()] if begins_anew else [])
    current: Span | None = None
    for start, end in zip(starts, [*starts[1:], line.end], strict=True):
        span = _trimmed(verbatim, start, end)
        if span is None:
            continue
        if current is not None and _shares_words(current.of(verbatim), span.of(verbatim)):
            span = Span(current.start, span.end)
        elif current is not None:
            yield current
        current = span
    if current is not None:
        yield current


def _shares_words(first: str, second: str) -> bool:
    """Whether two sentences have a word of content in common, its ending aside."""
    return not _content_heads(first).isdisjoint(_content_heads(second))


def _content_heads(text: str) -> set[str]:
    return {word[:_HEAD] for word in tokens(text) if len(word) > _SHORT_WORD and not is_function_word(word)}


def _joined(verbatim: str, pieces: list[Span]) -> tuple[Span, ...]:
    """Pieces, with those that carry no content of their own joined to the one before, or else to the one after."""
    joined: list[Span] = []
    lead: int | None = None
    for piece in pieces:
        if _stands_alone(piece.of(verbatim)):
            joined.append(Span(piece.start if lead is None else lead, piece.end))
            lead = None
        elif joined and not piece.of(verbatim).endswith(":"):
            joined[-1] = Span(joined[-1].start, piece.end)
        elif lead is None:
            lead = piece.start
    if lead is not None and joined:
        joined[-1] = Span(joined[-1].start, pieces[-1].end)
    return tuple(joined)


def _stands_alone(text: str) -> bool:
    if text.endswith(":") or kind_of(text) is not AnswerKind.ANSWER:
        return False
    words = tokens(text)
    return not words or not all(map(is_function_word, words))


def span_at(spans: tuple[Span, ...], offset: int) -> Span | None:
    """The span of ``spans`` (as ``segment`` gives them) that covers ``offset``."""
    at = bisect_right(spans, (offset, float("inf"))) - 1
    return spans[at] if at >= 0 and spans[at].start <= offset < spans[at].end else None
