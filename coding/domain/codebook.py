"""Codes, which people decide on, and clusters, which the machine proposes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coding.domain.segments import Span
from coding.domain.survey import ResponseKey

OTHER: Final = "__other__"
"""Pseudo-code: a person decided that the answer goes under Overig."""
NO_CODE: Final = "__no_code__"
"""Pseudo-code: a person decided that no argument applies."""
PSEUDO_CODES: Final = frozenset({OTHER, NO_CODE})


class CodeStatus(StrEnum):
    """How far a code is. A retired code keeps its history and takes no new answers."""

    WORKING = "working"
    CONFIRMED = "confirmed"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Code:
    """An argument that answers are counted under.

    ``parent`` is the id of the net it belongs to; ``is_net`` marks a code that only groups others; ``rules`` are
    keyword rules, each a phrase that must occur as whole words. ``examples`` are answers that a codebook made elsewhere
    gives for it: suggestions learn from them, but they are nobody's answers here and are never counted.
    """

    id: str
    name: str
    status: CodeStatus = CodeStatus.WORKING
    description: str = ""
    include: str = ""
    exclude: str = ""
    colour: str = ""
    number: int | None = None
    parent: str | None = None
    is_net: bool = False
    keywords: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteCandidate:
    """A passage the machine proposes as a quote, and why ("typical", "short", "different")."""

    response: ResponseKey
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """A machine-made group that nobody has touched yet.

    ``tightness`` is the mean cosine similarity of its members to their centre (0–1); ``stability`` the mean Jaccard
    similarity with its best match on resamples (0–1), None when it was not measured.
    """

    id: str
    name: str
    keywords: tuple[str, ...] = ()
    tightness: float = 0.0
    stability: float | None = None
    quotes: tuple[QuoteCandidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage a person picked. ``cuts`` print as "(…)", ``hidden`` as "[…]"; both lie inside ``span``."""

    response: ResponseKey
    span: Span
    cuts: tuple[Span, ...] = ()
    hidden: tuple[Span, ...] = ()
    pinned: bool = False

    def printed(self, verbatim: str) -> str:
        """The quote as it is printed: exact words, with marked ellipses and redactions."""
        marks = sorted([(cut, "(…)") for cut in self.cuts] + [(span, "[…]") for span in self.hidden])
        parts: list[str] = []
        at = self.span.start
        for span, mark in marks:
            parts += [verbatim[at : max(at, span.start)], mark]
            at = max(at, span.end)
        parts.append(verbatim[at : self.span.end])
        return "".join(parts).strip()
