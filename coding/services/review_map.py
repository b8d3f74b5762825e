"""The map of a question's answers: coordinates are worked out once and kept with the proposal run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from coding.analysis.map_points import placed_beside, turned_like
from coding.domain.answers import normalise
from coding.domain.progress import Progress, quiet
from coding.domain.project import Project
from coding.domain.proposal import ProposalRun
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services.joining import group_now
from coding.services.map_drawer import DRAWER
from coding.services.question_model import QuestionModel

_KEPT_FROM: Final = 0.5  # share of texts with a place from which the map stays as it is


@dataclass(frozen=True, slots=True)
class MapPoint:
    """Words of a response on the map, x and y in [-1, 1], and the group they stand in now (None: in none)."""

    response: ResponseKey
    span: Span
    x: float
    y: float
    group: str | None


Places = Mapping[str, tuple[float, float]]
"""Coordinates by normalised text."""


def draw_map(
    project: Project, run: ProposalRun, model: QuestionModel, known: Places, report: Progress = quiet
) -> ProposalRun:
    """The run with coordinates for its segments.

    ``known`` are the places of texts on earlier maps. When most texts have one, all keep it, and the others go among
    them; else the map is drawn anew, turned so that it lies as the earlier one did. ``report`` is told how far it is;
    what it raises stops the drawing. Raises CommandRefused when drawing fails.
    """
    texts = _texts(project, run)
    if not texts:
        return run
    points = model.place(texts)
    has_place = np.array([text in known for text in texts])
    earlier = np.array([known[text] for text in texts if text in known], np.float32).reshape(-1, 2)
    if has_place.mean() >= _KEPT_FROM:
        found = placed_beside(points, has_place, earlier)
    else:
        found = turned_like(DRAWER.draw(points, report), has_place, earlier)
    return replace(run, points=tuple((float(x), float(y)) for x, y in found))


def places_of(project: Project, runs: Iterable[ProposalRun]) -> Places:
    """Where texts lie on the maps of ``runs``; on the first one that has them."""
    found: dict[str, tuple[float, float]] = {}
    for run in runs:
        for text, place in zip(_texts(project, run), run.points, strict=False):  # a run without a map has no points
            if text:
                found.setdefault(text, place)
    return found


def _texts(project: Project, run: ProposalRun) -> Sequence[str]:
    """The normalised words of each segment; of somebody who was erased nothing."""
    responses = project.responses(run.question)
    return [
        normalise(s.span.of(responses[s.response].verbatim)) if s.response in responses else "" for s in run.segments
    ]


def map_of(project: Project, run: ProposalRun) -> tuple[MapPoint, ...]:
    """The points of a run that has coordinates, with the group that each stands in now; erased answers are left out."""
    coding, responses = project.coding_of(run.question), project.responses(run.question)
    points = []
    for segment, (x, y) in zip(run.segments, run.points, strict=True):
        if segment.response not in responses:
            continue
        group = group_now(coding, segment.response, segment.span)
        points.append(MapPoint(segment.response, segment.span, x, y, group))
    return tuple(points)
