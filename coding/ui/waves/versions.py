"""The codebook through time: its versions, what differs between two, and the codebook as a file."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from coding.services.codebooks import CodebookChange, difference, versions
from coding.services.workspace import Workspace
from coding.ui import session
from coding.ui.codebook.importing import show_import
from coding.ui.codebook.saving import show_saving
from coding.ui.components.header import in_words
from coding.ui.components.plain import plain, text_table
from coding.ui.components.when import moment
from coding.ui.session import t


def show_versions(workspace: Workspace) -> None:
    """Draw the part."""
    project, question = workspace.project, session.question()
    if question is None:
        st.info(t("shell.no_questions"), icon=":material/upload_file:")
        return
    questions = [each.id for each in project.questions_in_order()]
    st.selectbox(
        t("waves.question"),
        questions,
        index=questions.index(question),
        format_func=lambda one: project.questions[one].text,
        key="versions_question",
        on_change=_take_question,
    )
    found = versions(workspace, question)
    if found:
        _show_difference(workspace, question, [version.revision for version in found])
        rows = [
            (
                str(len(found) - at),
                moment(datetime.fromisoformat(version.event.at), session.language()),
                f"{version.event.coder} {in_words(version.event)}",
                str(version.codes),
            )
            for at, version in enumerate(found)
        ]
        head = [t(f"waves.version_{name}") for name in ("number", "when", "what", "codes")]
        text_table(head, rows, caption=t("waves.part_versions"), scroll=420)
    _show_file(workspace, question)


def _take_question() -> None:
    session.select_question(session.value("versions_question", ""))


def _show_difference(workspace: Workspace, question: str, revisions: list[int]) -> None:
    st.subheader(t("waves.version_compare"), anchor=False)
    left, right = st.columns(2)
    number = {revision: str(len(revisions) - at) for at, revision in enumerate(revisions)}.__getitem__
    first = left.selectbox(
        t("waves.version_first"), revisions, len(revisions) - 1, format_func=number, key=f"versions_first_{question}"
    )
    second = right.selectbox(
        t("waves.version_second"), revisions, 0, format_func=number, key=f"versions_second_{question}"
    )
    for sentence in _told(difference(workspace, question, first, second)):
        st.markdown(f"- {sentence}")


def _told(change: CodebookChange) -> list[str]:
    told = []
    for name in ("added", "gone", "described"):
        names: tuple[str, ...] = getattr(change, name)
        if names:
            told.append(t(f"waves.version_{name}", names=", ".join(plain(one) for one in names)))
    told += [t("waves.version_renamed", before=plain(before), after=plain(after)) for before, after in change.renamed]
    return told or [t("waves.version_same")]


def _show_file(workspace: Workspace, question: str) -> None:
    st.subheader(t("codebook.as_file"), anchor=False)
    show_saving(workspace, question)
    st.subheader(t("codebook.import_title"), anchor=False)
    show_import(workspace, question)
