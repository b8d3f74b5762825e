"""Adding a wave: upload, look at what is called otherwise, read in and have it recognised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import uuid4

import streamlit as st

from coding.domain.errors import ImportRefused, TienkeerError
from coding.domain.project import Project
from coding.files.read_table import read_table
from coding.services.add_wave import refuse_same_file
from coding.services.waves import add_matched_wave
from coding.services.waves_match import ColumnMatch, How, WaveMatch, match_columns, with_category, with_column, with_own
from coding.ui import session
from coding.ui.components.notices import show_error
from coding.ui.components.plain import plain, text_table
from coding.ui.components.uploads import uploaded
from coding.ui.session import t
from coding.ui.waves.added import remember_report
from coding.ui.waves.recognising import want_recognition

_FILE: Final = "waves_file"
_DRAFT: Final = "waves_draft"
_REFUSED: Final = "waves_refused"
_KINDS: Final = ("csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xls", "ods", "sav", "zsav")


@dataclass(frozen=True)
class Draft:
    """A file on its way in. ``token`` tells the widgets of two files apart."""

    token: str
    match: WaveMatch


def show_add(project: Project) -> None:
    """Draw the part."""
    if not project.waves:
        st.info(t("waves.nothing_yet"), icon=":material/upload_file:")
        st.page_link("coding/ui/pages/import_file.py", label=t("shell.to_import"), icon=":material/arrow_forward:")
        return
    draft: Draft | None = session.recall(_DRAFT, None)
    if draft is not None:
        _show_draft(project, draft)
        return
    st.write(t("waves.add_why"))
    st.file_uploader(t("waves.file"), type=list(_KINDS), key=_FILE, on_change=_take_upload)
    refused: TienkeerError | None = session.recall(_REFUSED, None)
    if refused is not None:
        show_error(refused)


def _take_upload() -> None:
    session.forget(_REFUSED)
    upload, workspace = uploaded(_FILE), session.workspace()
    if upload is None or workspace is None:
        return
    try:
        table = read_table(upload.data, upload.name)
        refuse_same_file(workspace.project, table)
        session.remember(_DRAFT, Draft(uuid4().hex[:8], match_columns(workspace.project, table)))
    except TienkeerError as refused:
        session.remember(_REFUSED, refused)


def _show_draft(project: Project, draft: Draft) -> None:
    match = draft.match
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(match.table.name)}** · {_summary(match)}", width="stretch")
        st.button(
            t("waves.other_file"), key="waves_other", icon=":material/close:", on_click=session.forget, args=(_DRAFT,)
        )
    with st.container(border=True):
        st.subheader(t("waves.confirm"), anchor=False)
        asked = [one for one in match.columns if one.to_confirm or one.how is How.CHOSEN]
        opened = _perhaps_questions(match)
        st.caption(t("waves.confirm_why" if asked or opened else "waves.nothing_to_confirm"))
        for one in asked:
            _ask(project, draft, one)
        for column in opened:
            _ask_question(draft, column)
    absent = [one for one in match.columns if one.how is How.ABSENT]
    if absent:
        with st.expander(t("waves.absent", count=len(absent)), key=f"waves_absent_{draft.token}"):
            for one in absent:
                _ask(project, draft, one)
    others = [column for column in match.new if column not in opened]
    if others:
        text_table([t("waves.new_columns")], [(column,) for column in others], caption=t("waves.new_columns"))
    with st.expander(t("waves.all_columns")):
        for one in match.columns:
            if one not in asked and one not in absent:
                _ask_column(draft, one)
    _finish(draft)


def _perhaps_questions(match: WaveMatch) -> list[str]:
    """New columns with open answers; all of them as long as no question was found: short answers look like a choice."""
    found = any(one.is_question and one.column is not None for one in match.columns)
    opened = {question.column for question in match.guess.questions}
    return [column for column in match.new if column in opened or not found]


def _summary(match: WaveMatch) -> str:
    known = sum(one.how in (How.SAME, How.REMEMBERED) for one in match.columns)
    return t("waves.matched", known=known, all=len(match.columns))


def _ask(project: Project, draft: Draft, one: ColumnMatch) -> None:
    if one.how not in (How.SAME, How.REMEMBERED):
        _ask_column(draft, one)
    if one.is_question:
        return
    known = project.variables[one.known].categories
    for category in one.categories:
        key = f"waves_category_{draft.token}_{one.known}_{category.found}"
        st.selectbox(
            t("waves.category_for", found=plain(category.found, 60), label=plain(one.label, 60)),
            ["", *known],
            index=(["", *known]).index(category.known),
            format_func=lambda value: value or t("waves.category_new"),
            key=key,
            on_change=_take_category,
            args=(one.known, category.found, key),
        )


def _ask_column(draft: Draft, one: ColumnMatch) -> None:
    key = f"waves_column_{draft.token}_{one.known}"
    columns = ["", *draft.match.table.columns]
    session_value = one.column or ""
    st.selectbox(
        t("waves.column_for", label=plain(one.label, 90)),
        columns,
        index=columns.index(session_value),
        format_func=lambda value: value or t("waves.no_column"),
        key=f"{key}_{session_value}",
        on_change=_take_column,
        args=(one.known, f"{key}_{session_value}"),
    )


def _ask_question(draft: Draft, column: str) -> None:
    """Which question the answers in a column that the project does not know belong to: a new one, or one it has."""
    known = {one.known: one.label for one in draft.match.columns if one.is_question and one.how is How.ABSENT}
    key = f"waves_question_{draft.token}_{column}"
    is_open = column in {question.column for question in draft.match.guess.questions}
    alone = t("waves.question_new" if is_open else "waves.question_none")
    st.selectbox(
        t("waves.question_for", column=plain(column, 90)),
        ["", *known],
        format_func=lambda question: known.get(question, alone),
        key=key,
        on_change=_take_question,
        args=(column, key),
    )


def _take_question(column: str, key: str) -> None:
    draft, workspace = session.recall(_DRAFT, None), session.workspace()
    known = session.value(key, "")
    if draft is not None and workspace is not None and known:
        session.remember(_DRAFT, Draft(draft.token, with_column(workspace.project, draft.match, known, column)))


def _take_column(known: str, key: str) -> None:
    draft, workspace = session.recall(_DRAFT, None), session.workspace()
    if draft is not None and workspace is not None:
        column = session.value(key, "") or None
        session.remember(_DRAFT, Draft(draft.token, with_column(workspace.project, draft.match, known, column)))


def _take_category(known: str, found: str, key: str) -> None:
    draft = session.recall(_DRAFT, None)
    if draft is not None:
        match = with_category(draft.match, known, found, session.value(key, ""))
        session.remember(_DRAFT, Draft(draft.token, match))


def _finish(draft: Draft) -> None:
    left, right = st.columns(2)
    left.text_input(t("waves.name"), value=draft.match.guess.wave, key=f"waves_name_{draft.token}")
    right.text_input(t("waves.channel"), key=f"waves_channel_{draft.token}", help=t("waves.channel_help"))
    with left:
        _ask_own(draft, "respondent", draft.match.guess.respondent)
    with right:
        _ask_own(draft, "weight", draft.match.guess.weight)
    st.button(
        t("waves.read_in"),
        key="waves_read_in",
        type="primary",
        icon=":material/download_done:",
        on_click=_import,
    )


def _ask_own(draft: Draft, name: str, chosen: str | None) -> None:
    """The column with ids or weights, which is no question or variable that could be matched."""
    key = f"waves_{name}_{draft.token}"
    columns = ["", *draft.match.table.columns]
    st.selectbox(
        t(f"import.{name}"),
        columns,
        index=columns.index(chosen or ""),
        format_func=lambda column: column or t(f"import.{name}_none"),
        key=key,
        on_change=_take_own,
    )


def _take_own() -> None:
    draft, workspace = session.recall(_DRAFT, None), session.workspace()
    if draft is not None and workspace is not None:
        respondent, weight = (
            session.value(f"waves_{name}_{draft.token}", "") or None for name in ("respondent", "weight")
        )
        session.remember(_DRAFT, Draft(draft.token, with_own(workspace.project, draft.match, respondent, weight)))


def _import() -> None:
    draft, workspace = session.recall(_DRAFT, None), session.workspace()
    if draft is None or workspace is None:
        return
    name = session.value(f"waves_name_{draft.token}", "")
    channel = session.value(f"waves_channel_{draft.token}", "").strip()
    try:
        report = add_matched_wave(workspace, draft.match, name, channel)
    except (ImportRefused, TienkeerError) as refused:
        session.notify_error(refused)
        return
    session.forget(_DRAFT)
    wave = workspace.project.waves_in_order()[-1]
    session.notify("success", "waves.added", name=wave.name, rows=report.rows)
    remember_report(wave.id, report)
    session.remember("waves_wave", wave.id)
    session.put("waves_part", "look")
    want_recognition(workspace.project, wave.id)
