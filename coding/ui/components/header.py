"""The top of every page: its title, messages, the language; on a project's pages also undo, redo and the coder."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from coding.domain.events import Event
from coding.services.workspace import Workspace
from coding.texts import LANGUAGES
from coding.texts.history import sentence
from coding.ui import session
from coding.ui.components.notices import show_notices
from coding.ui.components.plain import plain
from coding.ui.components.shortcuts import shortcuts
from coding.ui.session import t

_LANGUAGE_KEY: Final = "shell_language"
# Characters on an undo button, alone and beside a redo button; the tooltip has the whole sentence.
_LONGEST_ACTION, _LONGEST_OF_TWO = 38, 30


def page_header(title: str) -> None:
    """The title, the language switch and messages; for pages that need no open project."""
    with st.container(horizontal=True, vertical_alignment="center", key="tk_header"):
        st.header(title, anchor=False, width="stretch")
        _language_switch()
    show_notices()


def project_header(title: str, *, undo: bool = True) -> Workspace:
    """The header of a project's page; returns the open project.

    ``undo`` False leaves the buttons out that tell what was done last: who codes blind may not see it. Without an open
    project the page says so, offers the way to the projects, and stops.
    """
    workspace = session.workspace()
    if workspace is None:
        page_header(title)
        st.info(t("shell.no_project"), icon=":material/folder_open:")
        st.page_link("coding/ui/pages/start.py", label=t("shell.to_projects"), icon=":material/arrow_back:")
        st.stop()
    with st.container(horizontal=True, vertical_alignment="center", key="tk_header"):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            st.header(title, anchor=False, width="content")
            st.caption(f":material/folder_open: {plain(workspace.project.info.name, 80)}", width="content")
        if undo:
            _undo_buttons(workspace)
        _language_switch()
    if undo:
        shortcuts({"mod+z": "shell_undo", "mod+shift+z": "shell_redo", "mod+y": "shell_redo"}, key="undo")
    show_notices()
    return workspace


def _undo_buttons(workspace: Workspace) -> None:
    undoable, redoable = workspace.next_undo(), workspace.next_redo()
    longest = _LONGEST_ACTION if undoable is None or redoable is None else _LONGEST_OF_TWO
    st.button(
        _label("shell.undo", undoable, longest),
        key="shell_undo",
        icon=":material/undo:",
        help=_help("shell.undo_help", "shell.undo_none", undoable),
        disabled=undoable is None,
        on_click=session.undo,
    )
    st.button(
        _label("shell.redo", redoable, longest),
        key="shell_redo",
        icon=":material/redo:",
        help=_help("shell.redo_help", "shell.redo_none", redoable),
        disabled=redoable is None,
        on_click=session.redo,
    )


def in_words(event: Event) -> str:
    """What an event did, in words that follow the coder's name, in the language of the screen."""
    return sentence(event, session.language())


def _what(event: Event) -> str:
    """What an event did; of an undo, what it took back."""
    return in_words(replace(event, action=event.facts.get("undone", event.action)))


def _label(key: str, event: Event | None, longest: int) -> str:
    if event is None:
        return t(key)
    return f"{t(key)}: {plain(_what(event), longest)}"


def _help(key: str, none: str, event: Event | None) -> str:
    return t(none) if event is None else t(key, what=plain(_what(event)))


def _language_switch() -> None:
    st.segmented_control(
        t("shell.language"),
        LANGUAGES,
        default=session.language(),
        required=True,
        format_func=str.upper,
        key=_LANGUAGE_KEY,
        on_change=_change_language,
        label_visibility="collapsed",
    )


def _change_language() -> None:
    session.set_language(session.value(_LANGUAGE_KEY, session.language()))
