"""The history of a project: who did what, when, in words."""

from __future__ import annotations

from datetime import datetime
from typing import Final

import streamlit as st

from coding.domain.codebook import CodeStatus
from coding.domain.events import Event
from coding.domain.project import Project
from coding.services.workspace import Workspace
from coding.ui import session
from coding.ui.components.dialogs import close_dialog, dialog_buttons, open_dialog, show_dialog
from coding.ui.components.header import in_words, project_header
from coding.ui.components.plain import text_table
from coding.ui.components.when import moment
from coding.ui.session import t

_PER_PAGE: Final = 50
_SHOWN: Final = "history_shown"
_ALL: Final = ""
_BACK: Final = "back"
_MOMENT: Final = "history_moment"
_MOST_MOMENTS: Final = 20_000


def page() -> None:
    """Draw the page."""
    workspace = project_header(t("history_page.title"))
    if not workspace.history(limit=1):
        st.info(t("history_page.empty"), icon=":material/history:")
        st.page_link("coding/ui/pages/import_file.py", label=t("shell.to_import"), icon=":material/upload_file:")
        return
    st.caption(t("history_page.intro"))
    question, group, coder = _filters(workspace)
    shown = session.recall(_SHOWN, _PER_PAGE)
    events = workspace.history(question or None, shown + 1, group=group or None, coder=coder or None)
    if not events:
        st.info(t("history_page.none_found"), icon=":material/filter_alt_off:")
        return
    columns = [t(f"history_page.{name}") for name in ("when", "coder", "question", "what")]
    rows = [_row(event, workspace.project) for event in events[:shown]]
    text_table(columns, rows, caption=t("history_page.title"))
    with st.container(horizontal=True):
        if len(events) > shown:
            st.button(t("history_page.more"), key="history_more", icon=":material/expand_more:", on_click=_more)
        st.button(
            t("history_page.back"), key="history_back", icon=":material/settings_backup_restore:", on_click=_ask_moment
        )
    show_dialog({_BACK: ("history_page.back_title", _back_dialog)})


def _filters(workspace: Workspace) -> tuple[str, str, str]:
    """The question, the code and the coder to show, "" for all."""
    questions = {question.id: question.text for question in workspace.project.questions_in_order()}
    with st.container(horizontal=True):
        question = st.selectbox(
            t("history_page.question"),
            [_ALL, *questions],
            format_func=lambda chosen: questions.get(chosen, t("history_page.all_questions")),
            key="history_question",
            on_change=session.forget,
            args=(_SHOWN,),
        )
        groups = _groups(workspace.project, question)
        group = st.selectbox(
            t("history_page.group"),
            [_ALL, *groups],
            format_func=lambda chosen: groups.get(chosen, t("history_page.all_groups")),
            key=f"history_group_{question}",
            on_change=session.forget,
            args=(_SHOWN,),
        )
        coder = st.selectbox(
            t("history_page.coder"),
            [_ALL, *_coders(workspace)],
            format_func=lambda chosen: chosen or t("history_page.all_coders"),
            key="history_coder",
            on_change=session.forget,
            args=(_SHOWN,),
        )
    return question, group, coder


def _groups(project: Project, question: str) -> dict[str, str]:
    """The codes of one question, or of all, by name; those that are no longer in use too, with a word that says so."""
    asked = [question] if question else [one.id for one in project.questions_in_order()]
    codes = (code for one in asked for code in project.coding_of(one).codes.values())
    names = {
        code.id: t("history_page.gone", name=code.name) if code.status is CodeStatus.RETIRED else code.name
        for code in codes
    }
    return dict(sorted(names.items(), key=lambda one: (one[1].casefold(), one[0])))


def _coders(workspace: Workspace) -> list[str]:
    return sorted({event.coder for event in workspace.history(limit=5000)})


def _row(event: Event, project: Project) -> tuple[str, str, str, str]:
    asked = project.questions.get(event.question or "")
    return _when(event), event.coder, asked.text if asked else "", in_words(event)


def _when(event: Event) -> str:
    return moment(datetime.fromisoformat(event.at), session.language())


# Going back -----------------------------------------------------------------------------------------------------------


def _ask_moment() -> None:
    session.forget_widget(_MOMENT)
    open_dialog(_BACK)


def _back_dialog(_: str) -> None:
    """Choose a moment; what is at stake is said before anything changes."""
    workspace = session.workspace()
    if workspace is None:
        return
    events = workspace.history(limit=_MOST_MOMENTS)[1:]
    moments = {event.revision: f"{_when(event)} · {event.coder} {in_words(event)}" for event in events}
    st.write(t("history_page.back_why"))
    st.selectbox(
        t("history_page.back_moment"),
        [*moments, 0],
        format_func=lambda revision: moments.get(revision, t("history_page.back_start")),
        index=None,
        placeholder=t("history_page.back_choose"),
        key=_MOMENT,
    )
    dialog_buttons(t("history_page.back_yes"), _go_back)


def _go_back() -> None:
    revision, workspace = session.value(_MOMENT, None), session.workspace()
    if revision is None or workspace is None:
        session.notify("error", "history_page.back_none")
    elif session.attempt(workspace.go_back_to, revision):
        close_dialog()
        session.notify("success", "history_page.back_done")


def _more() -> None:
    session.remember(_SHOWN, session.recall(_SHOWN, _PER_PAGE) + _PER_PAGE)


if __name__ == "__main__":
    page()
