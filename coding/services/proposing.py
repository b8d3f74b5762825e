"""Proposed groups for a question of a project: from its answers to a run, and from a run to the board.

Stages told to ``progress`` are those of ``coding.services.grouping`` and then "quote". Raise from ``progress`` to
cancel; nothing has been changed by then.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from coding.analysis.encoder import Encoder
from coding.analysis.one_core import one_core
from coding.analysis.quotes import QuoteFinder, QuoteProposal
from coding.domain.assignments import Suggestion
from coding.domain.codebook import Cluster, QuoteCandidate
from coding.domain.commands import Propose
from coding.domain.progress import Progress, quiet
from coding.domain.project import Project
from coding.domain.proposal import ProposalRun, RunNode, RunSegment
from coding.domain.survey import Intake, Response, ResponseKey
from coding.services.grouping import Grouped, group_verbatims

QUOTES_PER_GROUP: Final = 4


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
    ``settings["pieces"]`` of the run says whether answers were cut into pieces, or why they were not.
    Raises EncoderError when the encoder cannot be used.
    """
    say: Progress = progress or quiet
    answers = list(project.answers(question))
    found = group_verbatims([answer.verbatim for answer in answers], encoder, progress=say)
    holders = _first_holders(answers)
    quotes = {
        node: tuple(
            QuoteCandidate(holders[found.segments.verbatims[one.index]], one.span, one.reason) for one in proposed
        )
        for node, proposed in quotes_of(found, say).items()
    }
    parents = {child: node.id for node in found.proposal.nodes for child in node.children}
    return ProposalRun(
        id=run_id or uuid.uuid4().hex[:10],
        question=question,
        made_at=made_at,
        encoder=encoder.name,
        encoder_version=encoder.version,
        segments=tuple(_segments(answers, found)),
        nodes=tuple(_node(found, node.id, parents, quotes) for node in found.proposal.nodes),
        levels=found.proposal.levels,
        default_level=found.proposal.default_level,
        settings={"pieces": found.segments.cut.reason},
    )


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


def _node(
    found: Grouped, node: int, parents: Mapping[int, int], quotes: Mapping[int, tuple[QuoteCandidate, ...]]
) -> RunNode:
    """A node of the run; those that no level shows stay without name."""
    name, group = found.names.get(node), found.proposal.nodes[node]
    return RunNode(
        parents.get(node),
        name.name if name else "",
        name.keywords if name else (),
        round(group.tightness, 4),
        None if group.stability is None else round(group.stability, 4),
        quotes.get(node, ()),
    )


def _segments(answers: Sequence[Response], found: Grouped) -> list[RunSegment]:
    segments = []
    for answer in answers:
        for piece in found.segments.of[answer.verbatim]:
            leaf = int(found.proposal.finest[piece])
            score = round(float(found.proposal.scores[piece]), 4)
            segments.append(RunSegment(answer.key, found.segments.spans[piece], leaf if leaf >= 0 else None, score))
    return segments


def _first_holders(answers: Sequence[Response]) -> Mapping[str, ResponseKey]:
    """The first respondent with each different verbatim: the one who is quoted."""
    holders: dict[str, ResponseKey] = {}
    for answer in answers:
        holders.setdefault(answer.verbatim, answer.key)
    return holders


@one_core()
def quotes_of(found: Grouped, progress: Progress | None = None) -> dict[int, tuple[QuoteProposal, ...]]:
    """Up to four quotes for each named node; ``index`` of a quote is its segment."""
    say: Progress = progress or quiet
    segments = found.segments
    texts = sorted(set(segments.texts))
    place = {text: at for at, text in enumerate(texts)}
    row = np.array([place[text] for text in segments.texts], dtype=np.intp)
    finder = QuoteFinder(segments.verbatims, segments.spans, found.recall(texts), row)
    quotes: dict[int, tuple[QuoteProposal, ...]] = {}
    for node in found.names:
        say("quote", len(quotes), len(found.names))
        quotes[node] = finder.quotes(found.proposal.nodes[node].members, QUOTES_PER_GROUP)
    return quotes
