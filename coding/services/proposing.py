"""Proposed groups for a question of a project: from its answers to a run, and from a run to the board.

Stages told to ``progress``, in order: "segment", "encode", "represent", "link", "score", "name", "quote". Raise from
``progress`` to cancel; nothing has been changed by then.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from coding.analysis.encoder import Encoder, Vectors
from coding.analysis.name import name_groups
from coding.analysis.propose import Proposal, propose
from coding.analysis.quotes import propose_quotes
from coding.analysis.segment_question import segment_question
from coding.domain.answers import normalise
from coding.domain.assignments import Suggestion
from coding.domain.codebook import Cluster, QuoteCandidate
from coding.domain.commands import Propose
from coding.domain.project import Project
from coding.domain.proposal import ProposalRun, RunNode, RunSegment
from coding.domain.segments import Span
from coding.domain.survey import Intake, Response, ResponseKey

Progress = Callable[[str, int, int], None]
QUOTES_PER_GROUP: Final = 4
CAREFUL_NAMES_UP_TO: Final = 300


@dataclass
class _Memo:
    """Encodes each text once, however many steps ask for it."""

    encoder: Encoder
    known: dict[str, Vectors] = field(default_factory=dict)

    def __call__(self, texts: Sequence[str]) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in self.known]
        if new:
            self.known.update(zip(new, self.encoder.encode(new), strict=True))
        return np.stack([self.known[text] for text in texts]) if texts else np.zeros((0, 0), np.float32)


@dataclass(frozen=True)
class _Pieces:
    """The segments of all different verbatims of a question, in a fixed order."""

    verbatims: tuple[str, ...]
    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    of: Mapping[str, tuple[int, ...]]
    """Per different verbatim the indexes of its segments."""


def propose_question(
    project: Project,
    question: str,
    encoder: Encoder,
    *,
    made_at: str,
    run_id: str | None = None,
    progress: Progress | None = None,
) -> ProposalRun:
    """Proposed groups for all answers to ``question``, at every level of detail.

    The same answers give the same groups, whatever their order. A question without answers gives a run without groups.
    Raises EncoderError when the encoder cannot be used.
    """
    say: Progress = progress or _quiet
    answers = list(project.answers(question))
    say("segment", 0, len(answers))
    pieces = _pieces([answer.verbatim for answer in answers])
    encode = _Memo(encoder)
    found = propose(pieces.texts, encode, progress=say)
    shown = sorted({node for level in found.levels for node in level})
    names = _names(pieces, found, shown, encode, say)
    quotes = _quotes(pieces, found, shown, _first_holders(answers), encode, say)
    parents = {child: node.id for node in found.nodes for child in node.children}
    nodes = tuple(
        RunNode(
            parents.get(node.id),
            *names.get(node.id, ("", ())),
            tightness=round(float(node.tightness), 4),
            quotes=quotes.get(node.id, ()),
        )
        for node in found.nodes
    )
    return ProposalRun(
        id=run_id or uuid.uuid4().hex[:10],
        question=question,
        made_at=made_at,
        encoder=encoder.name,
        encoder_version=encoder.version,
        segments=tuple(_segments(answers, pieces, found)),
        nodes=nodes,
        levels=found.levels,
        default_level=found.default_level,
    )


def _quiet(_stage: str, _done: int, _total: int) -> None:
    """Nobody is watching."""


def level_command(project: Project, run: ProposalRun, level: int) -> Propose:
    """The command that puts ``level`` of a run on the board.

    ``level`` is cut off at the broadest and finest there are. A group that a person made a code of does not come back.
    """
    if not run.levels:
        return Propose(run.question, run.id, 0, (), ())
    level = min(max(level, 0), len(run.levels) - 1)
    codes = project.coding_of(run.question).codes
    node_of = {leaf: run.node_at(leaf, level) for leaf in {s.leaf for s in run.segments if s.leaf is not None}}
    suggestions: dict[ResponseKey, list[Suggestion]] = {}
    for segment in run.segments:
        node = None if segment.leaf is None else node_of[segment.leaf]
        response = project.response(segment.response)
        if node is None or response is None or project.intake(response) is not Intake.ANSWER:
            continue
        if run.cluster_id(node) not in codes:
            suggestion = Suggestion(run.cluster_id(node), segment.span, segment.score)
            suggestions.setdefault(segment.response, []).append(suggestion)
    clusters = tuple(_cluster(run, node) for node in run.levels[level] if run.cluster_id(node) not in codes)
    return Propose(run.question, run.id, level, clusters, tuple((k, tuple(s)) for k, s in suggestions.items()))


def level_sizes(run: ProposalRun) -> tuple[int, ...]:
    """How many groups each level has, from broadest to finest."""
    return tuple(len(level) for level in run.levels)


def _cluster(run: ProposalRun, node: int) -> Cluster:
    found = run.nodes[node]
    return Cluster(
        run.cluster_id(node), found.name, found.keywords, found.tightness, found.stability, quotes=found.quotes
    )


def _pieces(verbatims: Sequence[str]) -> _Pieces:
    distinct = sorted(set(verbatims))
    spans: list[Span] = []
    owners: list[str] = []
    of: dict[str, tuple[int, ...]] = {}
    for verbatim, found in zip(distinct, segment_question(distinct), strict=True):
        of[verbatim] = tuple(range(len(spans), len(spans) + len(found)))
        spans.extend(found)
        owners.extend([verbatim] * len(found))
    texts = tuple(normalise(span.of(owner)) for span, owner in zip(spans, owners, strict=True))
    return _Pieces(tuple(owners), tuple(spans), texts, of)


def _segments(answers: Sequence[Response], pieces: _Pieces, found: Proposal) -> list[RunSegment]:
    segments = []
    for answer in answers:
        for piece in pieces.of[answer.verbatim]:
            leaf = int(found.finest[piece])
            score = round(float(found.scores[piece]), 4)
            segments.append(RunSegment(answer.key, pieces.spans[piece], leaf if leaf >= 0 else None, score))
    return segments


def _names(
    pieces: _Pieces, found: Proposal, shown: Sequence[int], encode: _Memo, say: Progress
) -> dict[int, tuple[str, tuple[str, ...]]]:
    """Names and keywords per node. With many groups, only those near the default level get slow names."""
    say("name", 0, len(shown))
    if not shown:
        return {}
    surfaces = _surfaces(pieces)
    texts = sorted({text for text in pieces.texts if text})
    vectors = encode(texts)
    first = max(0, found.default_level - 1)
    near = {node for level in found.levels[first : found.default_level + 2] for node in level}
    careful = [node for node in shown if len(shown) <= CAREFUL_NAMES_UP_TO or node in near]
    names: dict[int, tuple[str, tuple[str, ...]]] = {}
    for nodes, encoder in ((careful, encode), ([node for node in shown if node not in careful], None)):
        members = [[surfaces[pieces.texts[i]] for i in found.nodes[node].members] for node in nodes]
        named = name_groups(members, [surfaces[text] for text in texts], vectors, encode=encoder) if nodes else []
        names.update({node: (name.name, name.keywords) for node, name in zip(nodes, named, strict=True)})
        say("name", len(names), len(shown))
    return names


def _surfaces(pieces: _Pieces) -> Mapping[str, str]:
    """Per normalised text the words as most people typed them, for names with capitals where they belong."""
    typed: dict[str, Counter[str]] = {}
    for text, span, verbatim in zip(pieces.texts, pieces.spans, pieces.verbatims, strict=True):
        typed.setdefault(text, Counter())[span.of(verbatim)] += 1
    return {text: min(forms, key=lambda form: (-forms[form], form)) for text, forms in typed.items()}


def _first_holders(answers: Sequence[Response]) -> Mapping[str, ResponseKey]:
    """The first respondent with each different verbatim: the one who is quoted."""
    holders: dict[str, ResponseKey] = {}
    for answer in answers:
        holders.setdefault(answer.verbatim, answer.key)
    return holders


def _quotes(
    pieces: _Pieces,
    found: Proposal,
    shown: Sequence[int],
    holders: Mapping[str, ResponseKey],
    encode: _Memo,
    say: Progress,
) -> dict[int, tuple[QuoteCandidate, ...]]:
    quotes: dict[int, tuple[QuoteCandidate, ...]] = {}
    for done, node in enumerate(shown):
        say("quote", done, len(shown))
        members = found.nodes[node].members
        verbatims = [pieces.verbatims[i] for i in members]
        vectors = encode([pieces.texts[i] for i in members])
        proposed = propose_quotes(verbatims, [pieces.spans[i] for i in members], vectors, QUOTES_PER_GROUP)
        quotes[node] = tuple(QuoteCandidate(holders[verbatims[q.index]], q.span, q.reason) for q in proposed)
    return quotes
