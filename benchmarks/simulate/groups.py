"""Proposed groups as runs that the board can show: those of the product, and those of BERTopic."""

from __future__ import annotations

from benchmarks.methods import Encode, bertopic
from benchmarks.simulate.study import QUESTION, Study
from coding.analysis.pieces import pieces
from coding.analysis.propose import Proposal, ProposeSettings, propose
from coding.domain.answers import normalise
from coding.domain.proposal import ProposalRun, RunNode, RunSegment
from coding.domain.segments import Span


def our_run(study: Study, encode: Encode) -> ProposalRun:
    """The product's groups at every level, without the names and quotes that nothing here depends on."""
    answers = list(study.project.answers(QUESTION))
    distinct = sorted({answer.verbatim for answer in answers})
    spans = dict(zip(distinct, pieces(distinct).spans, strict=True))
    parts = [(answer, span) for answer in answers for span in spans[answer.verbatim]]
    proposal = propose(
        [normalise(span.of(answer.verbatim)) for answer, span in parts], encode, ProposeSettings(draws=0)
    )
    found = tuple(
        RunSegment(answer.key, span, _leaf(proposal, at), float(proposal.scores[at]))
        for at, (answer, span) in enumerate(parts)
    )
    parents = {child: node.id for node in proposal.nodes for child in node.children}
    nodes = tuple(RunNode(parents.get(node.id), f"group {node.id}") for node in proposal.nodes)
    return _run("ours", found, nodes, proposal.levels, proposal.default_level)


def _leaf(proposal: Proposal, segment: int) -> int | None:
    leaf = int(proposal.finest[segment])
    return leaf if leaf >= 0 else None


def bertopic_run(study: Study, encode: Encode) -> ProposalRun:
    """BERTopic's topics of whole answers, one level."""
    answers = list(study.project.answers(QUESTION))
    topics = bertopic([answer.verbatim for answer in answers], encode) if answers else []
    names = sorted({topic for found in topics for topic in found})
    found = tuple(
        RunSegment(answer.key, _whole(answer.verbatim), names.index(topic[0]) if topic else None, 1.0)
        for answer, topic in zip(answers, topics, strict=True)
    )
    nodes = tuple(RunNode(None, f"topic {name}") for name in names)
    return _run("bertopic", found, nodes, (tuple(range(len(names))),), 0)


def _whole(verbatim: str) -> Span:
    return Span(len(verbatim) - len(verbatim.lstrip()), len(verbatim.rstrip()))


def _run(
    name: str,
    segments: tuple[RunSegment, ...],
    nodes: tuple[RunNode, ...],
    levels: tuple[tuple[int, ...], ...],
    default: int,
) -> ProposalRun:
    return ProposalRun(name, QUESTION, "", name, "", segments, nodes, levels, default)
