"""For and against: answers that say the opposite of the same thing do not share a group.

To an encoder "more parking" and "less parking" are close, since nearly all words are the same. Answers that take
opposite sides in words (more and less, for and against, good and bad, clear and unclear) *about the same thing* are
told apart here, by short lists for Dutch and English. What words do not show is left alone: a side that is only
implied, and a wish against a complaint ("more time", "no time"), which is one argument.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from coding.analysis.cluster import Labels
from coding.analysis.represent import Points
from coding.analysis.words import is_function_word, is_negation, tokens, word_set

FEWEST: Final = 2
"""Answers on each side from which a group is taken apart; a single dissenter may be a slip of the pen."""
_SUBJECT: Final = (
    5  # letters by which content words are compared: parkeren, parkeerplaats and parkeerruimte share theirs
)
_BASE: Final = 6
_REACH: Final = 2  # a negation turns a side round from at most two words before it
_PREFIXES: Final = ("on", "un")


class _Poles(NamedTuple):
    one: frozenset[str]
    other: frozenset[str]
    turns: bool
    """Whether a negation makes one the other; "niet meer" and "no more" mean "no longer"."""


_POLES: Final[Mapping[str, _Poles]] = {
    "more": _Poles(
        word_set(
            """
            meer extra hoger hogere verhogen verhoog uitbreiden uitbreiding vergroten toename toenemen groter grotere
            erbij bijbouwen more higher increase increasing raise raising expand expanding extend bigger larger up
            """
        ),
        word_set(
            """
            minder lager lagere verlagen verlaag verminderen vermindering verkleinen afname afnemen kleiner kleinere
            weghalen afschaffen less fewer lower reduce reducing cut cutting cuts decrease decreasing smaller down
            """
        ),
        turns=False,
    ),
    "for": _Poles(
        word_set("voorstander voorstanders eens steun support supports supporting favour favor agree"),
        word_set("tegenstander tegenstanders oneens oppose opposes opposed opposing against disagree"),
        turns=True,
    ),
    "good": _Poles(
        word_set("goed goede beter betere prima fijn good better great fine"),
        word_set("slecht slechte slechter slechtere matig matige bad badly worse poor poorly terrible"),
        turns=True,
    ),
}
# "voor" and "for" mostly mean something else; they take a side at the start of an answer and after "I am".
_FOR: Final = {"voor": 1, "for": 1, "tegen": -1}
_SIDED: Final = frozenset(_FOR).union(*(pole.one | pole.other for pole in _POLES.values()))
"""The words that may take a side whatever the other words are; most words take none."""
_BE: Final = word_set("ben zijn is was am i'm are")


@dataclass(frozen=True)
class Stances:
    """The sides of each answer, as opposition -> 1 or -1, and what those that take one are about: the beginnings of
    their other words.
    """

    sides: tuple[Mapping[str, int], ...]
    about: tuple[frozenset[str], ...]

    def contradict(self, i: int, j: int, opposition: str) -> bool:
        """Whether two answers take opposite sides about the same thing."""
        opposite = self.sides[i].get(opposition, 0) * self.sides[j].get(opposition, 0) < 0
        return opposite and (bool(self.about[i] & self.about[j]) or not (self.about[i] or self.about[j]))


def stances(texts: Sequence[str]) -> Stances:
    """The sides that the answers to one question take, in the order given."""
    words = [tokens(text) for text in texts]
    known = frozenset().union(*words)
    denied = _denied(known)
    poles = frozenset(word for word in known if word in _SIDED or (denied and _is_denied(word, denied)))
    read = [() if poles.isdisjoint(found) else _read(found, poles, denied) for found in words]
    sides = tuple(_agreed(side for side in taken if side is not None) if taken else {} for taken in read)
    about = tuple(
        frozenset(word[:_SUBJECT] for word, side in zip(found, taken, strict=True) if side is None and _tells(word))
        if taken
        else frozenset()
        for found, taken in zip(words, read, strict=True)
    )
    return Stances(sides, about)


def _is_denied(word: str, denied: frozenset[str]) -> bool:
    """Whether a word occurs with a prefix that denies it, or is one that does."""
    return word[:_BASE] in denied or any(word.removeprefix(p)[:_BASE] in denied for p in _PREFIXES)


def _read(found: Sequence[str], poles: frozenset[str], denied: frozenset[str]) -> list[tuple[str, int] | None]:
    """The opposition and side of each word of an answer, None for words that take none."""
    return [_side(found, k, denied) if word in poles else None for k, word in enumerate(found)]


def keep_apart(labels: Labels, points: Points, taken: Stances) -> Labels:
    """Labels in which no group holds both sides of an opposition with ``FEWEST`` answers each, shape (n,).

    A group is parted by the opposition that most of its answers take part in. New groups get the next labels;
    unassigned points (-1) stay so.
    """
    parted = labels.copy()
    waiting = sorted(set(labels[labels >= 0].tolist()))
    while waiting:
        group = waiting.pop()
        members = np.flatnonzero(parted == group)
        found = _widest(members.tolist(), taken)
        if found is None:
            continue
        new = int(parted.max()) + 1
        parted[_leaving(members, found, points)] = new
        waiting += [group, new]
    return parted


def _leaving(members: Labels, sides: tuple[list[int], list[int]], points: Points) -> Labels:
    """The members that make a group of their own: the smaller side, and who is more like it than like the larger.

    Where most members take no side, they stay: the few that do say nothing about them.
    """
    larger, smaller = sorted(sides, key=len, reverse=True)
    if 2 * (len(larger) + len(smaller)) < len(members):
        return np.array(smaller, dtype=np.intp)
    means = np.stack([points[larger].mean(axis=0), points[smaller].mean(axis=0)])
    leaving = np.round(points[members] @ means.T, 6).argmax(axis=1) == 1
    leaving &= ~np.isin(members, larger)
    leaves: Labels = members[leaving | np.isin(members, smaller)]
    return leaves


def _widest(members: Sequence[int], taken: Stances) -> tuple[list[int], list[int]] | None:
    """The two sides of the opposition that divides most of these answers, None if none divides enough of them."""
    best: tuple[list[int], list[int]] | None = None
    for opposition in sorted({name for i in members for name in taken.sides[i]}):
        one, other = ([i for i in members if taken.sides[i].get(opposition) == side] for side in (1, -1))
        clash = [(i, j) for i in one for j in other if taken.contradict(i, j, opposition)]
        enough = min(len({i for i, _ in clash}), len({j for _, j in clash})) >= FEWEST
        if enough and (best is None or len(one) + len(other) > sum(map(len, best))):
            best = one, other
    return best


def _side(found: Sequence[str], k: int, denied: frozenset[str]) -> tuple[str, int] | None:
    """The opposition that the k-th word belongs to and its side in it, None if to none."""
    word = found[k]
    turned = any(is_negation(before) for before in found[max(0, k - _REACH) : k])
    for name, poles in _POLES.items():
        if word in poles.one or word in poles.other:
            if turned and not poles.turns:
                return None
            return name, -1 if (word in poles.other) != turned else 1
    if word in _FOR and (k == 0 or found[k - 1] in _BE or is_negation(found[k - 1])):
        return "for", -_FOR[word] if turned and k and found[k - 1] in _BE else _FOR[word]
    for prefix in ("", *_PREFIXES):
        base = word.removeprefix(prefix)[:_BASE]
        if word.startswith(prefix) and base in denied:
            return base, -1 if bool(prefix) != turned else 1
    return None


def _denied(known: frozenset[str]) -> frozenset[str]:
    """The beginnings of words that occur both plain and with a prefix that denies them: "clear" and "unclear"."""
    plain = {word[:_BASE] for word in known}
    prefixed = [word for word in known if word.startswith(_PREFIXES)]
    bases = {word.removeprefix(p)[:_BASE] for word in prefixed for p in _PREFIXES if word.startswith(p)}
    return frozenset(base for base in bases & plain if len(base) >= _SUBJECT)


def _agreed(sides: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    """The sides of an answer; an opposition of which it names both takes none."""
    seen: dict[str, set[int]] = {}
    for name, side in sides:
        seen.setdefault(name, set()).add(side)
    return {name: found.pop() for name, found in seen.items() if len(found) == 1}


def _tells(word: str) -> bool:
    return not (is_function_word(word) or is_negation(word))
