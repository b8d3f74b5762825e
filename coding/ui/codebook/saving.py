"""Saving the codebook of a question as a file."""

from __future__ import annotations

from functools import partial

import streamlit as st

from coding.domain.codebook import CodeStatus
from coding.services.codebook_files import CodebookFormat, save_codebook
from coding.services.export import INFO, Format
from coding.services.workspace import Workspace
from coding.ui import session
from coding.ui.session import t


def show_saving(workspace: Workspace, question: str) -> None:
    """Draw the buttons; a file is made when its button is pressed."""
    project = workspace.project
    if all(code.status is CodeStatus.RETIRED for code in project.coding_of(question).codes.values()):
        st.caption(t("codebook.nothing_yet"))
        return
    st.caption(t("codebook.as_file_why"))
    examples = st.toggle(t("codebook.with_examples"), key="codebook_examples")
    with st.container(horizontal=True):
        for form in CodebookFormat:
            st.download_button(
                t(f"codebook.save.{form.value}"),
                data=partial(save_codebook, project, question, form, session.language(), examples=examples),
                file_name=f"{t('codebook.sheet').lower()}.{form.value}",
                mime=INFO[Format(form.value)].mime,
                key=f"codebook_save_{form.value}",
                icon=":material/download:",
                on_click="ignore",
            )
