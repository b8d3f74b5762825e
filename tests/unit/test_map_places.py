"""A map keeps its shape: texts stay where they lay, later ones go among them, and nothing is turned around."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from coding.analysis.map_points import placed_beside, turned_like
from coding.domain.project import Project
from coding.domain.proposal import ProposalRun
from coding.services.question_model import QuestionModel, build_model
from coding.services.review_map import draw_map, places_of
from tests.review_projects import _proposal, proposed_project
from tests.word_vectors import WordVectors

WORDS = ("boos", "klacht", "media", "cijfers")
ANSWERS = tuple((f"{word} {more}", word) for word in WORDS for more in ("een", "twee", "drie", "vier", "vijf"))


def made(answers: tuple[tuple[str, str], ...]) -> tuple[Project, ProposalRun, QuestionModel]:
    project = proposed_project(answers)
    model = build_model(project, "q1", WordVectors())
    assert model is not None
    return project, _proposal(answers)[0], model


def test_a_new_run_keeps_every_known_text_where_it_lay() -> None:
    project, run, model = made(ANSWERS)
    first = draw_map(project, run, model, {})
    more = (*ANSWERS, ("boos zes", "boos"), ("klacht zes", "klacht"))
    later, wider, wider_model = made(more)
    second = draw_map(later, replace(wider, id="run2"), wider_model, places_of(project, [first]))
    assert second.points[: len(ANSWERS)] == pytest.approx(np.array(first.points), abs=1e-4)
    boos = np.array(second.points[:5])
    new = np.array(second.points[len(ANSWERS)])
    others = np.array(second.points[5 : len(ANSWERS)])
    assert np.linalg.norm(boos - new, axis=1).min() < np.linalg.norm(others - new, axis=1).min()


def test_a_map_of_mostly_new_texts_is_turned_like_the_earlier_one() -> None:
    project, run, model = made(ANSWERS)
    drawn = draw_map(project, run, model, {})
    mirrored = {text: (-x, y) for text, (x, y) in places_of(project, [drawn]).items()}
    few = dict(list(mirrored.items())[::3])
    again = np.array(draw_map(project, run, model, few).points)
    assert np.sign(again[:, 0]).tolist() == np.sign([mirrored[text][0] for text in texts(project, run)]).tolist()
    assert np.array_equal(np.sign(again[:, 1]), np.sign(np.array(drawn.points)[:, 1]))


def texts(project: Project, run: ProposalRun) -> list[str]:
    responses = project.responses("q1")
    return [responses[segment.response].normalised for segment in run.segments]


def test_turning_keeps_all_distances() -> None:
    rng = np.random.default_rng(3)
    placed = rng.normal(size=(30, 2)).astype(np.float32)
    angle = np.array([[0.0, -1.0], [1.0, 0.0]], np.float32)
    known = np.arange(30) % 3 == 0
    turned = turned_like(placed, known, placed[known] @ angle)
    assert turned == pytest.approx(placed @ angle, abs=1e-3)
    assert turned_like(placed, np.zeros(30, bool), np.zeros((0, 2), np.float32)) is placed


def test_without_known_places_nothing_stands_anywhere() -> None:
    points = np.eye(4, dtype=np.float32)
    beside = placed_beside(points, np.zeros(4, bool), np.zeros((0, 2), np.float32))
    assert beside.tolist() == [[0.0, 0.0]] * 4
