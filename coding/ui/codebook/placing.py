"""A codebook that came from a file and has no answers yet: have answers found for it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.services.codebook_examples import codes_waiting
from coding.services.deductive import place_by_codebook, placed
from coding.services.workspace import Workspace, now
from coding.ui import resources, session
from coding.ui.board.toolbar import show_view
from coding.ui.components.progress import StageProgress, stopped
from coding.ui.session import t

_WANTED: Final = "codebook.place"


def show_waiting(workspace: Workspace, question: str) -> bool:
    """Say that the codebook has no answers yet and what to do; whether there was anything to say."""
    count = codes_waiting(workspace.project.coding_of(question))
    if not count:
        return False
    with st.container(border=True, key="codebook_waiting"):
        st.markdown(t("codebook.waiting.one" if count == 1 else "codebook.waiting.many", count=count))
        with st.container(horizontal=True):
            st.button(
                t("codebook.place"),
                key="codebook_place",
                type="primary",
                icon=":material/auto_awesome:",
                on_click=_want,
                args=(question,),
            )
            st.button(
                t("codebook.one_by_one"),
                key="codebook_queue",
                icon=":material/checklist:",
                on_click=show_view,
                args=("queue",),
            )
    return True


def _want(question: str) -> None:
    session.remember(_WANTED, question)
    show_view("groups")


def run_wanted_placing(workspace: Workspace) -> None:
    """Find answers for a codebook if that was asked for; draws the page again when done."""
    question = session.recall(_WANTED, "")
    if not question:
        return
    session.forget(_WANTED)
    progress = StageProgress(t("codebook.placing"), on_stop=stopped, key="place")
    if session.attempt(_place, workspace, question, progress):
        seen = placed(workspace.project, question)
        session.notify("success", "codebook.placed", count=seen.suggested, none=seen.none)
    st.rerun()


def _place(workspace: Workspace, question: str, progress: StageProgress) -> None:
    project = workspace.project
    file, name = session.project_name() or "", project.info.encoder
    encoder = resources.encoder(file, name, lambda done, total: progress(t("board.stage.encode"), done, total))
    workspace.dispatch(place_by_codebook(project, question, encoder, made_at=now()))
