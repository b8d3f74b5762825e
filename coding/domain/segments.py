"""Spans of a verbatim."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of a verbatim, in Unicode code points."""

    start: int
    end: int

    def of(self, verbatim: str) -> str:
        """The words of ``verbatim`` that this span covers."""
        return verbatim[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def merged(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The same characters as ``spans``, in order, with overlapping and touching spans joined."""
    result: list[Span] = []
    for span in sorted(spans):
        if span.start >= span.end:
            continue
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
