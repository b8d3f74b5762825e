"""A proposal run: what the machine found in one question, kept as it was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from coding.domain.codebook import QuoteCandidate
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey


@dataclass(frozen=True, slots=True)
class RunSegment:
    """Words of one response in the finest group they were put in.

    ``score`` (0–1) is how well they fit it. ``leaf`` is the index of that node; None when the run left them over.
    """

    response: ResponseKey
    span: Span
    leaf: int | None
    score: float


@dataclass(frozen=True, slots=True)
class RunNode:
    """A group in the hierarchy of a run. ``parent`` is the index of the broader group that holds it."""

    parent: int | None
    name: str
    keywords: tuple[str, ...] = ()
    tightness: float = 0.0
    stability: float | None = None
    quotes: tuple[QuoteCandidate, ...] = ()


@dataclass(frozen=True)
class ProposalRun:
    """The groups proposed for a question, at every level of detail at once.

    ``levels`` go from broadest to finest; each is a partition of the leaves, given as node indexes; every group of a
    level lies within one group of the level before. ``points`` are stored map coordinates per segment, if drawn.
    ``first`` is the id of the run that this one continues with later answers: its groups keep the ids they had.
    """

    id: str
    question: str
    made_at: str
    encoder: str
    encoder_version: str
    segments: tuple[RunSegment, ...]
    nodes: tuple[RunNode, ...]
    levels: tuple[tuple[int, ...], ...]
    default_level: int
    settings: Mapping[str, str] = field(default_factory=dict)
    points: tuple[tuple[float, float], ...] = ()
    first: str = ""

    def cluster_id(self, node: int) -> str:
        """The id under which a node stands on the board; unique over runs that do not continue one another."""
        return f"{self.first or self.id}.{node}"

    @cached_property
    def _ancestors(self) -> Mapping[int, tuple[int, ...]]:
        """Per node the node itself and all above it."""
        found: dict[int, tuple[int, ...]] = {}
        for node in range(len(self.nodes)):
            chain, at = [node], self.nodes[node].parent
            while at is not None:
                chain.append(at)
                at = self.nodes[at].parent
            found[node] = tuple(chain)
        return found

    def node_at(self, leaf: int, level: int) -> int | None:
        """The group of ``level`` that ``leaf`` belongs to."""
        shown = set(self.levels[level])
        return next((node for node in self._ancestors[leaf] if node in shown), None)
