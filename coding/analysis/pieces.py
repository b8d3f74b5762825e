"""Whether the answers to a question are grouped whole or piece by piece, decided from the answers themselves.

Cutting answers into arguments pays where people string items together: recall of codes then rises by more than
precision falls. Where they argue in sentences, a piece says less than the whole and groups get worse. What tells the
two apart without any codes is whether the pieces of one answer are whole answers of other people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from coding.analysis.segment import segment
from coding.analysis.segment_question import segment_question
from coding.domain.answers import normalise
from coding.domain.segments import Span

LEAST_SHARE_CUT: Final = 0.05
LEAST_SHARE_KNOWN: Final = 0.1

Reason = Literal["items_strung_together", "few_answers_with_several", "pieces_do_not_stand_alone"]


@dataclass(frozen=True)
class Pieces:
    """The spans of each verbatim that are grouped: its segments, or all of it.

    ``cut_share``: share of the verbatims with several segments. ``known_share``: share of the segments of those that
    are also somebody's whole answer. ``reason`` says why verbatims were cut or kept whole, as a key for the interface.
    """

    spans: tuple[tuple[Span, ...], ...]
    cut: bool
    reason: Reason
    cut_share: float
    known_share: float


def pieces(verbatims: Sequence[str]) -> Pieces:
    """The spans to group for the verbatims of one question; a blank verbatim has none.

    Verbatims are cut if at least one in twenty has several segments and at least one in ten of these segments is a
    whole answer of somebody else.
    """
    segments = segment_question(verbatims)
    alone = {normalise(v) for v, spans in zip(verbatims, segments, strict=True) if len(spans) == 1}
    several = [(v, spans) for v, spans in zip(verbatims, segments, strict=True) if len(spans) > 1]
    parts = [normalise(span.of(v)) for v, spans in several for span in spans]
    cut_share = len(several) / max(1, len(verbatims))
    known_share = sum(part in alone for part in parts) / max(1, len(parts))
    if cut_share >= LEAST_SHARE_CUT and known_share >= LEAST_SHARE_KNOWN:
        return Pieces(tuple(segments), True, "items_strung_together", cut_share, known_share)
    few = cut_share < LEAST_SHARE_CUT
    uncut = tuple(_joined(spans) for spans in segments)
    reason: Reason = "few_answers_with_several" if few else "pieces_do_not_stand_alone"
    return Pieces(uncut, False, reason, cut_share, known_share)


def whole(verbatim: str) -> tuple[Span, ...]:
    """One span from the first to the last segment, or none for a blank."""
    return _joined(segment(verbatim))


def _joined(found: Sequence[Span]) -> tuple[Span, ...]:
    return (Span(found[0].start, found[-1].end),) if found else ()
