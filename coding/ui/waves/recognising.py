"""Having a wave recognised, with progress by question and a way to stop."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from coding.domain.errors import TienkeerError
from coding.domain.project import Project
from coding.services.waves import recognise_wave, recognition_facts, to_recognise
from coding.services.waves_view import wave_view
from coding.services.workspace import Workspace, now
from coding.ui import resources, session
from coding.ui.components.progress import StageProgress, stopped
from coding.ui.session import t

_WANTED: Final = "recognition_wanted"


def want_recognition(project: Project, wave: str, questions: Sequence[str] | None = None) -> None:
    """Callback: have a wave recognised at the next drawing of the page."""
    wanted = tuple(questions) if questions is not None else to_recognise(project, wave)
    if wanted:
        session.remember(_WANTED, (wave, wanted))
    else:
        session.notify("info", "waves.no_codes")


def recognise_button(project: Project, wave: str, question: str, *, again: bool) -> None:
    """The button that asks for it, for one question."""
    st.button(
        t("waves.recognise_again" if again else "waves.recognise_this"),
        key="waves_recognise",
        type="tertiary" if again else "primary",
        icon=":material/auto_awesome:",
        on_click=want_recognition,
        args=(project, wave, (question,)),
    )


def run_wanted_recognition(workspace: Workspace) -> None:
    """Recognise what was asked for; each question is one action, so stopping keeps what was ready."""
    wave, wanted = session.recall(_WANTED, ("", ()))
    if not wanted:
        return
    progress = StageProgress(t("waves.recognising"), on_stop=partial(stopped, _WANTED), key="recognise")
    total = {"certain": 0, "doubtful": 0, "new": 0}
    done = 0
    for number, question in enumerate(wanted, start=1):
        stage = t("waves.question_of", number=number, total=len(wanted))
        progress(stage, number - 1, len(wanted))
        try:
            facts = _one(workspace, question, wave, progress, stage)
        except TienkeerError as refused:
            session.notify_error(refused)
            break
        done += 1
        total = {name: count + facts[name] for name, count in total.items()}
    session.forget(_WANTED)
    if len(wanted) > 1:
        _open_on_news(workspace.project, wave, wanted)
    if done:
        session.notify("success", "waves.recognised.one" if done == 1 else "waves.recognised", questions=done, **total)
    st.rerun()


def _open_on_news(project: Project, wave: str, questions: Sequence[str]) -> None:
    """Show first a question in which there is something new, else one with something doubtful."""
    views = {question: wave_view(project, question, wave) for question in questions}
    news = [q for q, view in views.items() if view.groups] or [q for q, view in views.items() if view.doubtful]
    if news:
        session.select_question(news[0])


def _one(workspace: Workspace, question: str, wave: str, progress: StageProgress, stage: str) -> dict[str, int]:
    name = workspace.project.info.encoder
    encoder = resources.encoder(
        session.project_name() or "",
        name,
        lambda done, of: progress(f"{stage} · {t('propose.stage_encode')}", done, of),
    )
    command = recognise_wave(workspace.project, question, wave, encoder, made_at=now())
    workspace.dispatch(command)
    return dict(recognition_facts(command))
