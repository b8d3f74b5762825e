"""The counted argument list: choices on the left, the list as it will be on the right, and the downloads."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any, Final

import streamlit as st

from coding.domain.assignments import ResponseState
from coding.domain.errors import TienkeerError
from coding.domain.project import Project
from coding.domain.report import Report
from coding.services.export import INFO, Format, export, preview_html
from coding.services.report import ReportSettings, make_report
from coding.services.report_quotes import quote_candidates
from coding.services.workspace import Workspace
from coding.texts import error_text
from coding.ui import session
from coding.ui.components.header import project_header
from coding.ui.components.plain import plain
from coding.ui.report.options import choose_settings
from coding.ui.session import t

_ICONS: Final = {
    Format.XLSX: ":material/table_view:",
    Format.PPTX: ":material/slideshow:",
    Format.DOCX: ":material/description:",
    Format.SAV: ":material/dataset:",
    Format.SPS: ":material/terminal:",
    Format.QDC: ":material/menu_book:",
    Format.QDPX: ":material/folder_zip:",
    Format.HTML: ":material/public:",
    Format.MARKDOWN: ":material/notes:",
    Format.CSV: ":material/csv:",
    Format.PNG: ":material/bar_chart:",
    Format.SVG: ":material/insert_chart:",
}
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')


def page() -> None:
    """Draw the page."""
    workspace = project_header(t("ui_report.title"))
    project = workspace.project
    if session.question() is None:
        st.info(t("shell.no_questions"), icon=":material/upload_file:")
        st.page_link("coding/ui/pages/import_file.py", label=t("shell.to_import"), icon=":material/arrow_forward:")
        return
    left, right = st.columns([8, 17], gap="large")
    with left:
        settings = choose_settings(project)
    with right:
        _show(workspace, settings)


def _show(workspace: Workspace, settings: ReportSettings) -> None:
    project, today = workspace.project, date.today().isoformat()
    candidates = quote_candidates(project, workspace.run) if settings.options.proposed_quotes else {}
    try:
        preview = make_report(project, settings, today, candidates, lists_only=True)
    except TienkeerError as refused:
        st.info(error_text(refused, session.language()), icon=":material/info:")
        return
    _downloads(project, settings, today, candidates)
    _remarks(preview)
    with st.container(border=True, key="tk_report_preview"):
        st.html(preview_html(preview))


def _downloads(project: Project, settings: ReportSettings, today: str, candidates: Mapping[str, Any]) -> None:
    """One button per format; a file is made when its button is pressed."""
    name = _NOT_IN_NAMES.sub(" ", settings.title.strip() or project.info.name).strip(" .")[:80] or "rapport"
    with st.container(horizontal=True, key="tk_report_downloads"):
        for wanted in Format:
            st.download_button(
                t(f"ui_report.download.{wanted.value}"),
                data=_maker(project, settings, today, candidates, wanted),
                file_name=f"{name}{INFO[wanted].suffix}",
                mime=INFO[wanted].mime,
                key=f"report_download_{wanted.value}",
                icon=_ICONS.get(wanted, ":material/download:"),
                help=t(f"ui_report.download_help.{wanted.value}"),
                on_click="ignore",
                type="primary" if wanted is Format.XLSX else "secondary",
            )


def _maker(
    project: Project, settings: ReportSettings, today: str, candidates: Mapping[str, Any], wanted: Format
) -> Callable[[], bytes]:
    return partial(_made, project, settings, today, candidates, wanted)


def _made(
    project: Project, settings: ReportSettings, today: str, candidates: Mapping[str, Any], wanted: Format
) -> bytes:
    return export(make_report(project, settings, today, candidates), wanted)


def _remarks(report: Report) -> None:
    """What the researcher should know before sending this off."""
    for section in report.sections:
        counted, asked = section.counted, plain(section.counted.question.text, 80)
        undecided = sum(line.counts[ResponseState.UNCODED] for line in counted.ledger)
        if undecided and not counted.question.quotes_only:
            st.caption(t("ui_report.undecided", question=asked, count=undecided, n=counted.n))
        for left in counted.left_out:
            reason = t(f"ui_report.left_out.{left.reason.value}")
            st.caption(t("ui_report.left_out", question=asked, row=left.row, reason=reason))


if __name__ == "__main__":
    page()
