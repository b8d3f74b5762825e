"""The projects on this machine: make one, open, rename, duplicate, delete, take a copy along and open it elsewhere."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import Final

import streamlit as st

from coding.services.library import ProjectCard
from coding.ui import resources, session
from coding.ui.components.coder import ask_coder
from coding.ui.components.dialogs import (
    close_dialog,
    close_menus,
    dialog_buttons,
    menu_key,
    open_dialog,
    show_dialog,
)
from coding.ui.components.examples import set_up_examples
from coding.ui.components.header import page_header
from coding.ui.components.notices import show_error
from coding.ui.components.plain import plain, verbatim
from coding.ui.components.uploads import uploaded
from coding.ui.components.when import moment
from coding.ui.session import t

_NAME: Final = "start_name"
_COPY: Final = "start_copy"
IMPORT_PAGE: Final = "coding/ui/pages/import_file.py"
BOARD_PAGE: Final = "coding/ui/pages/board.py"


def page() -> None:
    """Draw the page."""
    if session.recall("go_to", ""):
        _go()
    page_header(t("start.title"))
    st.caption(t("start.intro"))
    set_up_examples()
    ask_coder()
    with st.container(horizontal=True):
        st.button(
            t("start.new"), key="start_new", type="primary", icon=":material/add:", on_click=_ask_name, args=("new", "")
        )
        st.button(
            t("start.bring"), key="start_bring", icon=":material/file_open:", on_click=open_dialog, args=("bring",)
        )
    cards = resources.library().list()
    if not cards:
        st.info(t("start.empty"), icon=":material/lightbulb:")
    names = Counter(card.name for card in cards)
    for card in cards:
        _draw_card(card, named_twice=names[card.name] > 1)
    show_dialog(
        {
            "new": ("start.new_title", _new_dialog),
            "rename": ("start.rename_title", _rename_dialog),
            "delete": ("start.delete_title", _delete_dialog),
            "bring": ("start.bring_title", _bring_dialog),
        }
    )


# One project ----------------------------------------------------------------------------------------------------------


def _draw_card(card: ProjectCard, *, named_twice: bool) -> None:
    """Draw a project; ``named_twice`` tells it apart from another of its name by its file."""
    project = resources.project_name(card.path)
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"card_{project}"):
        with st.container(gap=None):
            verbatim(card.name, kind="tk-name")
            st.caption(f"{_counts(card)} · {plain(card.path.name)}" if named_twice else _counts(card))
        with st.container(width=310):
            if card.problem is None and card.answers:
                done = round(card.answers * card.decided_share)
                percent = round(100 * card.decided_share)
                st.progress(
                    card.decided_share, text=t("start.progress", done=done, total=card.answers, percent=percent)
                )
        if card.problem is None:
            is_open = session.project_name() == project
            st.button(
                t("start.open_now" if is_open else "start.open"),
                key=f"open_{project}",
                icon=":material/arrow_forward:",
                on_click=_open,
                args=(project,),
            )
        with st.popover(t("start.more"), icon=":material/more_horiz:", key=menu_key(f"more_{project}")):
            _more(card, project)
    if card.problem is not None:
        show_error(card.problem)


def _more(card: ProjectCard, project: str) -> None:
    if card.problem is None:
        st.button(
            t("start.rename"),
            key=f"rename_{project}",
            icon=":material/edit:",
            width="stretch",
            on_click=_ask_name,
            args=("rename", project, card.name),
        )
        st.button(
            t("start.duplicate"),
            key=f"duplicate_{project}",
            icon=":material/content_copy:",
            width="stretch",
            on_click=_duplicate,
            args=(project, card.name),
        )
        st.download_button(
            t("start.take"),
            data=partial(resources.library().export_copy, card.path),
            file_name=card.path.name,
            mime="application/octet-stream",
            key=f"take_{project}",
            icon=":material/download:",
            help=t("start.take_help"),
            width="stretch",
            on_click="ignore",
        )
    st.button(
        t("start.delete"),
        key=f"delete_{project}",
        icon=":material/delete:",
        width="stretch",
        on_click=open_dialog,
        args=("delete", project),
    )


def _counts(card: ProjectCard) -> str:
    """Questions, answers and when it was changed, in one quiet line."""
    if card.problem is not None:
        return t("start.unreadable")
    parts = [_number("start.questions", card.questions), _number("start.answers", card.answers)]
    if not card.questions:
        parts = [t("start.nothing_yet")]
    return " · ".join([*parts, t("start.changed", when=moment(card.modified, session.language()))])


def _number(key: str, count: int) -> str:
    return t(f"{key}_one") if count == 1 else t(f"{key}_many", count=count)


# What the buttons do --------------------------------------------------------------------------------------------------


def _open(project: str) -> None:
    if session.open_project(project):
        opened = session.workspace()
        session.remember("go_to", BOARD_PAGE if opened and opened.project.questions else IMPORT_PAGE)


def _go() -> None:
    """Leave for the page that the last callback asked for: a callback itself cannot change pages."""
    target = session.recall("go_to", "")
    session.forget("go_to")
    st.switch_page(target)


def _ask_name(dialog: str, project: str, name: str = "") -> None:
    session.put(_NAME, name)
    open_dialog(dialog, project)


def _new_dialog(_: str) -> None:
    st.text_input(t("start.new_name"), key=_NAME, placeholder=t("start.new_hint"), max_chars=120)
    dialog_buttons(t("start.new_make"), _create)


def _create() -> None:
    made: list[str] = []

    def create() -> None:
        made.append(resources.project_name(resources.create_project(session.value(_NAME, ""))))

    if session.attempt(create):
        close_dialog()
        _open(made[0])


def _rename_dialog(project: str) -> None:
    st.text_input(t("start.new_name"), key=_NAME, max_chars=120)
    dialog_buttons(t("start.rename_save"), _rename, project)


def _rename(project: str) -> None:
    def rename() -> None:
        path = resources.project_path(project)
        resources.library().rename(path, session.value(_NAME, ""), session.signature())

    if session.attempt(rename):
        close_dialog()


def _duplicate(project: str, name: str) -> None:
    copy = t("start.duplicate_name", name=name)

    def duplicate() -> None:
        resources.library().duplicate(resources.project_path(project), copy, session.signature())

    close_menus()
    if session.attempt(duplicate):
        session.notify("success", "start.duplicated", name=copy)


def _delete_dialog(project: str) -> None:
    cards = resources.library().list()
    names = {resources.project_name(card.path): card.name for card in cards}
    st.warning(t("start.delete_warning", name=plain(names.get(project, project))), icon=":material/warning:")
    if list(names.values()).count(names.get(project, project)) > 1:
        st.caption(plain(resources.project_path(project).name))
    dialog_buttons(t("start.delete_yes"), _delete, project, names.get(project, project), danger=True)


def _delete(project: str, name: str) -> None:
    if session.project_name() == project:
        session.close_project()
    close_dialog()
    if session.attempt(resources.delete_project, project):
        session.notify("success", "start.deleted", name=name)


def _bring_dialog(_: str) -> None:
    st.write(t("start.bring_why"))
    st.file_uploader(t("start.bring_file"), type=["tienkeer"], key=_COPY)
    dialog_buttons(t("start.bring_open"), _bring)


def _bring() -> None:
    upload = uploaded(_COPY)
    if upload is None:
        session.notify("error", "start.bring_none")
        return
    made: list[str] = []

    def bring() -> None:
        path = resources.library().import_copy(upload.data, upload.name)
        made.append(next((card.name for card in resources.library().list() if card.path == path), path.stem))

    if session.attempt(bring):
        close_dialog()
        session.notify("success", "start.brought", name=made[0])


if __name__ == "__main__":
    page()
