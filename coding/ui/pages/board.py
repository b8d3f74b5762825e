"""Reviewing a question: proposed groups become arguments that a person stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from coding.domain.project import Project
from coding.services.board import EVERYTHING
from coding.services.review_search import answers_of, board_of
from coding.services.workspace import Workspace
from coding.ui import session
from coding.ui.board.answer_history import answer_history_body
from coding.ui.board.counting_in import show_counting_in
from coding.ui.board.detail import show_group
from coding.ui.board.dialogs import show_dialogs
from coding.ui.board.groups import show_groups
from coding.ui.board.improve import alike_body, split_body
from coding.ui.board.map import show_map
from coding.ui.board.newcomers import show_newcomers, work_on_newcomers
from coding.ui.board.proposals import offer_proposals, work_on_proposals
from coding.ui.board.queue import new_body, show_queue
from coding.ui.board.reading import show_sides
from coding.ui.board.together import finish_body, offers_body
from coding.ui.board.toolbar import chosen_view, set_quotes_only, show_toolbar
from coding.ui.codebook.importing import import_is_open, show_import
from coding.ui.codebook.placing import run_wanted_placing, show_waiting
from coding.ui.components.header import project_header
from coding.ui.components.plain import verbatim
from coding.ui.session import t

_LOOK_EVERY: Final = 5.0  # seconds
_STYLE: Final = """
<style>
.stMainBlockContainer { padding-left: 2rem; padding-right: 2rem; padding-bottom: 0.75rem; max-width: 1760px; }
</style>
"""  # two lists beside each other need the width of a laptop screen, and use that of a large one


def page() -> None:
    """Draw the page."""
    st.html(_STYLE)  # first: the page would be narrower until the last of it is drawn
    workspace = project_header(t("board.title"))
    project, question = workspace.project, session.question()
    if question is None:
        st.info(t("shell.no_questions"), icon=":material/upload_file:")
        st.page_link("coding/ui/pages/import_file.py", label=t("shell.to_import"), icon=":material/arrow_forward:")
        return
    work_on_proposals(workspace)
    work_on_newcomers(workspace)
    run_wanted_placing(workspace)
    show_toolbar(workspace, question)
    view = board_of(project, question)
    if not view.answered:
        st.info(t("board.no_answers"), icon=":material/info:")
    elif project.questions[question].quotes_only:
        _show_quotes_only(project, question)
    elif import_is_open(question):
        show_import(workspace, question, on_board=True)
    else:
        show_counting_in(project, question)
        show_sides(project, question)
        waiting = show_waiting(workspace, question)
        if project.coding_of(question).board.run is None and not view.rows and not waiting:
            offer_proposals(project, question, view.answered, set_quotes_only)
        show_newcomers(workspace, question)
        _VIEWS[chosen_view()](workspace, question)
    show_dialogs(
        {
            "board_alike": ("board.alike_title", alike_body),
            "board_split": ("board.split_title", split_body),
            "board_queue_new": ("board.queue_new_title", new_body),
            "board_offers": ("offers.title", offers_body),
            "board_finish": ("finish.title", finish_body),
            "board_history": ("answer_history.title", answer_history_body),
        }
    )
    _watch(workspace.project.revision)


def _show_groups(workspace: Workspace, question: str) -> None:
    left, right = st.columns([9, 13], gap="medium")
    with left:
        show_groups(workspace.project, question)
    with right:
        show_group(workspace, question)


_VIEWS: Final[Mapping[str, Callable[[Workspace, str], None]]] = {
    "groups": _show_groups,
    "queue": show_queue,
    "map": show_map,
}


@st.fragment(run_every=_LOOK_EVERY)
def _watch(drawn: int) -> None:
    """See what others did in the meantime, and draw the page again only when there is something."""
    session.refresh()
    workspace = session.workspace()
    if workspace is None:
        return
    if workspace.project.revision != drawn:
        st.rerun()
    if session.recall("board.watched", -1) == drawn:
        workspace.tidy()  # nobody waits for anything now
    session.remember("board.watched", drawn)  # the first time the page is still on its way to the browser


def _show_quotes_only(project: Project, question: str) -> None:
    """A handful of answers is printed as it is, without groups."""
    st.caption(t("board.quotes_only_told"))
    for row in answers_of(project, question, EVERYTHING):
        with st.container(border=True):
            verbatim(row.verbatim, quoted=True)


if __name__ == "__main__":
    page()
