"""Answers that came in after groups were proposed: they join the groups there are, and nothing else moves.

``newcomers`` says which answers these are, ``join_question`` works out where they go, and ``regroup`` what grouping all
answers anew would change, so that a researcher knows before choosing it.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from coding.analysis.encoder import Encoder, Recall
from coding.analysis.name import name_groups
from coding.analysis.quotes import propose_quotes
from coding.domain.answers import normalise
from coding.domain.assignments import Suggestion
from coding.domain.codebook import PSEUDO_CODES, Cluster, QuoteCandidate
from coding.domain.commands import JoinGroups
from coding.domain.progress import Progress, quiet
from coding.domain.project import Project, QuestionCoding
from coding.domain.proposal import ProposalRun, RunNode, RunSegment
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services.grouping import as_typed, told_apart
from coding.services.joining_places import Placed, known_places, later_answers, later_places
from coding.services.proposing import QUOTES_PER_GROUP


@dataclass(frozen=True)
class Joining:
    """Where later answers go: the run that continues the one on the board, and the command that puts them there.

    Counts are answers: ``joined`` in groups that were there, ``in_new_groups``, and ``left`` without any group.
    """

    run: ProposalRun
    command: JoinGroups
    joined: int
    in_new_groups: int
    left: int

    @property
    def answers(self) -> int:
        """How many answers came in later."""
        return self.joined + self.in_new_groups + self.left

    @property
    def new_groups(self) -> int:
        """How many new groups there are."""
        return len(self.command.clusters)


def newcomers(project: Project, run: ProposalRun) -> tuple[ResponseKey, ...]:
    """Undecided answers that came in after ``run`` and that nothing is proposed for, in file order.

    Answers of a wave that was recognised with the codebook are not among them.
    """
    coding = project.coding_of(run.question)
    return tuple(
        response.key
        for response in later_answers(project, run)
        if response.key.wave not in coding.recognised
        and not coding.decisions.get(response.key)
        and not coding.suggestions.get(response.key)
    )


def group_now(coding: QuestionCoding, response: ResponseKey, span: Span) -> str | None:
    """The group that words stand in: decided on before proposed; None for none."""
    decided = [a.code for a in coding.decisions.get(response, ()) if a.span.overlaps(span)]
    proposed = [s.group for s in coding.suggestions.get(response, ()) if s.span.overlaps(span)]
    return next(iter((*decided, *proposed)), None)


def join_question(
    project: Project,
    run: ProposalRun,
    encoder: Encoder,
    *,
    made_at: str,
    run_id: str | None = None,
    progress: Progress | None = None,
) -> Joining:
    """Where the answers go that came in after ``run``, the run on the board. What stands on the board stays.

    The same answers in another order go to the same places; equal answers go together. Raises EncoderError when the
    encoder cannot be used. Stages told to ``progress``: "encode", "join", "name". Raise from it to cancel.
    """
    say: Progress = progress or quiet
    known, later = known_places(project, run), later_places(project, run)
    say("encode", 0, len(later))
    encode = Recall(encoder)
    placed = Placed.of(run, known, later, encode)
    say("join", 0, 1)
    fresh = [placed.run_segment(place) for place in later]
    say("name", 0, placed.joined.new_groups)
    segments = (*(placed.updated(s, place) for s, place in zip(run.segments, known, strict=True)), *fresh)
    nodes = _new_nodes(project, run, segments, placed, encode)
    added = tuple(range(len(run.nodes), len(run.nodes) + len(nodes)))
    continued = replace(
        run,
        id=run_id or uuid.uuid4().hex[:10],
        first=run.first or run.id,
        made_at=made_at,
        segments=segments,
        nodes=(*run.nodes, *nodes),
        levels=tuple((*level, *added) for level in run.levels),
        points=(*run.points, *placed.beside(run, known, later)) if run.points else (),
    )
    return _joining(project, run, continued)


def _new_nodes(
    project: Project, run: ProposalRun, segments: Sequence[RunSegment], placed: Placed, encode: Recall
) -> tuple[RunNode, ...]:
    """The new groups with their names and quotes; no name is on the board already."""
    if not placed.joined.new_groups:
        return ()
    responses = project.responses(run.question)
    words = [(s, s.span.of(responses[s.response].verbatim)) for s in segments if s.response in responses]
    typed = as_typed((normalise(exact), exact) for _, exact in words)
    texts = sorted(typed)
    members: list[dict[str, RunSegment]] = [{} for _ in range(placed.joined.new_groups)]
    for segment, exact in words:
        if segment.leaf is not None and segment.leaf >= placed.nodes:
            members[segment.leaf - placed.nodes].setdefault(normalise(exact), segment)
    named = name_groups([[typed[t] for t in group] for group in members], [typed[t] for t in texts], encode(texts))
    coding = project.coding_of(run.question)
    taken = {normalise(cluster.name) for cluster in coding.clusters.values()}
    taken |= {normalise(code.name) for code in coding.codes.values()}
    nodes = []
    for proposed, group in zip(named, members, strict=True):
        name = told_apart(proposed, taken)
        taken.add(normalise(name.name))
        ranked = sorted(group)
        held = [group[text] for text in ranked]
        verbatims, spans = [responses[s.response].verbatim for s in held], [s.span for s in held]
        quoted = propose_quotes(verbatims, spans, encode(ranked), QUOTES_PER_GROUP)
        quotes = tuple(QuoteCandidate(held[q.index].response, q.span, q.reason) for q in quoted)
        tightness = round(float(np.mean([s.score for s in held])), 4)
        nodes.append(RunNode(None, name.name, name.keywords, tightness, None, quotes))
    return tuple(nodes)


def _joining(project: Project, run: ProposalRun, continued: ProposalRun) -> Joining:
    """The command: an answer goes where most answers of its finest group stand now, whatever became of the group."""
    coding = project.coding_of(run.question)
    standing = _standing(coding, run)
    first_new = len(run.nodes)
    clusters = tuple(
        Cluster(continued.cluster_id(i), node.name, node.keywords, node.tightness, node.stability, quotes=node.quotes)
        for i, node in enumerate(continued.nodes[first_new:], first_new)
    )
    new = {cluster.id for cluster in clusters}
    before = {segment.response for segment in run.segments if segment.leaf is not None}
    suggestions: dict[ResponseKey, list[Suggestion]] = {}
    for segment in continued.segments:
        if segment.leaf is None or segment.response in before:
            continue
        is_new = segment.leaf >= first_new
        group = continued.cluster_id(segment.leaf) if is_new else standing.get(segment.leaf)
        if group is not None:
            suggestions.setdefault(segment.response, []).append(Suggestion(group, segment.span, segment.score))
    came = newcomers(project, run)
    groups = [{s.group for s in suggestions.get(key, ())} for key in came]
    joined = sum(1 for found in groups if found - new)
    in_new = sum(1 for found in groups if found and not found - new)
    command = JoinGroups(run.question, continued.id, clusters, tuple((k, tuple(s)) for k, s in suggestions.items()))
    return Joining(continued, command, joined, in_new, len(came) - joined - in_new)


def _standing(coding: QuestionCoding, run: ProposalRun) -> Mapping[int, str]:
    """Per finest group the code or cluster that most of its answers stand in now, if most stand in any."""
    votes: dict[int, Counter[str]] = {}
    for segment in run.segments:
        if segment.leaf is not None:
            group = group_now(coding, segment.response, segment.span) or ""
            votes.setdefault(segment.leaf, Counter())[group] += 1
    winners = {leaf: min(count, key=lambda group: (-count[group], group)) for leaf, count in votes.items()}
    return {leaf: group for leaf, group in winners.items() if group and group not in PSEUDO_CODES}
