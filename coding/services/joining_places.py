"""Where the words of later answers go, by text: between the analysis, which knows points, and a run of a project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coding.analysis.encoder import Recall
from coding.analysis.join import Joined, Known, join
from coding.analysis.pieces import whole
from coding.analysis.represent import represent
from coding.analysis.segment_question import segment_question
from coding.domain.answers import normalise
from coding.domain.project import Project
from coding.domain.proposal import ProposalRun, RunSegment
from coding.domain.segments import Span
from coding.domain.survey import Response, ResponseKey

_NOWHERE: Final = -1


@dataclass(frozen=True)
class Place:
    """Words of an answer, and the place of their text among the known texts or the later ones."""

    response: ResponseKey
    span: Span
    text: str


def later_answers(project: Project, run: ProposalRun) -> list[Response]:
    """The answers that ``run`` knows nothing of, in file order."""
    known = {segment.response for segment in run.segments}
    return [r for r in project.answers(run.question) if r.key not in known and r.normalised]


def known_places(project: Project, run: ProposalRun) -> list[Place]:
    """One place per segment of the run; of somebody who was erased the text is empty."""
    places = []
    for segment in run.segments:
        response = project.response(segment.response)
        text = "" if response is None else normalise(segment.span.of(response.verbatim))
        places.append(Place(segment.response, segment.span, text))
    return places


def later_places(project: Project, run: ProposalRun) -> list[Place]:
    """The segments of the later answers, cut into pieces if the run cut answers into pieces."""
    later = later_answers(project, run)
    per_answer = Counter(segment.response for segment in run.segments)
    spans: Mapping[str, Sequence[Span]]
    if max(per_answer.values(), default=0) > 1:
        verbatims = sorted({response.verbatim for response in project.answers(run.question)})
        spans = dict(zip(verbatims, segment_question(verbatims), strict=True))
    else:
        spans = {response.verbatim: whole(response.verbatim) for response in later}
    return [Place(r.key, span, normalise(span.of(r.verbatim))) for r in later for span in spans[r.verbatim]]


@dataclass(frozen=True)
class Placed:
    """What ``join`` found, by text. ``leaves`` are the nodes of the run that it numbered from 0."""

    joined: Joined
    leaves: tuple[int, ...]
    known: Mapping[str, int]
    later: Mapping[str, int]
    nodes: int

    @classmethod
    def of(cls, run: ProposalRun, known: Sequence[Place], later: Sequence[Place], encode: Recall) -> Placed:
        """Place the texts of ``later`` among those of ``known``. Raises EncoderError."""
        leaf_of: dict[str, int | None] = {}
        for segment, place in zip(run.segments, known, strict=True):
            if place.text:
                leaf_of[place.text] = leaf_of.get(place.text) if segment.leaf is None else segment.leaf
        texts = sorted(leaf_of)
        # A text that stands in a group takes all who say the same along; the others have to find a place.
        new = sorted({place.text for place in later if place.text and leaf_of.get(place.text) is None})
        leaves = tuple(sorted({leaf for leaf in leaf_of.values() if leaf is not None}))
        number = {leaf: i for i, leaf in enumerate(leaves)}
        groups = {leaf: run.node_at(leaf, run.default_level) for leaf in leaves}
        order = {group: i for i, group in enumerate(dict.fromkeys(groups.values()))}
        space = represent(texts, encode(texts))
        there = Known(
            points=space.points,
            leaf=np.array([_NOWHERE if (leaf := leaf_of[text]) is None else number[leaf] for text in texts], np.intp),
            group_of=np.array([order[groups[leaf]] for leaf in leaves], dtype=np.intp),
            weights=_people(texts, known),
        )
        points = space.space.place(new, encode(new)) if new else np.zeros((0, space.points.shape[1]), np.float32)
        joined = join(there, points, _people(new, later))
        rows = ({text: i for i, text in enumerate(texts)}, {text: i for i, text in enumerate(new)})
        return cls(joined, leaves, *rows, len(run.nodes))

    def _node(self, leaf: int) -> int | None:
        if leaf < 0:
            return None
        new = leaf - self.joined.first_new
        return self.nodes + new if new >= 0 else self.leaves[leaf]

    def run_segment(self, place: Place) -> RunSegment:
        """The words of a later answer in the finest group they go to."""
        if place.text in self.later:
            row = self.later[place.text]
            leaf, score = int(self.joined.leaf[row]), float(self.joined.scores[row])
        elif place.text in self.known:
            row = self.known[place.text]
            leaf, score = int(self.joined.known_leaf[row]), float(self.joined.known_scores[row])
        else:
            leaf, score = _NOWHERE, 0.0
        return RunSegment(place.response, place.span, self._node(leaf), round(score, 4))

    def updated(self, segment: RunSegment, place: Place) -> RunSegment:
        """A segment of the run as it was, or in a new group if it was in none."""
        if segment.leaf is not None or place.text not in self.known:
            return segment
        row = self.known[place.text]
        score = round(float(self.joined.known_scores[row]), 4)
        node = self._node(int(self.joined.known_leaf[row]))
        return segment if node is None else replace(segment, leaf=node, score=score)

    def beside(
        self, run: ProposalRun, known: Sequence[Place], later: Sequence[Place]
    ) -> tuple[tuple[float, float], ...]:
        """Map coordinates of later answers: in the middle of the answers that they are most like."""
        at: dict[str, NDArray[np.float64]] = {}
        for place, point in zip(known, run.points, strict=True):
            at.setdefault(place.text, np.array(point))
        texts = list(self.known)
        found = []
        for place in later:
            if place.text in self.later:
                near = [at[texts[row]] for row in self.joined.near[self.later[place.text]]]
            else:
                near = [at[place.text]] if place.text in at else []
            x, y = np.mean(near, axis=0) if near else np.zeros(2)
            found.append((round(float(x), 4), round(float(y), 4)))
        return tuple(found)


def _people(texts: Sequence[str], places: Sequence[Place]) -> NDArray[np.float64]:
    count = Counter(place.text for place in places)
    return np.array([count[text] for text in texts], dtype=np.float64)
