"""Dialogs with proposals for the groups themselves: which look alike, and how one could be split."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.domain.survey import ResponseKey
from coding.services.review_groups import SPLITS, Part, look_alikes, propose_split, split_command
from coding.services.review_search import board_of
from coding.ui import session
from coding.ui.board import state as remembered
from coding.ui.board.models import model
from coding.ui.board.words import number
from coding.ui.components.dialogs import close_dialog, dialog_buttons, open_dialog
from coding.ui.components.plain import plain, verbatim
from coding.ui.session import t

_DISMISSED: Final = "board.not_alike"
_SHOWN: Final = 5


def alike_body(question: str) -> None:
    """Pairs of groups that may be one, each with the reason; merging shows a preview first."""
    workspace = session.workspace()
    found = model(workspace, question) if workspace is not None else None
    if workspace is None or found is None:
        return
    coding = workspace.project.coding_of(question)
    rows = {row.id: row for row in board_of(workspace.project, question).rows}
    pairs = [
        pair
        for pair in look_alikes(workspace.project, question, found)
        if frozenset((pair.first, pair.second)) not in _dismissed()
    ]
    if not pairs:
        st.info(t("board.alike_none"), icon=":material/check_circle:")
    for at, pair in enumerate(pairs[:_SHOWN]):
        with st.container(border=True, gap="small"):
            names = [
                f"**{plain(coding.group_name(group) or '', 60)}** {t('board.count', count=rows[group].count)}"
                for group in (pair.first, pair.second)
            ]
            st.markdown(" + ".join(names))
            words = plain(", ".join(pair.shared_words))
            key = "board.alike_reason" if words else "board.alike_reason_no_words"
            st.caption(t(key, score=number(pair.similarity), words=words))
            for text in dict.fromkeys(pair.nearest):
                verbatim(text, lines=2, quoted=True)
            with st.container(horizontal=True):
                st.button(
                    t("board.merge"),
                    key=f"alike_merge_{at}",
                    icon=":material/merge:",
                    on_click=_merge,
                    args=(question, pair.first, pair.second),
                )
                st.button(t("board.alike_no"), key=f"alike_no_{at}", on_click=_dismiss, args=(pair.first, pair.second))


def _dismissed() -> frozenset[frozenset[str]]:
    nothing: frozenset[frozenset[str]] = frozenset()
    return session.recall(_DISMISSED, nothing)


def _dismiss(first: str, second: str) -> None:
    session.remember(_DISMISSED, _dismissed() | {frozenset((first, second))})


def _merge(question: str, first: str, second: str) -> None:
    session.remember("board.chosen", (first, second))
    open_dialog("board_merge", question)


def split_body(question: str) -> None:
    """Two to five parts of the open group, with names and counts, before anything changes."""
    workspace = session.workspace()
    chosen = [group for group in remembered.chosen() if group]
    found = model(workspace, question) if workspace is not None else None
    if workspace is None or found is None or not chosen:
        return
    group = chosen[0]
    wanted = st.segmented_control(
        t("board.split_parts"), SPLITS, default=SPLITS[0], required=True, key=f"split_parts_{group}"
    )
    parts = propose_split(workspace.project, question, found, group, int(wanted))
    if len(parts) < 2:
        st.info(t("board.split_none"), icon=":material/info:")
        return
    for at, part in enumerate(parts):
        _show_part(at, part, f"{group}_{wanted}")
    dialog_buttons(t("board.split_do", count=len(parts)), _split, question, group, parts, f"{group}_{wanted}")


def _show_part(at: int, part: Part, suffix: str) -> None:
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(t("board.split_name", number=at + 1), value=part.name, key=f"split_name_{at}_{suffix}")
            st.markdown(f"**{t('board.count', count=part.count)}**", width="content")
        for text in part.sample:
            verbatim(text, lines=1)


def _split(question: str, group: str, parts: tuple[Part, ...], suffix: str) -> None:
    named: list[tuple[str, tuple[ResponseKey, ...]]] = [
        (session.value(f"split_name_{at}_{suffix}", part.name), part.keys) for at, part in enumerate(parts)
    ]
    workspace = session.workspace()
    if workspace is None:
        return
    command = split_command(workspace.project, question, group, named)
    if session.dispatch(command):
        remembered.change(question, open=command.parts[0][0])
        close_dialog()
