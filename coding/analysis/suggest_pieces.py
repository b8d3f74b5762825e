"""Pieces of an answer that may carry an argument of their own, cut more freely than segments.

A wrong cut does no harm here: a piece is only one more place to look for evidence. Segments, which a researcher sees
and counts, are cut by ``coding.analysis.segment``, which is conservative.
"""

from __future__ import annotations

import re
from typing import Final

from coding.domain.answers import normalise

_CUT: Final = re.compile(
    r"[,/+&;:.!?()|\\\r\n]+|\b(?:en|and|of|or|maar|but|ook|also|omdat|because|plus)\b", re.IGNORECASE
)
_SHORTEST: Final = 3  # letters: a piece needs one word of at least this length


def pieces(verbatim: str) -> tuple[str, ...]:
    """The normalised pieces of an answer in order, without repeats; none if it cannot be cut."""
    found = (normalise(part) for part in _CUT.split(verbatim))
    kept = tuple(dict.fromkeys(part for part in found if any(len(word) >= _SHORTEST for word in part.split())))
    return kept if len(kept) > 1 else ()
