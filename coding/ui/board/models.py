"""Question models for the screen: built once in the background, shared by all windows on the same answers."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Hashable
from concurrent.futures import Future
from typing import Final

import streamlit as st

from coding.analysis.encoder import Encoder
from coding.domain.errors import TienkeerError
from coding.domain.project import Project
from coding.services.codebook_examples import examples_of
from coding.services.question_model import QuestionModel, build_model
from coding.services.review_groups import load_for_splitting
from coding.services.workspace import Workspace
from coding.ui import resources, session
from coding.ui.components.background import in_background
from coding.ui.session import t

_KEPT: Final = 6
_LOADED_AFTER: Final = 2.0  # seconds
_lock = threading.Lock()
_models: OrderedDict[Hashable, Future[QuestionModel | None]] = OrderedDict()
_building = threading.Lock()


def _start(project: Project, question: str, encoder: Encoder) -> Future[QuestionModel | None]:
    """Build a model in the background; one at a time."""

    def work() -> QuestionModel | None:
        with _building:
            built = build_model(project, question, encoder)
        resources.settle()
        in_background(_load_later)
        return built

    return in_background(work)


def _load_later() -> None:
    """Once the page is there: what splitting needs takes a second or two to load, and somebody would wait for it."""
    time.sleep(_LOADED_AFTER)
    load_for_splitting()


def _future(workspace: Workspace, question: str) -> Future[QuestionModel | None]:
    project = workspace.project
    asked = project.questions[question]
    file = session.project_name() or ""
    waves = tuple(sorted(wave.batch for wave in project.waves.values()))
    people = tuple(len(batch.respondents) for batch in project.batches.values())  # fewer after somebody was erased
    examples = frozenset(examples_of(project.coding_of(question)))
    survey = (asked.id, asked.text, asked.non_answers, waves, people, examples)
    key = (str(resources.folder()), file, *survey, project.info.encoder)
    with _lock:
        known = _models.get(key)
        if known is None or (known.done() and known.exception() is not None):
            encoder = resources.encoder(file, project.info.encoder)
            known = _models[key] = _start(project, question, encoder)
        _models.move_to_end(key)
        while len(_models) > _KEPT:
            _models.popitem(last=False)
    return known


def model_if_ready(workspace: Workspace, question: str) -> QuestionModel | None:
    """The model when it is there already; else it is being built, and None."""
    future = _future(workspace, question)
    return future.result() if future.done() and future.exception() is None else None


def model(workspace: Workspace, question: str) -> QuestionModel | None:
    """The model, waited for; None when there are no answers, or when it could not be built (a message says why)."""
    future = _future(workspace, question)
    with st.spinner(t("board.model_busy")):
        try:
            return future.result()
        except TienkeerError as problem:
            session.notify_error(problem)
            return None
