"""The open group: its name, how far it is, what can be done with it, and what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from coding.domain.commands import DissolveGroups, RenameGroup
from coding.domain.project import Project, QuestionCoding
from coding.services.board import GroupRow
from coding.services.review_actions import can_hold_quotes, confirm
from coding.services.review_search import board_of
from coding.services.workspace import Workspace
from coding.ui import session
from coding.ui.board import state as remembered
from coding.ui.board.answers import group_name, show_answers
from coding.ui.board.codebook import show_code
from coding.ui.board.quotes import show_quotes
from coding.ui.board.reading import shown_keys
from coding.ui.board.words import percent
from coding.ui.components.aimed import aimed_button
from coding.ui.components.dialogs import menu_key, open_dialog
from coding.ui.components.plain import plain
from coding.ui.session import t

_TABS: Final = ("answers", "quotes", "code")
_REFUSED: Final = "board.names_refused"


def show_group(workspace: Workspace, question: str) -> None:
    """Draw the open group."""
    project = workspace.project
    view = board_of(project, question)
    group = remembered.opened(question, view)
    row = next((row for row in view.rows if row.id == group), None)
    coding = project.coding_of(question)
    with st.container(key="board_detail", gap="xsmall"):
        if row is None:
            st.subheader(plain(group_name(coding, group)), anchor=False)
            st.caption(t(f"board.pseudo_help.{group.strip('_')}"))
        else:
            _heading(project, question, row)
        tabs = [tab for tab in _TABS if _has(coding, group, row, tab)]
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            tab = _tab(question, tabs, len(coding.quotes.get(group, ()))) if len(tabs) > 1 else "answers"
            if row is not None:
                _buttons(question, row)
        if tab == "quotes":
            show_quotes(workspace, question, group)
        elif tab == "code" and row is not None:
            show_code(project, question, row)
        else:
            show_answers(workspace, question, group)


def _has(coding: QuestionCoding, group: str, row: GroupRow | None, tab: str) -> bool:
    if tab == "quotes":
        return can_hold_quotes(coding, group) and not (row is not None and row.is_net)
    return tab == "answers" or row is not None


def _tab(question: str, tabs: Sequence[str], quotes: int) -> str:
    key = f"board_tab_{question}"
    names = {tab: t(f"board.tab.{tab}", count=quotes) if tab == "quotes" else t(f"board.tab.{tab}") for tab in tabs}
    chosen = remembered.state(question).tab
    return st.segmented_control(
        t("board.tab"),
        tabs,
        default=chosen if chosen in tabs else "answers",
        required=True,
        format_func=names.__getitem__,
        key=f"{key}_{len(tabs)}",
        on_change=lambda: remembered.change(question, tab=session.value(f"{key}_{len(tabs)}", "answers")),
        label_visibility="collapsed",
    )


def _heading(project: Project, question: str, row: GroupRow) -> None:
    key = f"board_name_{row.id}_{row.name}_{session.recall(_REFUSED, 0)}"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text_input(
            t("board.name"),
            value=row.name,
            key=key,
            on_change=_rename,
            args=(question, row.id, key),
            label_visibility="collapsed",
            width="stretch",
        )
        st.markdown(f"**{t('board.count', count=row.count)}** · {percent(row.share)} · {_state(row)}", width="content")
        aimed_button(
            _confirm_label(project, question, row),
            row.id,
            key="board_confirm",
            type="primary",
            icon=":material/check:",
            disabled=confirm(project, question, (row.id,)) is None,
            on_click=_confirm,
            args=(question, row.id),
        )


def _confirm_label(project: Project, question: str, row: GroupRow) -> str:
    """How many answers confirming decides; while part of them is read, that it is about all of the group."""
    if not row.proposed:
        return t("board.confirm_plain")
    part = shown_keys(project, question) is not None
    return t("board.confirm_whole" if part else "board.confirm", count=row.proposed)


def _state(row: GroupRow) -> str:
    if row.confirmed and row.proposed:
        return t("board.both", confirmed=row.confirmed, proposed=row.proposed)
    return t(f"board.state.{row.state.value}")


def _buttons(question: str, row: GroupRow) -> None:
    names = (
        (("merge", "merge"), ("net", "account_tree")) if row.is_net else (("merge", "merge"), ("split", "call_split"))
    )
    for name, icon in names:
        _dialog_button(question, row.id, name, icon)
    with st.popover(t("board.more"), icon=":material/more_horiz:", key=menu_key("board_more")):
        if not row.is_net:
            _dialog_button(question, row.id, "net", "account_tree")
        aimed_button(
            t("board.dissolve"),
            row.id,
            key="board_dissolve",
            icon=":material/delete:",
            on_click=_dissolve,
            args=(question, row.id),
        )
        st.caption(t("board.dissolve_help"))


def _dialog_button(question: str, group: str, name: str, icon: str) -> None:
    st.button(
        t("board.net_button" if name == "net" else f"board.{name}"),
        key=f"board_{name}_button",
        icon=f":material/{icon}:",
        on_click=_open,
        args=(f"board_{name}", question, group),
    )


def _open(dialog: str, question: str, group: str) -> None:
    session.remember("board.chosen", (group,))
    open_dialog(dialog, question)


def _rename(question: str, group: str, key: str) -> None:
    """Callback: an emptied or refused name is put back by drawing the field anew."""
    workspace = session.workspace()
    if workspace is None:
        return
    before = workspace.project.coding_of(question).group_name(group)
    name = session.value(key, "")
    if name != before and not session.dispatch(RenameGroup(question, group, name)):
        session.remember(_REFUSED, session.recall(_REFUSED, 0) + 1)


def _confirm(question: str, group: str) -> None:
    workspace = session.workspace()
    command = confirm(workspace.project, question, (group,)) if workspace is not None else None
    if command is not None:
        session.dispatch(command)


def _dissolve(question: str, group: str) -> None:
    session.dispatch(DissolveGroups(question, (group,)))
