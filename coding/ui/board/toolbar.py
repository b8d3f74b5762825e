"""Above the lists: which question, how far it is, how fine the groups are, and what can be done with all of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from coding.domain.commands import ChangeQuestion
from coding.domain.project import Project
from coding.services.board import BoardView
from coding.services.review_search import board_of
from coding.services.workspace import Workspace
from coding.ui import session
from coding.ui.board.counting_in import choose_counting_in
from coding.ui.board.newcomers import want_regrouping
from coding.ui.board.proposals import show_granularity
from coding.ui.board.reading import choose_reading
from coding.ui.board.state import shown_variables
from coding.ui.codebook.importing import open_import
from coding.ui.components.dialogs import menu_key, open_dialog
from coding.ui.components.plain import plain
from coding.ui.session import t

VIEWS: Final = ("groups", "queue", "map")


def show_toolbar(workspace: Workspace, question: str) -> None:
    """Draw the toolbar."""
    project = workspace.project
    view = board_of(project, question)
    with st.container(horizontal=True, vertical_alignment="bottom", key="board_toolbar"):
        _choose_view()
        _choose_question(project, question)
        show_granularity(workspace, question)
        _progress(view)
        with st.container(horizontal=True, width="content", vertical_alignment="bottom"):
            _options(project, question)


def chosen_view() -> str:
    """The way of working: groups, queue or map."""
    return session.recall("board.view", VIEWS[0])


def _choose_view() -> None:
    if session.value("board_view", None) is None:
        session.put("board_view", chosen_view())
    st.segmented_control(
        t("board.view"),
        VIEWS,
        required=True,
        format_func=lambda view: t(f"board.view.{view}"),
        key="board_view",
        on_change=_change_view,
        label_visibility="collapsed",
        width="content",
    )


def _change_view() -> None:
    session.remember("board.view", session.value("board_view", VIEWS[0]))


def show_view(view: str) -> None:
    """Callback: change to another way of working."""
    session.remember("board.view", view)
    session.put("board_view", view)


def _choose_question(project: Project, question: str) -> None:
    texts = {one.id: one.text for one in project.questions_in_order()}
    st.selectbox(
        t("board.question"),
        list(texts),
        index=list(texts).index(question),
        label_visibility="collapsed",
        format_func=lambda one: f"{list(texts).index(one) + 1}. {texts[one]}",
        key="board_question",
        on_change=_select,
        width="stretch",
    )


def _select() -> None:
    session.select_question(session.value("board_question", ""))


def _progress(view: BoardView) -> None:
    with st.container(width=250, gap=None):
        st.progress(
            view.progress,
            text=t("board.progress", decided=view.decided, answered=view.answered, left=view.answered - view.decided),
        )


def _options(project: Project, question: str) -> None:
    with st.popover(t("board.options"), icon=":material/tune:", key=menu_key("board_options")):
        names = {one.id: one.label for one in project.variables.values()}
        if names:
            key = "board_variables"
            st.multiselect(
                t("board.variables"),
                list(names),
                default=[one for one in shown_variables() if one in names],
                format_func=lambda one: names[one],
                key=key,
                placeholder=t("board.variables_none"),
                on_change=lambda: session.remember("board.variables", tuple(session.value(key, []))),
            )
        quotes_only = project.questions[question].quotes_only
        key = f"board_quotes_only_{question}_{quotes_only}"
        st.toggle(
            t("board.quotes_only"),
            value=quotes_only,
            key=key,
            help=t("board.quotes_only_help"),
            on_change=_toggle_quotes_only,
            args=(question, key),
        )
        if project.coding_of(question).board.run is not None:
            st.button(
                t("board.propose.again"),
                key="board_propose_again",
                icon=":material/auto_awesome:",
                help=t("board.propose.again_help"),
                on_click=want_regrouping,
                args=(question,),
            )
        choose_reading(project, question)
        choose_counting_in(project, question)
        st.button(
            t("codebook.import_title"),
            key="board_use_codebook",
            icon=":material/playlist_add:",
            help=t("codebook.have_help"),
            on_click=open_import,
            args=(question,),
        )
        st.button(
            t("finish.open"),
            key="board_finish_open",
            icon=":material/done_all:",
            on_click=open_dialog,
            args=("board_finish", question),
        )
        with st.container():
            st.markdown(f"**{t('board.ledger')}**")
            for state, count in board_of(project, question).ledger:
                if count:
                    st.caption(f"{plain(t(f'board.ledger.{state.value}'))}: {count}")


def _toggle_quotes_only(question: str, key: str) -> None:
    set_quotes_only(question, session.value(key, False))


def set_quotes_only(question: str, wanted: bool = True) -> None:
    """Callback: report a question as quotes, or as groups again."""
    workspace = session.workspace()
    if workspace is not None:
        session.dispatch(ChangeQuestion(replace(workspace.project.questions[question], quotes_only=wanted)))
