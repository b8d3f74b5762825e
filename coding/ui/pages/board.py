"""Reviewing a question: proposed groups become arguments that a person stands for."""

from __future__ import annotations

import streamlit as st

from coding.domain.project import Project
from coding.services.board import EVERYTHING
from coding.services.review_search import answers_of, board_of
from coding.ui import session
from coding.ui.board.detail import show_group
from coding.ui.board.dialogs import show_dialogs
from coding.ui.board.groups import show_groups
from coding.ui.board.toolbar import show_toolbar
from coding.ui.components.header import project_header
from coding.ui.components.plain import verbatim
from coding.ui.session import t


def page() -> None:
    """Draw the page."""
    workspace = project_header(t("board.title"))
    project, question = workspace.project, session.question()
    if question is None:
        st.info(t("shell.no_questions"), icon=":material/upload_file:")
        st.page_link("coding/ui/pages/import_file.py", label=t("shell.to_import"), icon=":material/arrow_forward:")
        return
    show_toolbar(project, question)
    if not board_of(project, question).answered:
        st.info(t("board.no_answers"), icon=":material/info:")
    elif project.questions[question].quotes_only:
        _show_quotes_only(project, question)
    else:
        left, right = st.columns([9, 13], gap="medium")
        with left:
            show_groups(project, question)
        with right:
            show_group(project, question)
    show_dialogs({})


def _show_quotes_only(project: Project, question: str) -> None:
    """A handful of answers is printed as it is, without groups."""
    st.caption(t("board.quotes_only_told"))
    for row in answers_of(project, question, EVERYTHING):
        with st.container(border=True):
            verbatim(row.verbatim, quoted=True)


if __name__ == "__main__":
    page()
