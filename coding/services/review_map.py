"""The map of a question's answers: coordinates are worked out once and kept with the proposal run."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from coding.analysis.map_points import Floats, placed_beside, turned_like
from coding.analysis.represent import Points
from coding.domain.answers import normalise
from coding.domain.project import Project
from coding.domain.proposal import ProposalRun
from coding.domain.segments import Span
from coding.domain.survey import ResponseKey
from coding.services.joining import group_now
from coding.services.question_model import QuestionModel

ROOT = Path(__file__).parents[2]
Progress = Callable[[int, int], None]
"""Told the seconds that went by and those it takes; may raise, which stops the drawing."""
_KEPT_FROM: Final = 0.5  # share of texts with a place from which the map stays as it is
_LOADING: Final = 14.0  # seconds that the library takes to load and compile itself
_PER_TEXT: Final = 0.0026  # seconds per text after that
_LOOK: Final = 0.5  # seconds


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
    project: Project, run: ProposalRun, model: QuestionModel, known: Places, progress: Progress | None = None
) -> ProposalRun:
    """The run with coordinates for its segments.

    ``known`` are the places of texts on earlier maps. When most texts have one, all keep it, and the others go among
    them; else the map is drawn anew, turned so that it lies as the earlier one did. Drawing is done in a process of its
    own. Raises subprocess.CalledProcessError when that process fails, and what ``progress`` raises.
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
        found = turned_like(_drawn(points, len(set(texts)), progress), has_place, earlier)
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


def _drawn(points: Points, texts: int, progress: Progress | None) -> Floats:
    expected = round(_LOADING + _PER_TEXT * texts)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "points.npy", Path(folder) / "map.npy"
        np.save(source, points)
        command = [sys.executable, "-m", "coding.analysis.map_points", str(source), str(target)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 - our own module
            try:
                while process.poll() is None:
                    if progress is not None:
                        progress(min(round(time.monotonic() - began), expected - 1), expected)
                    _wait(process)
            finally:
                process.kill()
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        return np.asarray(np.load(target, allow_pickle=False), dtype=np.float32)


def _wait(process: subprocess.Popen[bytes]) -> None:
    try:
        process.communicate(timeout=_LOOK)
    except subprocess.TimeoutExpired:
        return


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
