"""Reading in a survey file: upload, look, say what each column is, read in, and have proposals made."""

from __future__ import annotations

from datetime import datetime
from typing import Final

import streamlit as st

from coding.domain.errors import ImportRefused, TienkeerError
from coding.domain.project import Project
from coding.services.add_wave import add_wave
from coding.services.importing import ImportReport
from coding.services.mapping import counts
from coding.ui import session
from coding.ui.components.header import project_header
from coding.ui.components.notices import show_error
from coding.ui.components.plain import plain, text_table
from coding.ui.components.proposing import make_proposals_button, run_wanted_proposals, to_be_coded
from coding.ui.components.uploads import uploaded
from coding.ui.components.when import moment
from coding.ui.importing.draft import Draft, check_draft, read_draft
from coding.ui.importing.mapping_form import mapping_form
from coding.ui.importing.report_view import report_view
from coding.ui.session import t

_FILE: Final = "import_file"
_DRAFT: Final = "import_draft"
_REPORT: Final = "import_report"
_REFUSED: Final = "import_refused"
_PREVIEW_ROWS: Final = 8
_PREVIEW_COLUMNS: Final = 40
_KINDS: Final = ("csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xls", "ods", "sav", "zsav")


def page() -> None:
    """Draw the page."""
    workspace = project_header(t("import.title"))
    if run_wanted_proposals(workspace):
        session.forget(_REPORT)
        st.switch_page("coding/ui/pages/board.py")
    report: ImportReport | None = session.recall(_REPORT, None)
    draft: Draft | None = session.recall(_DRAFT, None)
    if report is not None:
        _show_report(report)
    elif draft is not None:
        _show_draft(draft)
    else:
        _show_upload(workspace.project)


# Uploading ------------------------------------------------------------------------------------------------------------


def _show_upload(project: Project) -> None:
    st.write(t("import.intro"))
    st.file_uploader(t("import.file"), type=list(_KINDS), key=_FILE, on_change=_take_upload)
    refused: ImportRefused | None = session.recall(_REFUSED, None)
    if refused is not None:
        show_error(refused)
    if project.waves:
        st.subheader(t("import.waves"), anchor=False)
        text_table(
            [t(f"import.wave_{name}") for name in ("name", "source", "count", "when")],
            [
                (
                    wave.name,
                    wave.source,
                    str(len(project.respondents(wave.id))),
                    moment(datetime.fromisoformat(wave.imported_at), session.language()),
                )
                for wave in project.waves_in_order()
            ],
            caption=t("import.waves"),
        )
        without = [question for question in to_be_coded(project) if project.coding_of(question).board.run is None]
        if without:
            st.write(t("propose.why"))
            make_proposals_button(without)


def _take_upload() -> None:
    session.forget(_REFUSED)
    upload, workspace = uploaded(_FILE), session.workspace()
    if upload is None or workspace is None:
        return
    try:
        session.remember(_DRAFT, read_draft(upload.data, upload.name, workspace.project))
    except ImportRefused as refused:
        session.remember(_REFUSED, refused)


# Looking and mapping --------------------------------------------------------------------------------------------------


def _show_draft(draft: Draft) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(_found(draft))}**", width="stretch")
        st.button(t("import.other_file"), key="import_other", icon=":material/close:", on_click=_take_back)
    form = draft.table.format
    if len(form.sheets) > 1:
        st.selectbox(
            t("import.sheet"),
            form.sheets,
            index=form.sheets.index(form.sheet),
            key=f"sheet_{draft.token}",
            on_change=_take_sheet,
            args=(draft,),
            width=420,
        )
    with st.expander(t("import.preview"), expanded=True, key=f"preview_{draft.token}"):
        _preview(draft)
    draft = draft.with_mapping(mapping_form(draft))
    session.remember(_DRAFT, draft)
    _read_in(draft)


def _found(draft: Draft) -> str:
    table, form = draft.table, draft.table.format
    parts = [t("import.found", file=table.name, rows=len(table.rows), columns=len(table.columns))]
    if form.encoding:
        parts.append(t("import.found_encoding", encoding=form.encoding))
    if form.delimiter:
        shown = t("import.delimiter_tab") if form.delimiter == "\t" else form.delimiter
        parts.append(t("import.found_delimiter", delimiter=shown))
    if form.origin:
        parts.append(t("import.found_origin", origin=form.origin.capitalize()))
    return " · ".join(parts)


def _preview(draft: Draft) -> None:
    shown = draft.table.labelled()
    rows = zip(shown.row_numbers[:_PREVIEW_ROWS], shown.rows, strict=False)
    text_table(
        [t("import.row"), *shown.columns[:_PREVIEW_COLUMNS]],
        [(str(number), *row[:_PREVIEW_COLUMNS]) for number, row in rows],
        caption=t("import.preview"),
        scroll=280,
        wide=True,
    )


def _take_sheet(draft: Draft) -> None:
    workspace = session.workspace()
    if workspace is None:
        return
    sheet = session.value(f"sheet_{draft.token}", draft.table.format.sheet)
    try:
        session.remember(_DRAFT, read_draft(draft.data, draft.table.name, workspace.project, sheet))
    except ImportRefused as refused:
        session.notify_error(refused)


def _take_back() -> None:
    session.forget(_DRAFT)
    session.forget(_REFUSED)


# Reading in -----------------------------------------------------------------------------------------------------------


def _read_in(draft: Draft) -> None:
    """What is still wrong with the mapping, or the button that reads the file in."""
    ready = True
    try:
        check_draft(draft)
    except ImportRefused as refused:
        show_error(refused)
        ready = False
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            t("import.read_in"),
            key="import_read_in",
            type="primary",
            icon=":material/download_done:",
            disabled=not ready,
            on_click=_import,
        )
        if ready:
            counted = sum(counts(draft.mapping, draft.table))
            st.caption(t("import.ready", counted=counted, rows=len(draft.table.rows)))


def _import() -> None:
    draft, workspace = session.recall(_DRAFT, None), session.workspace()
    if draft is None or workspace is None:
        return
    try:
        check_draft(draft)
        report = add_wave(workspace, draft.table, draft.mapping)
    except TienkeerError as refused:
        session.notify_error(refused)
        return
    session.remember(_REPORT, report)
    session.forget(_DRAFT)


def _show_report(report: ImportReport) -> None:
    report_view(report)
    st.write(t("propose.why"))
    with st.container(horizontal=True):
        make_proposals_button()
        st.button(
            t("import.again"),
            key="import_again",
            icon=":material/upload_file:",
            on_click=session.forget,
            args=(_REPORT,),
        )


if __name__ == "__main__":
    page()
