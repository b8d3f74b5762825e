"""The map of a question's answers: coordinates are worked out once and kept with the proposal run."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from coding.domain.project import Project
from coding.domain.proposal import ProposalRun
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services.joining import group_now
from coding.services.question_model import QuestionModel

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class MapPoint:
    """Words of a response on the map, x and y in [-1, 1], and the group they stand in now (None: in none)."""

    response: ResponseKey
    span: Span
    x: float
    y: float
    group: str | None


def draw_map(project: Project, run: ProposalRun, model: QuestionModel) -> ProposalRun:
    """The run with coordinates for its segments, worked out in a process of their own (some seconds).

    Raises subprocess.CalledProcessError when that process fails.
    """
    responses = project.responses(run.question)
    words = [s.span.of(responses[s.response].verbatim) if s.response in responses else "" for s in run.segments]
    if not words:
        return run
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "points.npy", Path(folder) / "map.npy"
        np.save(source, model.place(words))
        command = [sys.executable, "-m", "coding.analysis.map_points", str(source), str(target)]
        subprocess.run(command, check=True, cwd=ROOT, capture_output=True)  # noqa: S603 - our own module
        found = np.load(target, allow_pickle=False)
    return replace(run, points=tuple((float(x), float(y)) for x, y in found))


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
