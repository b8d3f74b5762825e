"""Accepting many suggestions at once, with the number and the least certain ones shown first."""

from __future__ import annotations

from typing import Final

import streamlit as st

from coding.domain.project import Project
from coding.services.review_queue import QueueItem, above, respondents, take_all
from coding.ui import session
from coding.ui.board.answers import group_name
from coding.ui.board.words import counted, number
from coding.ui.components.aimed import aimed_button
from coding.ui.components.dialogs import open_dialog
from coding.ui.components.drawing import drawing
from coding.ui.components.plain import plain, verbatim
from coding.ui.session import t

_LEVELS: Final = tuple(percent / 100 for percent in range(40, 100, 5))
_FIRST: Final = 0.8
_SAMPLE: Final = 4


def show_accept(project: Project, question: str, items: tuple[QueueItem, ...]) -> None:
    """The slider, how many answers it comes to, a sample, and the button."""
    if not items:
        return
    coding = project.coding_of(question)
    st.button(
        t("offers.open"),
        key="queue_offers",
        icon=":material/playlist_add_check:",
        help=t("offers.open_help"),
        on_click=open_dialog,
        args=("board_offers", question),
        width="stretch",
    )
    with st.container(border=True, key="queue_accept"):
        threshold = st.select_slider(
            t("queue.accept"), _LEVELS, value=_FIRST, format_func=lambda level: number(level), key="queue_threshold"
        )
        found = above(items, float(threshold))
        count = respondents(found)
        aimed_button(
            counted("queue.accept_do", count),
            f"{project.revision}_{count}",
            key="queue_accept_do",
            icon=":material/done_all:",
            disabled=not found,
            on_click=_accept,
            args=(question, found),
        )
        if found:
            st.caption(t("queue.accept_sample"))
        for item in found[:_SAMPLE]:
            best = item.choices[0]
            verbatim(item.row.verbatim, lines=1)
            st.caption(f"→ {plain(group_name(coding, best.group), 60)} · {number(best.score)}")


@drawing()
def _accept(question: str, items: tuple[QueueItem, ...]) -> None:
    """Callback: one undoable step."""
    workspace = session.workspace()
    command = take_all(workspace.project, question, items) if workspace is not None else None
    if command is not None:
        session.dispatch(command)
