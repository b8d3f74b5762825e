"""For colleagues who only read: arguments, quotes, crosstabs and waves, with filters and without editing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from coding.domain.counted_list import MAX_QUOTES, ListOptions
from coding.domain.errors import TienkeerError
from coding.domain.project import Project
from coding.domain.report import Show
from coding.services.read_only import read_only_file, read_only_page
from coding.services.report import ReportSettings
from coding.services.subgroup import Only
from coding.texts import error_text
from coding.ui import session
from coding.ui.components.header import project_header
from coding.ui.session import t

_MOST_CATEGORIES: Final = 12


def page() -> None:
    """Draw the page."""
    workspace = project_header(t("read_only.title"), undo=False)
    project = workspace.project
    if session.question() is None:
        st.info(t("shell.no_questions"), icon=":material/upload_file:")
        return
    left, right = st.columns([6, 17], gap="large")
    with left:
        st.caption(t("read_only.why"))
        settings, only = _choose(project)
    today = date.today().isoformat()
    with left:
        st.download_button(
            t("read_only.download"),
            data=partial(read_only_file, project, settings, today, only=only),
            file_name="tienkeer.html",
            mime="text/html",
            key="read_only_download",
            icon=":material/download:",
            on_click="ignore",
        )
    with right, st.container(border=True, key="tk_read_only"):
        try:
            st.html(read_only_page(project, settings, today, only=only))
        except TienkeerError as refused:
            st.info(error_text(refused, session.language()), icon=":material/info:")


def _only(project: Project, variables: Mapping[str, str]) -> Only | None:
    """Whose answers are read; None: everybody's."""
    chosen = st.selectbox(
        t("read_only.only"),
        [None, *variables],
        format_func=lambda one: variables[one] if one else t("read_only.everybody"),
        key="read_only_only",
    )
    if chosen is None:
        return None
    values = st.multiselect(
        t("read_only.values"),
        project.variables[chosen].categories,
        key=f"read_only_values_{chosen}",
        placeholder=t("read_only.all_values"),
    )
    if not values:
        st.caption(t("read_only.no_value"))
        return None
    return Only(chosen, tuple(values))


def _choose(project: Project) -> tuple[ReportSettings, Only | None]:
    questions = {question.id: question.text for question in project.questions_in_order()}
    chosen = st.multiselect(
        t("read_only.questions"),
        list(questions),
        format_func=questions.__getitem__,
        key="read_only_questions",
        placeholder=t("read_only.all"),
    )
    waves = {wave.id: wave.name for wave in project.waves_in_order()}
    taken = st.multiselect(
        t("read_only.waves_chosen"),
        list(waves),
        format_func=waves.__getitem__,
        key="read_only_waves",
        placeholder=t("read_only.all_waves"),
    )
    variables = {
        variable.id: variable.label
        for variable in sorted(project.variables.values(), key=lambda v: v.position)
        if variable.divides and 1 < len(variable.categories) <= _MOST_CATEGORIES
    }
    banner = st.selectbox(
        t("read_only.banner"),
        [None, *variables],
        format_func=lambda one: variables[one] if one else t("read_only.no_banner"),
        key="read_only_banner",
    )
    ordered = sorted(project.variables.values(), key=lambda one: one.position)
    only = _only(project, {one.id: one.label for one in ordered if one.several or one.id in variables})
    quotes = st.slider(t("read_only.quotes"), 0, MAX_QUOTES, 2, key="read_only_quotes")
    per_wave = len(waves) > 1 and st.toggle(t("read_only.per_wave"), key="read_only_per_wave")
    settings = ReportSettings(
        language=session.language(),
        questions=tuple(chosen) or None,
        options=ListOptions(waves=tuple(w for w in waves if w in taken) or None, quotes=quotes),
        show=Show.BOTH,
        per_wave=per_wave,
        banner=(banner,) if banner else (),
    )
    return settings, only


if __name__ == "__main__":
    page()
