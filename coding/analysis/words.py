"""Words: tokens, function words and stems of Dutch and English, shared by segmenting, naming and quoting.

The function words are lists of our own: the well-known lists for English also hold "work", "help", "information",
"state" and other words that are arguments in a survey.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain
from typing import Final, Literal

import snowballstemmer

Language = Literal["nl", "en"]

# Letters, digits, and the signs that hold a word together: "co-ouders", "don't", "5G", "A+".
TOKEN: Final = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*[+#]*", re.UNICODE)


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as one string."""
    return frozenset(words.split())


_DUTCH: Final = word_set(
    """
    de het een 't 'n der den des dit dat deze die zo'n zulke ik je jij u hij zij ze wij we jullie hen hun mij me jou
    hem haar ons onze mijn jouw uw zijn zich men er iets iemand ben bent is was waren wordt worden werd werden heb
    hebt heeft hebben had hadden zal zul zult zullen zou zouden kan kun kunt kunnen kon konden mag mogen moet moeten
    moest wil willen wilde gaat gaan ging doet doen deed gedaan geweest en of maar want dus noch als dan toen omdat
    doordat zodat terwijl hoewel indien tenzij zodra voordat nadat aan achter bij binnen boven buiten door in langs
    met na naar naast om onder op over per rond sinds te ten ter tegen tijdens tot tussen uit van vanaf vanuit
    vanwege via volgens voor wegens zonder daar daarom daardoor daarin daarmee daarbij daarvan daarvoor daarna
    daarnaast hier hierdoor hierin hiermee hierbij hiervan hiervoor waar waarom waardoor waarin waarbij waarmee
    waarvan waarvoor waarop wie wat welke hoe wanneer alsjeblieft alstublieft graag ook nog al toch wel nu eens even
    zelf juist alleen vooral namelijk bijvoorbeeld bijv bv etc enz enzovoort zoals heel erg zeer echt eigenlijk
    gewoon steeds altijd vaak soms weer zo te heen toe af ja je m'n z'n d'r dr ie
    """
)
_ENGLISH: Final = word_set(
    """
    the a an this that these those such i you he she it we they me him her us them my your his its our their mine
    yours theirs myself yourself itself themselves one ones someone something anyone anything am is are was were be
    been being has have had having do does did doing done can could will would shall should may might must get gets
    got i'm i've it's that's they're we're you're there's and or but if then than because so as while although
    though since until unless of in on at to from by for with about into onto over under up down out off through
    between against during without within per via around there here where when why how who whom whose which what
    please thanks thank also just only very really too even still again already ever else etc eg ie e.g i.e such
    like own same both each
    """
)
_NEGATIONS: Final = word_set(
    """
    niet geen nooit niets niks niemand zonder nee no not never nothing nobody without none
    """
)


def tokens(text: str) -> tuple[str, ...]:
    """The words of ``text`` in lower case, in order."""
    return tuple(map(str.casefold, TOKEN.findall(text)))


def is_function_word(token: str) -> bool:
    """Whether a lower-case token carries no content of its own in Dutch or English."""
    return token in _function_words()


def is_negation(token: str) -> bool:
    """Whether a lower-case token denies: "geen", "never"."""
    return token in _NEGATIONS or token.endswith(("n't", "n’t"))


@cache
def _function_words() -> frozenset[str]:
    return (_DUTCH | _ENGLISH) - _NEGATIONS


def language_of(texts: tuple[str, ...] | list[str]) -> Language:
    """Dutch or English, whichever language's function words occur more often; Dutch when neither does."""
    return language_of_words(Counter(chain.from_iterable(map(TOKEN.findall, texts))))


def language_of_words(counts: Mapping[str, int]) -> Language:
    """``language_of`` texts in which words, as they were typed, occur so often."""
    dutch = english = 0
    for form, times in counts.items():
        word = form.casefold()
        dutch += times * (word in _DUTCH)
        english += times * (word in _ENGLISH)
    return "en" if english > dutch else "nl"


def stem(token: str, language: Language) -> str:
    """The Snowball stem of a lower-case token (Porter 1980; the Dutch one by Porter 2002); numbers have no endings."""
    return token if token.isdigit() else _stem_of_word(token, language)


@lru_cache(maxsize=200_000)
def _stem_of_word(token: str, language: Language) -> str:
    return str(_stemmer(language).stemWord(token))


class Stems(dict[str, str]):
    """The stem of each word as it was typed, "" for function words; filled as words are asked for."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, form: str) -> str:
        token = form.casefold()
        found = "" if is_function_word(token) else stem(token, self._language)
        return self.setdefault(form, found)


@cache
def _stemmer(language: Language) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("dutch" if language == "nl" else "english")
