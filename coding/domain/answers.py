"""What an answer is: blank, a non-answer or something to code; and when two answers are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final, NamedTuple

from coding.domain.non_answers import FILLERS, PHRASES

_INVISIBLE: Final = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufe0e\ufe0f\ufeff]")
_SUPERSCRIPT: Final = re.compile("[⁰¹²³⁴-⁹]")
_PLAIN_SIGNS: Final = str.maketrans(
    {**dict.fromkeys("‘’‚‛`´ʼ", "'"), **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‐‑‒–—―", "-")}
)
_LEADING: Final = re.compile(r"""^(?:[.,;!'"*•·…_\s]|:(?![()D/|*-])|-+(?![\d(]))+""")
_TRAILING: Final = ".,;:!'\"*•·…_- "
_WRAPPED: Final = re.compile(r"^(?:\(([^()]*)\)|\[([^\[\]]*)\])$")

_EMOTICON: Final = re.compile(r"[:;=8xX][-o']?[()DdPp|/\\\[\]*]|[()][:;=]|<3|:'\(|\^_*\^")
_SHORT_FORM: Final = re.compile(r"(?<![^\W_])([^\W\d_])\s?[./]\s?(?=[^\W\d_](?![^\W_]))")
_TOKEN: Final = re.compile(r"\w+")
_REPEATED: Final = re.compile(r"([^\W\d_])\1{2,}|x+", re.IGNORECASE)
_KEYBOARD: Final = re.compile(r"(?:asdf|qwert|qsdf|azerty|sdfg|dfgh|fghj|ghjk|hjkl|zxcv|xcvb|cvbn|wxcv)\w*")
_NO_VOWELS: Final = re.compile(r"[bcdfghjklmnpqrstvwxz]{7,}")

_LONGEST_NON_ANSWER: Final = 120  # characters: longer answers say something
_FUZZY_LENGTH: Final = 8  # letters: shorter phrases are one letter away from too many other words
_AFFIRMING: Final = frozenset({"een", "één", "a", "an", "one", "wel", "do", "have", "some"})


class AnswerKind(StrEnum):
    """Whether there is anything to code in a verbatim."""

    BLANK = "blank"
    NON_ANSWER = "non_answer"
    ANSWER = "answer"


@lru_cache(maxsize=65536)
def normalise(text: str) -> str:
    """The form in which two answers are compared: equal forms are one decision.

    Unicode compatibility form (NFKC), case-folded, white space collapsed, typographic quotes and dashes made plain,
    punctuation around the answer dropped. Deliberately kept, because they can change what is meant: digits, accents,
    question marks, signs such as ``+ % € #``, a minus before a digit, superscripts (as ``^2``), emoji, every script.
    An answer of punctuation alone stays as it is. Idempotent.
    """
    current = _normalise_once(text)
    if text.isascii() and current[:1].isalnum() and current[-1:].isalnum():
        return current  # nothing is left to drop
    while (again := _normalise_once(current)) != current:
        current = again
    return current


def forget_texts() -> None:
    """Forget the texts that were read lately: after somebody is erased, none may stay in memory."""
    normalise.cache_clear()
    _label.cache_clear()


def _normalise_once(text: str) -> str:
    if text.isascii():  # most answers; the long way round gives the same
        text = " ".join(text.lower().replace("`", "'").split())
    else:
        text = _SUPERSCRIPT.sub(lambda match: "^" + unicodedata.normalize("NFKC", match.group()), text)
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
        text = " ".join(_INVISIBLE.sub("", text).translate(_PLAIN_SIGNS).split())
    bare = (text if text[:1].isalnum() else _LEADING.sub("", text)).rstrip(_TRAILING)
    if bare[:1] in ("(", "[") and (wrapped := _WRAPPED.match(bare)):
        bare = wrapped[1] if wrapped[1] is not None else wrapped[2]
    return bare.strip() or text


def kind_of(verbatim: str, extra: Collection[str] = ()) -> AnswerKind:
    """Whether ``verbatim`` is blank, says nothing that can be coded, or is an answer.

    A non-answer consists of nothing but phrases that say so, in Dutch or English, one after the other ("nee, geen idee
    hoor"), of punctuation, or of keys pressed at random. "Nee, want …" is an answer. ``extra`` holds the researcher's
    own non-answers, compared in their normalised form.
    """
    if not has_content(verbatim):
        return AnswerKind.BLANK
    return AnswerKind.ANSWER if _label(verbatim, frozenset(extra)) is None else AnswerKind.NON_ANSWER


def has_content(text: str) -> bool:
    """Whether ``text`` holds at least one character that can be seen."""
    return text[:1].isalnum() or any(
        unicodedata.category(char)[0] not in "ZC" and not _INVISIBLE.match(char) for char in text
    )


def non_answer_label(verbatim: str, extra: Collection[str] = ()) -> str:
    """The form under which a non-answer is counted, such as "Nee", "Weet ik niet", "N.v.t." or "Don't know".

    Raises ValueError if ``verbatim`` is not a non-answer.
    """
    label = _label(verbatim, frozenset(extra)) if has_content(verbatim) else None
    if label is None:
        raise ValueError("The 'verbatim' parameter of non_answer_label must be a non-answer.")
    return label


@lru_cache(maxsize=65536)
def _label(verbatim: str, extra: frozenset[str]) -> str | None:
    if len(verbatim) > _LONGEST_NON_ANSWER:
        return None
    plain = normalise(verbatim)
    for phrase in sorted(extra):
        if plain == normalise(phrase):
            return phrase.strip()[:1].upper() + phrase.strip()[1:]
    tokens = _tokens(plain)
    if not tokens:
        return _label_of_signs(verbatim)
    fillers = _phrase_book().fillers
    labels = _labels_in(tokens) or _labels_in(tuple(token for token in tokens if (token,) not in fillers))
    if labels:
        return min(labels, key=_rank().__getitem__)
    return _label_of_one_typo(tokens) or ("xxx" if _is_noise(tokens) else None)


def _tokens(plain: str) -> tuple[str, ...]:
    closed_up = _SHORT_FORM.sub(r"\1", plain.replace("'", ""))
    return tuple(_TOKEN.findall(closed_up.replace("_", " ")))


def _label_of_signs(verbatim: str) -> str | None:
    """The label of an answer without letters or digits: emoji and signs mean something, punctuation does not."""
    if _EMOTICON.search(verbatim) or any(unicodedata.category(char)[0] in "SM" for char in verbatim):
        return None
    return "?" if "?" in verbatim else "-"


def _labels_in(tokens: tuple[str, ...]) -> frozenset[str]:
    """The labels of the phrases that ``tokens`` consists of, fillers aside; none if words are left over."""
    phrases, fillers, vocabulary, longest = _phrase_book()
    if not vocabulary.issuperset(tokens):
        return frozenset()
    best: list[tuple[int, frozenset[str]] | None] = [(0, frozenset())] + [None] * len(tokens)
    for end in range(1, len(tokens) + 1):
        readings = []
        for start in range(max(0, end - longest), end):
            before, words = best[start], tokens[start:end]
            if before is None:
                continue
            if words in phrases:
                readings.append((before[0] + 1, before[1] | {phrases[words]}))
            if words in fillers:
                readings.append(before)
        best[end] = min(readings, key=lambda reading: (not reading[1], reading[0], sorted(reading[1])), default=None)
    complete = best[-1]
    return complete[1] if complete is not None else frozenset()


def _label_of_one_typo(tokens: tuple[str, ...]) -> str | None:
    """The label of a longer phrase that is one letter away ("geen idde"), unless the words affirm ("een idee")."""
    squashed = "".join(tokens)
    if len(squashed) < _FUZZY_LENGTH or _AFFIRMING.intersection(tokens):
        return None
    for phrase, label in _squashed_phrases(squashed[0]):
        if abs(len(phrase) - len(squashed)) <= 1 and _within_one_edit(phrase, squashed):
            return label
    return None


def _within_one_edit(first: str, second: str) -> bool:
    """Whether one insertion, deletion, replacement or swap of neighbours makes the two strings equal."""
    if len(first) > len(second):
        first, second = second, first
    at = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), len(first))
    if len(first) < len(second):
        return first[at:] == second[at + 1 :]
    swapped = first[:at] + first[at : at + 2][::-1] + first[at + 2 :]
    return first[at + 1 :] == second[at + 1 :] or swapped == second


def _is_noise(tokens: tuple[str, ...]) -> bool:
    return all(
        _REPEATED.fullmatch(token) or _KEYBOARD.fullmatch(token) or _NO_VOWELS.fullmatch(token) for token in tokens
    )


class _PhraseBook(NamedTuple):
    phrases: dict[tuple[str, ...], str]
    fillers: frozenset[tuple[str, ...]]
    vocabulary: frozenset[str]
    longest: int  # words


@cache
def _phrase_book() -> _PhraseBook:
    phrases = {tuple(phrase.split()): label for label, line in PHRASES.items() for phrase in line.split("|")}
    fillers = frozenset(tuple(filler.split()) for filler in FILLERS.split("|"))
    vocabulary = frozenset(word for words in (*phrases, *fillers) for word in words)
    return _PhraseBook(phrases, fillers, vocabulary, max(map(len, (*phrases, *fillers))))


@cache
def _rank() -> dict[str, int]:
    return {label: rank for rank, label in enumerate(PHRASES)}


@cache
def _squashed_phrases(first_letter: str) -> tuple[tuple[str, str], ...]:
    squashed = (("".join(words), label) for words, label in _phrase_book().phrases.items())
    return tuple((text, label) for text, label in squashed if len(text) >= _FUZZY_LENGTH and text[0] == first_letter)
