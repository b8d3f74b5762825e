"""Where an answer to a closed question stands: agree, neutral or disagree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final


class Position(StrEnum):
    """A side of an agreement scale, in the order of print."""

    AGREE = "agree"
    NEUTRAL = "neutral"
    DISAGREE = "disagree"


_NEUTRAL: Final = re.compile(
    r"\b(neutraal|neutral|neither|noch\b.*\bnoch|niet\b.*\beens.*\bniet\b.*\boneens|(?:on)?tevreden.*\b(?:on)?tevreden)\b",
    re.IGNORECASE,
)
_DISAGREE: Final = re.compile(
    r"\b(oneens|niet\s+(?:\w+\s+)?(?:mee\s+)?eens|mee\s+oneens|disagree\w*|ontevreden|dissatisfied|tegen|against|oppose)\b",
    re.IGNORECASE,
)
_AGREE: Final = re.compile(r"\b(eens|agree\w*|tevreden|satisfied|voor|in favou?r|support)\b", re.IGNORECASE)


def position_of(category: str) -> Position | None:
    """The side that a category is on, by its words; None for what is no side ("weet niet")."""
    if _NEUTRAL.search(category):
        return Position.NEUTRAL
    if _DISAGREE.search(category):
        return Position.DISAGREE
    return Position.AGREE if _AGREE.search(category) else None


def positions_in(categories: Iterable[str]) -> Mapping[Position, tuple[str, ...]]:
    """The categories on each side, in the order of ``Position``; empty unless both sides are there."""
    found: dict[Position, list[str]] = {}
    for category in categories:
        position = position_of(category)
        if position is not None:
            found.setdefault(position, []).append(category)
    if not {Position.AGREE, Position.DISAGREE} <= found.keys():
        return {}
    return {position: tuple(found[position]) for position in Position if position in found}
