"""Proposing groups with progress, and choosing how fine they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st

from coding.domain.project import Project
from coding.domain.proposal import ProposalRun
from coding.services.proposing import level_command, level_sizes
from coding.services.workspace import Workspace
from coding.ui import session
from coding.ui.board.words import counted
from coding.ui.codebook.importing import open_import
from coding.ui.components.plain import plain
from coding.ui.components.progress import StageProgress, stopped
from coding.ui.components.proposing import propose_one
from coding.ui.session import t

_WANTED: Final = "board.wanted"
_RUN: Final = "board.run"
HANDFUL: Final = 6
"""Answers up to which a question is better reported as quotes than as groups."""


def work_on_proposals(workspace: Workspace) -> None:
    """Propose groups for the questions that were asked for, one by one; draws the page again when done."""
    nothing: tuple[str, ...] = ()
    wanted = session.recall(_WANTED, nothing)
    if not wanted:
        return
    asked = workspace.project.questions[wanted[0]]
    report = StageProgress(t("board.propose.busy", question=plain(asked.text, 80)), on_stop=partial(stopped, _WANTED))
    if session.attempt(_propose, workspace, wanted[0], report):
        session.remember(_WANTED, wanted[1:])
    else:
        session.forget(_WANTED)
    st.rerun()


def _propose(workspace: Workspace, question: str, report: StageProgress) -> None:
    def say(stage: str, done: int, total: int) -> None:
        report(t(f"board.stage.{stage}"), done, total)

    propose_one(workspace, session.project_name() or "", question, say)


def ask_for(*questions: str) -> None:
    """Callback: propose groups for questions."""
    session.remember(_WANTED, questions)


def without_run(project: Project) -> tuple[str, ...]:
    """Questions with something to group that no groups were proposed for yet."""
    return tuple(
        question.id
        for question in project.questions_in_order()
        if project.coding_of(question.id).board.run is None
        and not question.quotes_only
        and next(project.answers(question.id), None) is not None
    )


def offer_proposals(project: Project, question: str, answered: int, quotes_only: Callable[[str], None]) -> None:
    """What to do first: have groups proposed, for this question or for all, or print the answers as they are."""
    few = answered <= HANDFUL
    rest = without_run(project)
    with st.container(border=True, key="board_offer"):
        st.markdown(t("board.propose.few" if few else "board.propose.why", count=answered))
        with st.container(horizontal=True):
            if few:
                st.button(
                    t("board.quotes_only"),
                    key="board_offer_quotes",
                    type="primary",
                    icon=":material/format_quote:",
                    on_click=quotes_only,
                    args=(question,),
                )
            st.button(
                t("board.propose"),
                key="board_propose",
                type="secondary" if few else "primary",
                icon=":material/auto_awesome:",
                on_click=ask_for,
                args=(question,),
            )
            st.button(
                t("codebook.have"),
                key="board_have_codebook",
                icon=":material/playlist_add:",
                help=t("codebook.have_help"),
                on_click=open_import,
                args=(question,),
            )
            if len(rest) > 1:
                st.button(t("board.propose.all", count=len(rest)), key="board_propose_all", on_click=ask_for, args=rest)


def current_run(workspace: Workspace, run: str) -> ProposalRun:
    """A proposal run, read from the project file once for as long as it is the one on screen."""
    known: ProposalRun | None = session.recall(_RUN, None)
    if known is None or known.id != run:
        known = workspace.run(run)
        session.remember(_RUN, known)
    return known


def forget_run() -> None:
    """Read the run again: something was added to it."""
    session.forget(_RUN)


def show_granularity(workspace: Workspace, question: str) -> None:
    """Broader … finer. What was confirmed or touched stays as it is."""
    board = workspace.project.coding_of(question).board
    if board.run is None:
        return
    sizes = level_sizes(current_run(workspace, board.run))
    if len(sizes) < 2:
        return
    key = f"board_level_{question}_{board.run}_{board.level}"
    with st.container(horizontal=True, width="content", vertical_alignment="center", gap="xsmall"):
        st.caption(t("board.broader"), width="content")
        st.select_slider(
            t("board.granularity"),
            range(len(sizes)),
            value=min(board.level, len(sizes) - 1),
            format_func=lambda level: counted("board.granularity_groups", sizes[level]),
            key=key,
            on_change=_change_level,
            args=(board.run, key),
            label_visibility="collapsed",
            width=140,
        )
        st.caption(t("board.finer"), help=t("board.granularity_help"), width="content")


def _change_level(run: str, key: str) -> None:
    workspace = session.workspace()
    if workspace is not None:
        level = session.value(key, 0)
        session.dispatch(level_command(workspace.project, current_run(workspace, run), level))
